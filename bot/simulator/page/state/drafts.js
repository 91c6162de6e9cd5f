// The words each person has begun to write in each chat and topic.

import { recall, remember } from "../base/memory.js";
import { state } from "../base/store.js";

let drafts = {};

export function recallDrafts() {
  drafts = recall("drafts", {});
}

/** The place a draft belongs to. */
export function placeOf({ person, chat, topic } = state.open) {
  return `${person}:${chat}:${topic ?? "all"}`;
}

export const draftAt = (place) => drafts[place] ?? "";

export function keepDraft(place, text) {
  if (text) drafts[place] = text;
  else delete drafts[place];
  remember("drafts", drafts);
}

/** The draft a person has somewhere in a chat, for the list of chats. */
export function draftIn(personId, chatId) {
  const key = Object.keys(drafts).find((place) => place.startsWith(`${personId}:${chatId}:`));
  return key ? drafts[key] : "";
}

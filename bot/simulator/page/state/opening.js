// Which person speaks in which chat and topic: going there, and coming back after a reload.

import { chatsOf, isPresent, isStanding, privateChatOf } from "./chats.js";
import { recall, remember } from "../base/memory.js";
import { changed, on, state } from "../base/store.js";
import { language } from "../base/words.js";

/** Goes back to where the visitor was before the reload, or to the private chat of whoever speaks like them. */
export function reopen() {
  const { person, chat, topic } = state.open.person === null ? recall("open", {}) : state.open;
  const who = state.people.has(person) ? person : likely()?.id ?? null;
  state.open = { person: who, chat: null, topic: null };
  if (who === null) return;
  const isThere = state.chats.has(chat) && isStanding(state.chats.get(chat));
  settle(isThere ? chat : privateChatOf(who)?.id ?? null, isThere ? topic ?? null : null);
  showView(recall("view", "chat"));
}

/** The first person whose client speaks the page's language: the bot answers as clients speak. */
function likely() {
  const people = [...state.people.values()];
  return people.find((person) => person.language_code?.startsWith(language())) ?? people[0];
}

function settle(chatId, topic) {
  Object.assign(state.open, { chat: chatId, topic });
  remember("open", state.open);
  changed("open");
}

export function openChat(chatId, topic = null) {
  showView("chat");
  if (state.open.chat !== chatId || state.open.topic !== topic) settle(chatId, topic);
}

export const openTopic = (topic) => openChat(state.open.chat, topic);

/** Speaks as this person from now on; in the same chat if they are there. */
export function speakAs(personId) {
  state.open.person = personId;
  const chat = state.chats.get(state.open.chat);
  const stays = chat && isStanding(chat) && isPresent(chat, personId);
  const target = stays ? chat : privateChatOf(personId) ?? chatsOf(personId)[0];
  settle(target?.id ?? null, stays ? state.open.topic : null);
  changed("people");
}

export function openNeighbour(step) {
  const ids = chatsOf(state.open.person).map((chat) => chat.id);
  const at = ids.indexOf(state.open.chat);
  const next = ids[Math.min(Math.max(at + step, 0), ids.length - 1)];
  if (next !== undefined) openChat(next);
}

export const showList = () => showView("list");

/** On a narrow screen the list of chats and the chat are two views. */
function showView(name) {
  document.body.dataset.view = name;
  remember("view", name);
}

/** Leaves topics that are gone, and follows a group to the supergroup it became. */
export function followChanges() {
  on("chats", () => {
    const chat = state.chats.get(state.open.chat);
    if (!chat) return;
    if (chat.migrated_to && state.chats.has(chat.migrated_to)) settle(chat.migrated_to, null);
    else if (isTopicGone(chat)) settle(chat.id, null);
  });
}

function isTopicGone(chat) {
  const { topic } = state.open;
  return topic !== null && topic !== 1 && !chat.topics.some((known) => known.id === topic);
}

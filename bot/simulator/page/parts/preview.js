// A message in a few words: for replies, the list of chats and the pinned bar.

import { fullName } from "../state/chats.js";
import { serviceOf, wordsOf } from "../state/messages.js";
import { tellService } from "./service.js";
import { say } from "../base/words.js";

const MOST = 160;

/** The message on one line. */
export function lineOf(message) {
  if (serviceOf(message)) return tellService(message);
  const words = wordsOf(message).slice(0, MOST).replace(/\s+/g, " ").trim();
  const kind = kindOf(message);
  return [kind, words].filter(Boolean).join(" ");
}

function kindOf(message) {
  if (message.photo) return `[${say("photo")}]`;
  if (message.document) return `[${say("document")}] ${message.document.file_name ?? ""}`.trim();
  return wordsOf(message) ? "" : `[${say("message.other")}]`;
}

/** The name a message goes under. */
export function nameOf(message) {
  return message.sender_chat ? message.sender_chat.title : fullName(message.from);
}

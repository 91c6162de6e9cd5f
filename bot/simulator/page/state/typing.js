// Where the bot is typing just now.

import { GENERAL } from "./messages.js";
import { changed } from "../base/store.js";

const SHOWN_MS = 5000;
const typing = new Map();

export function startTyping(chatId, topic) {
  clearTimeout(typing.get(chatId)?.timer);
  const timer = setTimeout(() => stopTyping(chatId), SHOWN_MS);
  typing.set(chatId, { topic: topic ?? GENERAL, timer });
  changed("typing");
}

export function stopTyping(chatId) {
  const known = typing.get(chatId);
  if (!known) return;
  clearTimeout(known.timer);
  typing.delete(chatId);
  changed("typing");
}

/** Whether the bot types in this chat and, unless null, in this topic. */
export function isTyping(chatId, topic = null) {
  const known = typing.get(chatId);
  return known !== undefined && (topic === null || topic === known.topic);
}

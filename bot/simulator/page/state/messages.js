// The messages of each chat that was loaded, oldest first.

import { changed } from "../base/store.js";

const loaded = new Map();

export const GENERAL = 1;
export const isLoaded = (chatId) => loaded.has(chatId);
export const messagesOf = (chatId) => loaded.get(chatId) ?? [];

export function forgetMessages() {
  loaded.clear();
}

export function fill(chatId, messages) {
  loaded.set(chatId, [...messages].sort((a, b) => a.message_id - b.message_id));
  changed("messages");
}

/** Puts a message in its place; one with the same number is replaced. */
export function put(chatId, message) {
  const list = loaded.get(chatId);
  if (!list) return;
  const index = placeOf(list, message.message_id);
  const isKnown = list[index]?.message_id === message.message_id;
  list.splice(index, isKnown ? 1 : 0, message);
  changed("messages");
}

export function drop(chatId, messageIds) {
  const gone = new Set(messageIds);
  const list = loaded.get(chatId);
  if (!list) return;
  loaded.set(chatId, list.filter((message) => !gone.has(message.message_id)));
  changed("messages");
}

export function find(chatId, messageId) {
  const list = messagesOf(chatId);
  const found = list[placeOf(list, messageId)];
  return found?.message_id === messageId ? found : undefined;
}

function placeOf(list, id) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].message_id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The topic a forum's message stands in. */
export const topicOf = (message) => (message.is_topic_message ? message.message_thread_id : GENERAL);

/** The messages of one topic, or all of them when the topic is null. */
export function inTopic(chatId, topic) {
  const all = messagesOf(chatId);
  return topic === null ? all : all.filter((message) => topicOf(message) === topic);
}

const SERVICE = [
  "new_chat_members", "left_chat_member", "group_chat_created", "supergroup_chat_created", "new_chat_title",
  "migrate_to_chat_id", "migrate_from_chat_id", "forum_topic_created", "forum_topic_edited",
  "forum_topic_closed", "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden",
  "pinned_message", "channel_chat_created", "delete_chat_photo", "new_chat_photo",
];

/** The field that makes this a service message, or undefined. */
export const serviceOf = (message) => SERVICE.find((field) => message[field] !== undefined);

/** The words of a message, of whatever kind. */
export const wordsOf = (message) => message.text ?? message.caption ?? "";

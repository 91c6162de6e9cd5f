// Remembers how far each person has read each chat, and counts what is unread.

import { isOwn } from "./chats.js";
import { inTopic, messagesOf, serviceOf, topicOf } from "./messages.js";
import { recall, remember } from "../base/memory.js";
import { changed, state } from "../base/store.js";

let marks = {};

export function recallMarks() {
  marks = recall("marks", {});
}

const keyOf = (personId, chatId, topic) => `${personId}:${chatId}:${topic ?? "all"}`;

/** The last message read in this topic; reading "all" reads every topic. */
function markOf(personId, chatId, topic) {
  const all = marks[keyOf(personId, chatId, null)] ?? 0;
  return topic === null ? all : Math.max(all, marks[keyOf(personId, chatId, topic)] ?? 0);
}

function hasRead(personId, chatId, topic) {
  return markOf(personId, chatId, topic) > 0;
}

export function markRead(chatId, topic, messageId) {
  const { person } = state.open;
  if (messageId <= markOf(person, chatId, topic)) return;
  marks[keyOf(person, chatId, topic)] = messageId;
  remember("marks", marks);
  changed("marks");
}

/** Whether the person has not seen this message; one's own and service messages never count. */
function isUnread(message, chat, personId) {
  if (message.message_id <= markOf(personId, chat.id, chat.is_forum ? topicOf(message) : null)) return false;
  return !isOwn(message, chat, personId) && !serviceOf(message);
}

export function countUnread(chat, personId, topic = null) {
  const all = messagesOf(chat.id);
  const read = markOf(personId, chat.id, null);
  let count = 0;
  for (let index = all.length - 1; index >= 0 && all[index].message_id > read; index -= 1) {
    const isThere = topic === null || topicOf(all[index]) === topic;
    if (isThere && isUnread(all[index], chat, personId)) count += 1;
  }
  return count;
}

/** The number of the first unread message, or 0 when there is none or nothing was ever read here. */
export function firstUnread(chat, personId, topic) {
  if (!hasRead(personId, chat.id, topic)) return 0;
  return inTopic(chat.id, topic).find((message) => isUnread(message, chat, personId))?.message_id ?? 0;
}

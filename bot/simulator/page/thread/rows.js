// Turns messages into the rows of the list: days, the unread line, messages in groups of one sender.

import { isOwn, isPrivate } from "../state/chats.js";
import { serviceOf } from "../state/messages.js";
import { dayName, dayOf } from "../state/times.js";

const GROUP_SECONDS = 600;

/**
 * @typedef {object} Row
 * @property {string} key          stays with its message
 * @property {"day"|"unread"|"service"|"message"} kind
 * @property {object} [message]
 * @property {number} [date]
 * @property {string} look         how it is drawn besides its message; rows of one message and look are drawn alike
 */

/** @returns {Row[]} */
export function rowsOf(messages, { chat, person, topic, unreadFrom }) {
  const rows = [];
  messages.forEach((message, index) => {
    if (startsDay(messages, index)) rows.push(dayRow(message));
    if (message.message_id === unreadFrom) rows.push({ key: "unread", kind: "unread", look: "" });
    const isLast = index === messages.length - 1 || startsGroup(messages, index + 1);
    const group = { isOwn: isOwn(message, chat, person), isFirst: startsGroup(messages, index), isLast };
    rows.push(messageRow(message, { chat, topic, ...group }));
  });
  return rows;
}

function dayRow({ date, message_id: id }) {
  return { key: `day-${dayOf(date)}-${id}`, kind: "day", date, look: dayName(date) };
}

function startsDay(messages, index) {
  return index === 0 || dayOf(messages[index - 1].date) !== dayOf(messages[index].date);
}

function messageRow(message, { chat, topic, isOwn: own, isFirst, isLast }) {
  const key = `m-${message.message_id}`;
  if (serviceOf(message)) return { key, kind: "service", message, look: "" };
  const shows = {
    isOwn: own,
    isFirst,
    isLast,
    isGroup: !isPrivate(chat),
    showsTopic: chat.is_forum && topic === null,
  };
  return { key, kind: "message", message, ...shows, look: Object.values(shows).map(Number).join("") };
}

function startsGroup(messages, index) {
  const message = messages[index];
  const before = messages[index - 1];
  if (!before || serviceOf(before) || startsDay(messages, index)) return true;
  if (message.date - before.date > GROUP_SECONDS) return true;
  return senderOf(before) !== senderOf(message) || before.message_thread_id !== message.message_thread_id;
}

export const senderOf = (message) => message.sender_chat?.id ?? message.from?.id;

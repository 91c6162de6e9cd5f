// Who is who in a chat, and what a person may do there.

import { GENERAL, messagesOf } from "./messages.js";
import { state } from "../base/store.js";
import { say } from "../base/words.js";

const PRESENT = new Set(["creator", "administrator", "member", "restricted"]);
const ADMINS = new Set(["creator", "administrator"]);

export const isPrivate = (chat) => chat.type === "private";
export const privateChatOf = (personId) => [...state.chats.values()].find((chat) => chat.person === personId);

export function memberOf(chat, userId) {
  return chat.members?.find((member) => member.person === userId);
}

export const statusOf = (chat, userId) => memberOf(chat, userId)?.status ?? "left";
export const isPresent = (chat, userId) =>
  (isPrivate(chat) ? chat.person === userId : PRESENT.has(statusOf(chat, userId)));
export const isAdmin = (chat, userId) => ADMINS.has(statusOf(chat, userId));
export const isStanding = (chat) => !chat.is_deleted && !chat.migrated_to;

export function countMembers(chat) {
  return (chat.members ?? []).filter((member) => PRESENT.has(member.status)).length;
}

/** The chats a person sees, the latest first. */
export function chatsOf(personId) {
  const seen = [...state.chats.values()].filter((chat) => isStanding(chat) && isPresent(chat, personId));
  return seen.sort((a, b) => lastOrder(b) - lastOrder(a) || order(a) - order(b));
}

// A private chat not yet begun stands first: there one begins.
// Dates would mislead: the clock can be turned back.
const lastOrder = (chat) => chat.last?.order ?? (isPrivate(chat) ? Number.MAX_SAFE_INTEGER : 0);
const order = (chat) => (isPrivate(chat) ? 0 : Math.abs(chat.id));

export const fullName = (user) => [user?.first_name, user?.last_name].filter(Boolean).join(" ");
export const titleOf = (chat) => (isPrivate(chat) ? state.bot.first_name : chat.title);

export function roleIn(chat, userId) {
  if (isPrivate(chat)) return chat.person === userId ? say("role.private") : say("role.outside");
  if (!memberOf(chat, userId)) return say("role.outside");
  const role = say(`status.${statusOf(chat, userId)}`);
  return memberOf(chat, userId)?.is_anonymous ? say("role.anonymous", { role }) : role;
}

export function topicName(chat, topicId) {
  if (topicId === null) return say("topic.all");
  if (topicId === GENERAL) return say("topic.general");
  return chat.topics.find((topic) => topic.id === topicId)?.name ?? say("topic.gone");
}

export function isClosed(chat, topicId) {
  if ((topicId ?? GENERAL) === GENERAL) return chat.is_general_closed;
  return chat.topics.find((topic) => topic.id === topicId)?.is_closed ?? false;
}

/** Whether a message appears as said by this person; an anonymous admin's own come from the group. */
export function isOwn(message, chat, personId) {
  if (message.from?.id === personId) return true;
  return message.sender_chat?.id === chat.id && (memberOf(chat, personId)?.is_anonymous ?? false);
}

/** Whether this person may change the words of the message. */
export function canEdit(message, chat, personId) {
  return isOwn(message, chat, personId) && message.text !== undefined && !message.via_bot;
}

/**
 * Why the composer is not there: a key of words, or "" when the person may write.
 * What a button can mend comes with that button, see composer_bar.js.
 */
export function hindrance(chat, who, topic) {
  if (who.is_deactivated) return "bar.deactivated";
  if (isPrivate(chat)) return privateHindrance(chat, who);
  if (chat.is_deleted) return "bar.deleted";
  if (chat.migrated_to) return "bar.migrated";
  if (!isPresent(chat, who.id)) return "bar.absent";
  if (isAdmin(chat, who.id)) return "";
  if (statusOf(chat, who.id) === "restricted" || !chat.can_members_write) return "bar.muted";
  return chat.is_forum && isClosed(chat, topic) ? "bar.closed" : "";
}

function privateHindrance(chat, who) {
  if (who.has_blocked) return "bar.blocked";
  return who.has_started || messagesOf(chat.id).length > 0 ? "" : "bar.start";
}

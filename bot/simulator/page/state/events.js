// Takes the server's events into the store.

import { drop, messagesOf, put } from "./messages.js";
import { changed, state } from "../base/store.js";
import { stopTyping, startTyping } from "./typing.js";
import { takeInline, takeNotice } from "./queries.js";
import { setClock } from "./times.js";

const KEPT_CALLS = 300;
const waiting = new Map();
const newcomers = [];

const TAKERS = {
  message: ({ chat, message }) => takeMessage(chat, message),
  gone: ({ chat, message_ids }) => takeGone(chat, message_ids),
  chat: ({ chat }) => take(state.chats, chat, "chats"),
  person: ({ person }) => take(state.people, person, "people"),
  clock: ({ clock }) => setClock(clock),
  trouble: ({ rules, orders, is_cut }) => takeTrouble(rules, orders, is_cut),
  typing: ({ chat, topic }) => startTyping(chat, topic),
  notice: takeNotice,
  inline: takeInline,
  menu: () => changed("menus"),
  call: ({ call }) => takeCall(call),
};

/** Returns whether the event was understood; a reset is for the caller. */
export function takeEvent(event) {
  const taker = TAKERS[event.kind];
  taker?.(event);
  return taker !== undefined;
}

/** Calls back for each message that is new, once it stands. */
export function onNewMessage(listener) {
  newcomers.push(listener);
}

function take(map, thing, kind) {
  map.set(thing.id, thing);
  changed(kind);
}

function takeMessage(chatId, message) {
  waiting.get(chatId)?.push(() => put(chatId, message));
  put(chatId, message);
  if (message.from?.id === state.bot.id) stopTyping(chatId);
  const chat = state.chats.get(chatId);
  if (!chat) return;
  const isNew = !chat.last || message.message_id > chat.last.message_id;
  if (isNew) chat.count += 1;
  if (isNew || message.message_id === chat.last.message_id) chat.last = message;
  changed("chats");
  if (isNew) newcomers.forEach((listener) => listener(chatId, message));
}

function takeGone(chatId, messageIds) {
  waiting.get(chatId)?.push(() => drop(chatId, messageIds));
  drop(chatId, messageIds);
  const chat = state.chats.get(chatId);
  if (!chat || !messageIds.includes(chat.last?.message_id)) return;
  chat.last = messagesOf(chatId).at(-1) ?? null;
  changed("chats");
}

/** What happens to a chat while it is being loaded is done again on what was loaded. */
export async function whileWaiting(chatId, load) {
  const missed = [];
  waiting.set(chatId, missed);
  try {
    await load();
    missed.forEach((redo) => redo());
  } finally {
    waiting.delete(chatId);
  }
}

function takeTrouble(rules, orders, isCut) {
  Object.assign(state, { rules, orders, isCut });
  changed("trouble");
}

function takeCall(call) {
  state.hasBot = true;
  state.calls.push(call);
  if (state.calls.length > KEPT_CALLS) state.calls.splice(0, state.calls.length - KEPT_CALLS);
  changed("calls");
}

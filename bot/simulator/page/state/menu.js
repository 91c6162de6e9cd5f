// The bot's commands as a person sees them in a chat.

import { read } from "../base/server.js";
import { changed, on, state } from "../base/store.js";

const menus = new Map();
const asked = new Set();

const keyOf = (chatId, personId) => `${chatId}:${personId}`;

export const menuOf = (chatId, personId) => menus.get(keyOf(chatId, personId)) ?? [];

/** Keeps the menu of the open chat at hand; it changes with the bot's commands and with who is admin. */
export function keepMenus() {
  on("menus", () => asked.clear());
  on("open menus chats people", () => ask(state.open.chat, state.open.person));
}

async function ask(chatId, personId) {
  if (!state.chats.has(chatId)) return;
  const key = keyOf(chatId, personId);
  const asking = `${key}:${JSON.stringify(state.chats.get(chatId).members ?? [])}`;
  if (asked.has(asking)) return;
  asked.add(asking);
  try {
    menus.set(key, await read(`/chats/${chatId}/menu?person=${personId}`));
    changed("messages", "keyboard");
  } catch {
    asked.delete(asking);
  }
}

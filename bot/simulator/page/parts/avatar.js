// A round picture of initials, in a colour that stays with its owner.

import { isPrivate, titleOf } from "../state/chats.js";
import { element } from "../base/element.js";
import { state } from "../base/store.js";

const COLOURS = 7;

export const colourOf = (id) => String(Math.abs(Number(id)) % COLOURS);

/** The first sign of each of two Latin words, or the first Chinese one. */
function initials(name) {
  const words = String(name).replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "").trim().split(/\s+/);
  const first = [...(words[0] ?? "")][0] ?? "·";
  const isLatin = /^[a-z]/i.test(first);
  const second = isLatin && words.length > 1 ? [...words[1]][0] : "";
  return (first + second).toUpperCase();
}

export function avatar(id, name, className = "") {
  return element(
    "span",
    { class: `avatar ${className}`, "data-colour": colourOf(id), "aria-hidden": "true" },
    initials(name),
  );
}

/** That of a chat; a private one has the bot's. */
export function chatAvatar(chat, className) {
  return avatar(isPrivate(chat) ? state.bot.id : chat.id, titleOf(chat), className);
}

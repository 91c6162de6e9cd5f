// The keyboard a bot puts below the box, and the replies it forces.

import { isPrivate } from "../state/chats.js";
import { placeOf } from "../state/drafts.js";
import { element, iconButton, refill } from "../base/element.js";
import { ICONS } from "../base/icons.js";
import { recall, remember } from "../base/memory.js";
import { inTopic } from "../state/messages.js";
import { changed, chat, person, state } from "../base/store.js";
import { say } from "../base/words.js";

/** The last message that says something about the keyboard of this person here. */
function keyboardMessage() {
  const { chat: chatId, topic } = state.open;
  const found = inTopic(chatId, topic).findLast(
    (message) => (message.markup?.keyboard || message.markup?.remove_keyboard) && isFor(message),
  );
  return found?.markup.keyboard ? found : null;
}

/** A selective keyboard is for those the message replies to or mentions. */
export function isFor(message) {
  if (!message.markup.selective || isPrivate(chat())) return true;
  const who = person();
  const mentions = (message.entities ?? []).some(
    (entity) => entity.user?.id === who.id || isMention(message, entity, who),
  );
  return mentions || message.reply_to_message?.from?.id === who.id;
}

function isMention(message, { type, offset, length }, who) {
  if (type !== "mention" || !who.username) return false;
  return message.text.slice(offset + 1, offset + length).toLowerCase() === who.username.toLowerCase();
}

const hidden = () => recall("keyboards", {});
const isHidden = (message) => hidden()[placeOf()] === message.message_id;

function hide(message, isNowHidden) {
  const all = hidden();
  if (isNowHidden) all[placeOf()] = message.message_id;
  else delete all[placeOf()];
  remember("keyboards", all);
  changed("keyboard");
}

const toggle = iconButton(ICONS.keyboard, "", () => {
  const message = keyboardMessage();
  if (message) hide(message, !isHidden(message));
});

export function keyboardToggle() {
  toggle.dataset.focus = "keyboard";
  return toggle;
}

/** @param {HTMLElement} place @param {?function(string, ?object)} send null while one cannot write */
export function showReplyKeyboard(place, send) {
  const message = send ? keyboardMessage() : null;
  toggle.hidden = !message;
  place.hidden = !message || isHidden(message);
  const label = say(place.hidden ? "keyboard.show" : "keyboard.hide");
  toggle.setAttribute("aria-label", label);
  toggle.setAttribute("aria-expanded", String(!place.hidden));
  toggle.title = label;
  place.setAttribute("aria-label", say("keyboard.reply"));
  place.classList.toggle("is-tall", Boolean(message && !message.markup.resize_keyboard));
  refill(place, place.hidden ? null : message.markup.keyboard.map((row, r) => rowNode(row, r, message, send)));
}

function rowNode(row, r, message, send) {
  return element(
    "div",
    { class: "keyboard-row" },
    row.map((button, c) => keyNode(button, `reply-key-${r}-${c}`, message, send)),
  );
}

function keyNode(button, focus, message, send) {
  const text = typeof button === "string" ? button : button.text;
  const onclick = () => {
    // In a group a bot reads replies to it, whatever its privacy; so Telegram replies here.
    send(text, isPrivate(chat()) ? undefined : message);
    if (message.markup.one_time_keyboard) hide(message, true);
  };
  return element("button", { type: "button", class: "key", "data-focus": focus, onclick }, element("bdi", {}, text));
}

/** What the bot wants to stand in the empty box. */
export function placeholder() {
  const last = inTopic(state.open.chat, state.open.topic).findLast((message) => message.markup && isFor(message));
  return last?.markup.input_field_placeholder ?? "";
}

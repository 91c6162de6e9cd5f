// The buttons under a message: each does what its kind does in Telegram.

import { chooseChat, showAlert } from "../parts/dialogs.js";
import { chatsOf, isPrivate } from "../state/chats.js";
import { composeInline } from "../writing/composer.js";
import { attempt } from "../parts/doing.js";
import { element, icon } from "../base/element.js";
import { ICONS } from "../base/icons.js";
import { followLink } from "../writing/links.js";
import { openChat } from "../state/opening.js";
import { expectAnswer } from "../state/queries.js";
import { state } from "../base/store.js";
import { toast } from "../parts/toasts.js";
import { say } from "../base/words.js";

const PATIENCE_MS = 15000;
const pressed = new Map();

const KINDS = [
  ["callback_data", (button, at) => press(at)],
  ["url", (button) => followLink(button.url)],
  ["login_url", (button) => followLink(button.login_url.url)],
  ["switch_inline_query_current_chat", (button) => composeInline(button.switch_inline_query_current_chat)],
  ["switch_inline_query", (button) => switchTo(button.switch_inline_query, () => true)],
  ["switch_inline_query_chosen_chat", (button) => switchToChosen(button.switch_inline_query_chosen_chat)],
  ["copy_text", (button) => copy(button.copy_text.text)],
];

const MARKS = {
  url: "away",
  login_url: "away",
  switch_inline_query: "forward",
  switch_inline_query_chosen_chat: "forward",
  copy_text: "copy",
};

const kindOf = (button) => KINDS.find(([name]) => button[name] !== undefined);

export function inlineKeyboard(chatId, message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const rowNode = (row, r) => element(
    "div",
    { class: "keyboard-row" },
    row.map((button, c) => buttonNode(button, { chat: chatId, message: message.message_id, row: r, column: c })),
  );
  return element(
    "div",
    { class: "keyboard", role: "group", "aria-label": say("keyboard.inline") },
    rows.map(rowNode),
  );
}

const placeOf = ({ chat, message, row, column }) => `${chat}:${message}:${row}:${column}`;

function buttonNode(button, at) {
  const [name, run] = kindOf(button) ?? ["other", () => toast(say("keyboard.unsupported"))];
  const isWaiting = pressed.has(placeOf(at));
  const props = {
    type: "button",
    class: `key ${name}`,
    "data-place": placeOf(at),
    "data-focus": `key-${at.row}-${at.column}`,
  };
  const onclick = () => run(button, at);
  return element(
    "button",
    { ...props, "data-style": button.style, "aria-busy": isWaiting ? "true" : null, onclick },
    element("bdi", {}, button.text),
    MARKS[name] ? icon(ICONS[MARKS[name]], "key-mark") : null,
  );
}

async function press(at) {
  const place = placeOf(at);
  if (pressed.has(place)) return;
  wait(place);
  const told = await attempt("press", { ...at, person: state.open.person });
  if (!told) return void release(place);
  const patience = setTimeout(() => {
    forget();
    release(place);
    toast(say("press.noAnswer"), { isError: true });
  }, PATIENCE_MS);
  const forget = expectAnswer(told.query_id, (notice) => {
    clearTimeout(patience);
    release(place);
    showNotice(notice);
  });
}

function wait(place) {
  pressed.set(place, true);
  mark(place);
}

function release(place) {
  pressed.delete(place);
  mark(place);
}

function mark(place) {
  const node = document.querySelector(`[data-place="${CSS.escape(place)}"]`);
  if (pressed.has(place)) node?.setAttribute("aria-busy", "true");
  else node?.removeAttribute("aria-busy");
}

function showNotice({ text, show_alert: isAlert, url }) {
  if (url) followLink(url);
  if (!text) return;
  if (isAlert) showAlert(state.bot.first_name, text);
  else toast(text);
}

function allowedBy({ allow_bot_chats: bots, allow_group_chats: groups }) {
  return (chat) => (isPrivate(chat) ? bots : groups);
}

const switchToChosen = (wanted) => switchTo(wanted.query ?? "", allowedBy(wanted));

async function switchTo(query, isAllowed) {
  const chat = await chooseChat(say("choose.inline"), chatsOf(state.open.person).filter(isAllowed));
  if (!chat) return;
  openChat(chat.id);
  composeInline(query);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(say("copied"));
  } catch {
    showAlert(say("copy.byHand"), text);
  }
}

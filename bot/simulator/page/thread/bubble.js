// One row of the list as nodes: a day, the unread line, a service message, or a bubble.

import { avatar, colourOf } from "../parts/avatar.js";
import { statusOf, topicName } from "../state/chats.js";
import { element, foreign, icon, iconButton } from "../base/element.js";
import { formatted } from "./formatting.js";
import { ICONS } from "../base/icons.js";
import { inlineKeyboard } from "./keyboards.js";
import { mediaOf } from "./media.js";
import { openMessageMenu, replyTo } from "./message_menu.js";
import { topicOf } from "../state/messages.js";
import { lineOf, nameOf } from "../parts/preview.js";
import { senderOf } from "./rows.js";
import { serviceNodes } from "../parts/service.js";
import { chat } from "../base/store.js";
import { dayName, fullTimeOf, timeOf } from "../state/times.js";
import { goToMessage } from "../state/going.js";
import { sendCommand } from "../writing/sending.js";
import { say } from "../base/words.js";

const BUILDERS = {
  day: ({ date }) => line("day-line", element("span", { class: "pill" }, dayName(date))),
  unread: () => line("unread-line", element("span", {}, say("unread.line"))),
  service: ({ message }) => line(
    "service-line",
    element("span", { class: "pill", title: fullTimeOf(message.date) }, serviceNodes(message)),
  ),
  message: bubbleRow,
};

// What was opened stays so while the message stays the same, though its row is drawn anew.
const openedOf = new WeakMap();

/** @param {import("./rows.js").Row} row */
export function buildRow(row) {
  const node = BUILDERS[row.kind](row);
  node.dataset.key = row.key;
  return node;
}

const line = (className, child) => element("div", { class: `row line ${className}` }, child);

function bubbleRow(row) {
  const { message, isOwn, isFirst, isLast, isGroup } = row;
  const classes = ["row", isOwn ? "own" : "other", isFirst ? "first" : "", isLast ? "last" : ""];
  const face = isGroup && !isOwn ? element("div", { class: "face" }, isLast ? faceOf(message) : null) : null;
  return element("div", { class: classes.filter(Boolean).join(" ") }, face, article(row));
}

const faceOf = (message) => avatar(senderOf(message), nameOf(message));

function article(row) {
  const { message } = row;
  const props = {
    class: "message",
    tabindex: "-1",
    "aria-label": labelOf(message),
    "data-message": String(message.message_id),
    "data-focus": "message",
    oncontextmenu: (event) => contextMenu(event, message),
    ondblclick: (event) => isBare(event) && replyTo(message),
  };
  return element("article", props, bubble(row), inlineKeyboard(chat().id, message), tools(message));
}

const isBare = (event) => !event.target.closest("a, button, [role=button], .words");

function labelOf(message) {
  const key = message.edit_date ? "message.labelEdited" : "message.label";
  return say(key, { who: nameOf(message), when: timeOf(message.date) });
}

function bubble(row) {
  const { message } = row;
  const text = message.text ?? message.caption;
  const media = mediaOf(message);
  const classes = ["bubble", message.photo ? "with-picture" : "", message.photo && !text ? "bare" : ""];
  return element(
    "div",
    { class: classes.filter(Boolean).join(" ") },
    head(row),
    replyPreview(message),
    media,
    text ? element("div", { class: "words", dir: "auto" }, wordsNodes(message, text)) : null,
    reactions(message),
    meta(message),
  );
}

function wordsNodes(message, text) {
  if (!openedOf.has(message)) openedOf.set(message, new Set());
  const onCommand = (command) => sendCommand(command, message);
  return formatted(text, message.entities ?? message.caption_entities, { onCommand, opened: openedOf.get(message) });
}

function head({ message, isOwn, isFirst, isGroup, showsTopic }) {
  const showsName = isGroup && !isOwn && isFirst;
  const parts = [
    showsName ? foreign(nameOf(message), "sender-name") : null,
    message.via_bot ? element("span", { class: "via" }, say("via", { bot: `@${message.via_bot.username}` })) : null,
    showsName ? element("span", { class: "role" }, roleOf(message)) : null,
    showsTopic && isFirst ? foreign(topicName(chat(), topicOf(message)), "topic-tag") : null,
  ].filter(Boolean);
  return parts.length ? element("div", { class: "head", "data-colour": colourOf(senderOf(message)) }, parts) : null;
}

function roleOf(message) {
  if (message.sender_chat) return say("role.anonymousShort");
  if (message.from?.is_bot) return say("bot");
  const status = statusOf(chat(), message.from?.id);
  return status === "creator" || status === "administrator" ? say(`status.${status}`) : "";
}

function replyPreview(message) {
  const original = message.reply_to_message ?? message.external_reply;
  if (!original || original.forum_topic_created) return null;
  const go = () => goToMessage(original.message_id);
  const words = message.quote?.text ?? lineOf(original);
  const props = {
    type: "button",
    class: "reply-preview",
    "data-colour": colourOf(senderOf(original) ?? 0),
    "data-focus": "reply",
    onclick: go,
  };
  return element(
    "button",
    { ...props, "aria-label": say("reply.goTo", { who: nameOf(original) }) },
    foreign(nameOf(original), "reply-name"),
    foreign(words, "reply-words"),
  );
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  const chip = (emoji) => element("span", { class: "reaction" }, emoji);
  return element(
    "div",
    { class: "reactions", role: "group", "aria-label": say("reactions") },
    message.reactions.map(chip),
  );
}

function meta(message) {
  return element(
    "span",
    { class: "meta", title: fullTimeOf(message.date) },
    message.is_pinned ? named(ICONS.pin, say("pinned")) : null,
    message.is_silent ? named(ICONS.silent, say("silent")) : null,
    message.edit_date ? element("span", {}, say("edited")) : null,
    element("time", { datetime: new Date(message.date * 1000).toISOString() }, timeOf(message.date)),
  );
}

function named(path, label) {
  return element("span", { class: "mark", role: "img", "aria-label": label, title: label }, icon(path));
}

function tools(message) {
  const open = (event) => openMessageMenu(event.currentTarget, message);
  return element(
    "div",
    { class: "tools" },
    iconButton(ICONS.reply, say("reply"), () => replyTo(message), { "data-focus": "tool-reply" }),
    iconButton(ICONS.more, say("message.more"), open, { "data-focus": "tool-more", "aria-haspopup": "menu" }),
  );
}

function contextMenu(event, message) {
  // Links and selected words keep the browser's own menu.
  if (event.target.closest("a") || String(getSelection())) return;
  event.preventDefault();
  openMessageMenu({ x: event.clientX, y: event.clientY }, message);
}


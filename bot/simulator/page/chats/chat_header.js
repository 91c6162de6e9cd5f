// The head of the chat: who it is with, its topics, what is pinned, and whether the server is there.

import { chatAvatar } from "../parts/avatar.js";
import { countMembers, isClosed, isPrivate, titleOf, topicName } from "../state/chats.js";
import { element, foreign, icon, iconButton, refill } from "../base/element.js";
import { ICONS } from "../base/icons.js";
import { GENERAL, inTopic } from "../state/messages.js";
import { openTopic, showList } from "../state/opening.js";
import { isPanelOpen, togglePanel } from "../panel/panel.js";
import { lineOf } from "../parts/preview.js";
import { countUnread } from "../state/reading.js";
import { chat, on, state } from "../base/store.js";
import { goToMessage } from "../state/going.js";
import { isTyping } from "../state/typing.js";
import { say } from "../base/words.js";

const header = document.getElementById("chat-header");
const connection = document.getElementById("connection");
const topics = document.getElementById("topics");
const pinned = document.getElementById("pinned");
let pinnedAt = 0;

export function mountHeader() {
  on("open chats people typing language panel", showHeader);
  on("connection language calls open trouble", showConnection);
  on("open chats messages marks language", showTopics);
  on("open", () => (pinnedAt = 0));
  on("open messages language", showPinned);
}

function showHeader() {
  const there = chat();
  const back = iconButton(ICONS.back, say("back"), showList, { class: "icon-button back", "data-focus": "back" });
  const panelProps = {
    "data-focus": "panel",
    "aria-expanded": String(isPanelOpen()),
    "aria-controls": "panel",
    class: "icon-button panel-button",
  };
  const panel = iconButton(ICONS.panel, say("panel.toggle"), togglePanel, panelProps);
  refill(header, back, there ? titleBlock(there) : element("div", { class: "header-words" }), panel);
}

function titleBlock(there) {
  const title = titleOf(there);
  const words = element("div", { class: "header-words" }, element("h1", {}, foreign(title)), subtitle(there));
  return [chatAvatar(there), words];
}

function subtitle(there) {
  if (isTyping(there.id, state.open.topic)) {
    return element(
      "p",
      { class: "subtitle typing", role: "status" },
      say("typing"),
      element("span", { class: "dots", "aria-hidden": "true" }),
    );
  }
  const words = isPrivate(there) ? say("bot") : say("members", { count: countMembers(there) });
  const kind = there.type === "group" ? ` · ${say("group.basic")}` : there.is_forum ? ` · ${say("forum")}` : "";
  return element("p", { class: "subtitle" }, words + kind);
}

function showConnection() {
  const note = connectionNote();
  connection.hidden = !note;
  connection.classList.toggle("is-lost", !state.isConnected);
  if (connection.textContent !== note) connection.textContent = note;
}

function connectionNote() {
  if (!state.isConnected) return say("connection.lost");
  if (state.isCut) return say("connection.cut");
  return state.isReady && !state.hasBot ? say("connection.noBot") : "";
}

function showTopics() {
  const there = chat();
  topics.hidden = !there?.is_forum;
  topics.setAttribute("aria-label", say("topics"));
  if (topics.hidden) return refill(topics);
  refill(topics, [null, GENERAL, ...there.topics.map((topic) => topic.id)].map((id) => topicButton(there, id)));
}

function topicButton(there, id) {
  const isOpen = state.open.topic === id;
  const count = id === null ? 0 : countUnread(there, state.open.person, id);
  const props = {
    type: "button",
    class: "topic",
    "aria-current": isOpen ? "true" : null,
    "data-focus": `topic-${id}`,
    onclick: () => openTopic(id),
  };
  const closed = id !== null && isClosed(there, id) ? closedMark() : null;
  const label = say("unread.count", { count });
  const badge = count ? element("span", { class: "badge", "aria-label": label }, String(count)) : null;
  return element("button", props, foreign(topicName(there, id)), closed, badge);
}

function closedMark() {
  const label = say("topic.closed");
  return element("span", { class: "mark", role: "img", "aria-label": label, title: label }, icon(ICONS.lock));
}

function showPinned() {
  const there = chat();
  const messages = there ? inTopic(there.id, state.open.topic) : [];
  const all = messages.filter((message) => message.is_pinned).reverse();
  pinned.hidden = all.length === 0;
  if (pinned.hidden) return refill(pinned);
  refill(pinned, pinnedButton(all));
}

function pinnedButton(all) {
  const message = all[pinnedAt % all.length];
  const text = lineOf(message);
  const number = all.length - (pinnedAt % all.length);
  const title = all.length > 1 ? say("pinned.numbered", { number }) : say("pinned");
  const first = element("span", { class: "pinned-title" }, title);
  const words = element("span", { class: "pinned-words" }, first, foreign(text, "pinned-line"));
  const go = () => goToPinned(message);
  const props = { type: "button", class: "pinned-button", "data-focus": "pinned", onclick: go };
  return element("button", { ...props, "aria-label": say("pinned.goTo", { text }) }, icon(ICONS.pin), words);
}

/** Goes there, and shows the one pinned before. */
function goToPinned(message) {
  goToMessage(message.message_id);
  pinnedAt += 1;
  showPinned();
}

// The messages of the open chat: keeps the list in step with what happens, and where one has read.

import { chat, changed, on, state } from "../base/store.js";
import { buildRow } from "./bubble.js";
import { isPrivate } from "../state/chats.js";
import { iconButton, element, refill } from "../base/element.js";
import { emptyState } from "./empty.js";
import { movedBy } from "../state/going.js";
import { ICONS } from "../base/icons.js";
import { MessageList } from "./message_list.js";
import { find, inTopic, isLoaded } from "../state/messages.js";
import { countUnread, firstUnread, markRead } from "../state/reading.js";
import { openTopic } from "../state/opening.js";
import { rowsOf } from "./rows.js";
import { toast } from "../parts/toasts.js";
import { say } from "../base/words.js";

let list;
let shown = { place: "", unreadFrom: 0 };
const frame = document.getElementById("messages-frame");
const scroller = document.getElementById("messages");
const empty = element("div", { class: "empty" });
const jump = iconButton(ICONS.down, "", () => list.goToEnd(), { class: "icon-button jump" });
const jumpCount = element("span", { class: "badge" });

export function mountThread() {
  movedBy({ toEnd, toMessage });
  list = new MessageList(scroller, { build: buildRow, onPlace: () => nextTask(afterMove) });
  jump.append(jumpCount);
  frame.append(empty, jump);
  on("open messages chats people language clock", (kinds) => show(kinds));
  on("marks", showJump);
  scroller.addEventListener("keydown", moveInList);
  document.addEventListener("visibilitychange", () => nextTask(afterMove));
}

const placeNow = () => `${state.boot}:${state.open.person}:${state.open.chat}:${state.open.topic ?? "all"}`;

function show(kinds) {
  scroller.setAttribute("aria-label", say("messages.label"));
  const there = chat();
  const isReady = there && isLoaded(there.id);
  if (!isReady) return clear(there);
  const isOther = shown.place !== placeNow();
  if (isOther) shown = { place: placeNow(), unreadFrom: firstUnread(there, state.open.person, state.open.topic) };
  const rows = rowsNow(there);
  list.show(rows, { isOther });
  if (isOther && shown.unreadFrom) list.goTo("unread", { isAtTop: true });
  if (kinds.has("language")) list.redraw();
  showEmpty(there, rows);
  showJump();
}

function rowsNow(there) {
  const { person, topic } = state.open;
  const around = { chat: there, person, topic, unreadFrom: shown.unreadFrom };
  return rowsOf(inTopic(there.id, topic), around);
}

function clear(there) {
  shown = { place: "", unreadFrom: 0 };
  list.show([], { isOther: true });
  refill(empty, there ? null : emptyState(undefined));
  empty.hidden = there !== undefined;
  showJump();
}

function showEmpty(there, rows) {
  const isEmpty = !rows.some((row) => row.kind === "message") && (isPrivate(there) || rows.length === 0);
  empty.hidden = !isEmpty;
  refill(empty, isEmpty ? emptyState(there) : null);
}

function showJump() {
  const there = chat();
  const count = there ? countUnread(there, state.open.person, state.open.topic) : 0;
  jump.hidden = list.isAtEnd;
  jumpCount.textContent = count ? String(count) : "";
  const label = count ? say("jump.count", { count }) : say("jump");
  jump.setAttribute("aria-label", label);
  jump.title = label;
}

/** What is seen has been read, as long as somebody looks at the page. */
function afterMove() {
  const seen = list.lastSeen?.message;
  const there = chat();
  const isLookedAt = document.visibilityState === "visible" && scroller.clientHeight > 0;
  if (seen && there && shown.place === placeNow() && isLookedAt) {
    markRead(there.id, state.open.topic, seen.message_id);
  }
  showJump();
}

function nextTask(run) {
  setTimeout(run, 0);
}

/** After one's own message the unread line has done its work. */
function toEnd() {
  shown.unreadFrom = 0;
  list.goToEnd();
  changed("messages");
}

/** Jumps to a message of the open chat and lights it up, in its own topic if need be. */
function toMessage(messageId) {
  const key = `m-${messageId}`;
  if (list.goTo(key, { isLit: true })) return;
  if (!find(state.open.chat, messageId)) return toast(say("message.gone"));
  openTopic(null);
  requestAnimationFrame(() => requestAnimationFrame(() => list.goTo(key, { isLit: true })));
}

/** Up and down go from message to message, once the list has the focus. */
function moveInList(event) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step || event.altKey || !event.target.matches("#messages, .message")) return;
  const current = event.target.closest(".row")?.dataset.key;
  const rows = list.rows.filter((row) => row.kind === "message");
  const at = current ? rows.findIndex((row) => row.key === current) : rows.indexOf(list.lastSeen) - step;
  const next = rows[at + step];
  if (!next) return;
  event.preventDefault();
  focusRow(next.key);
}

function focusRow(key) {
  if (!list.nodeOf(key)) list.goTo(key);
  const message = list.nodeOf(key)?.querySelector(".message");
  message?.focus({ preventScroll: true });
  message?.scrollIntoView({ block: "nearest" });
}

// The box one writes in: sends, replies, edits, keeps drafts, and hands keys to what is offered above it.

import { attachTo } from "./attaching.js";
import { box, buildLine, grow, line, MOST_UNITS, nameParts, offerCommands } from "./box.js";
import { barFor } from "./composer_bar.js";
import { chat, on, person, state } from "../base/store.js";
import { Completion } from "./completion.js";
import { draftAt, keepDraft, placeOf } from "../state/drafts.js";
import { element, keepingFocus, refill } from "../base/element.js";
import { canEdit, hindrance } from "../state/chats.js";
import { Inline, queryIn } from "./inline.js";
import { menuOf } from "../state/menu.js";
import { inTopic } from "../state/messages.js";
import { contextBar } from "./context_bar.js";
import { deliver, enqueue, sendText } from "./sending.js";
import { isFor, placeholder, showReplyKeyboard } from "./reply_keyboard.js";
import { Suggestions } from "./suggestions.js";
import { toast } from "../parts/toasts.js";
import { goToEnd } from "../state/going.js";
import { onNewMessage } from "../state/events.js";
import { say } from "../base/words.js";

const form = document.getElementById("composer");
const above = element("div", { class: "composer-above" });
const bar = element("div", { class: "composer-bar" });
const context = element("div", { class: "context-slot" });
const replyKeyboard = element("div", { class: "reply-keyboard", role: "group" });

const replies = new Map();
let edited = null;
let place = "";
let suggestions;
let completion;
let inline;

export function mountComposer() {
  form.append(above, bar, context, line, replyKeyboard);
  suggestions = new Suggestions({ box, place: above, onEnd: () => inline.more() });
  completion = new Completion({ suggestions, send: sendCompleted, insert: setText });
  inline = new Inline({ suggestions, sent: afterInline });
  box.addEventListener("input", typed);
  box.addEventListener("keydown", pressedKey);
  form.addEventListener("submit", (event) => (event.preventDefault(), submit()));
  attachTo(document.getElementById("chat"), box);
  on("open chats people messages language keyboard", show);
  onNewMessage(obeyForcedReply);
  buildLine(toggleCommands);
}

function show(kinds) {
  if (!state.isReady) return;
  const there = chat();
  form.hidden = !there || !person();
  if (form.hidden) return;
  if (kinds.has("language")) nameParts();
  const why = hindrance(there, person(), state.open.topic);
  keepingFocus(form, () => showBar(why));
  showReplyKeyboard(replyKeyboard, why ? null : sendText);
  box.placeholder = placeholder() || say("composer.placeholder");
  offerCommands(menuOf(there.id, state.open.person).length > 0);
  if (place !== placeOf()) arrive();
  else if (!why) grow();
}

function showBar(why) {
  bar.hidden = !why;
  refill(bar, why ? barFor(why) : null);
  for (const part of [line, context, above]) part.hidden = Boolean(why);
}

/** Comes to another chat, topic or person: there lies another draft. */
function arrive() {
  place = placeOf();
  edited = null;
  setText(draftAt(place), { isDraft: true });
  showContext();
  if (isFocusWelcome()) focusComposer();
}

/** On a phone the focus brings up a keyboard; by keyboard one may be busy in a list or the panel. */
function isFocusWelcome() {
  if (!matchMedia("(hover: hover)").matches || document.querySelector("dialog[open]")) return false;
  return !document.activeElement?.matches(":is(nav, aside, .menu) :focus-visible");
}

export function focusComposer() {
  if (!line.hidden) box.focus({ preventScroll: true });
}

// what is typed

function setText(text, { isDraft = false } = {}) {
  box.value = text;
  if (isDraft) {
    suggestions.hide();
    inline.stop();
    grow();
    if (queryIn(text) !== null) offer();
    return;
  }
  focusComposer();
  typed();
}

function typed() {
  if (!edited) keepDraft(place, box.value);
  grow();
  offer();
}

function offer() {
  const query = edited ? null : queryIn(box.value);
  if (query !== null) return inline.offer(query);
  inline.stop();
  if (edited || !completion.offer(box.value)) suggestions.hide();
}

function pressedKey(event) {
  // A key that ends an input method's composition belongs to the input method; Safari says so by 229 only.
  if (event.isComposing || event.keyCode === 229) return;
  if (suggestions.take(event)) return;
  if (event.key === "Enter" && !event.shiftKey) return void (event.preventDefault(), submit());
  if (event.key === "Escape") return cancel(event);
  if (event.key === "ArrowUp" && !box.value && !event.altKey) return editLast(event);
}

function cancel(event) {
  if (!edited && !replies.has(place)) return;
  event.stopPropagation();
  endContext();
}

// replying and editing

export function startReply(message) {
  if (edited) endContext();
  replies.set(place, message);
  showContext();
  focusComposer();
}

export function startEdit(message) {
  edited = message;
  showContext();
  box.value = message.text;
  grow();
  suggestions.hide();
  focusComposer();
}

/** A bot may put a reply to its message before one's next words. */
function obeyForcedReply(chatId, message) {
  const isHere = chatId === state.open.chat && message.markup?.force_reply && isFor(message);
  if (isHere && !edited) startReply(message);
}

function endContext() {
  if (edited) {
    edited = null;
    setText(draftAt(place), { isDraft: true });
  } else replies.delete(place);
  showContext();
  focusComposer();
}

function showContext() {
  refill(context, contextBar({ edited, reply: replies.get(place), onEnd: endContext }));
}

function editLast(event) {
  const { chat: chatId, topic } = state.open;
  const last = inTopic(chatId, topic).findLast((message) => canEdit(message, chat(), state.open.person));
  if (!last) return;
  event.preventDefault();
  startEdit(last);
}

// sending

function submit() {
  const text = box.value;
  if (!text.trim()) return;
  const over = text.length - MOST_UNITS;
  if (over > 0) return toast(say("composer.tooLong", { count: over }), { isError: true });
  const [from, change, reply] = [place, edited, replies.get(place)];
  edited = null;
  replies.delete(place);
  setText("", { isDraft: true });
  showContext();
  if (!change) goToEnd();
  const restore = () => putBack({ from, text, change, reply });
  if (change) return enqueue(deliver("edit", { message: change.message_id, text }, restore, () => arriveDraft(from)));
  const body = { text, reply_to: reply?.message_id, topic: state.open.topic ?? undefined };
  return enqueue(deliver("send", body, restore, () => forgetDraft(from, text)));
}

/** What could not be sent goes back before whatever was typed since. */
function putBack({ from, text, change, reply }) {
  if (reply) replies.set(from, reply);
  if (from !== place) return void (change || keepDraft(from, [text, draftAt(from)].filter(Boolean).join("\n")));
  if (change) return startEdit({ ...change, text });
  const since = box.value;
  setText(since ? `${text}\n${since}` : text);
  showContext();
}

function forgetDraft(from, text) {
  if (draftAt(from) === text) keepDraft(from, "");
}

function arriveDraft(from) {
  if (from === place && !box.value) setText(draftAt(from), { isDraft: true });
}

function sendCompleted(words) {
  setText(words);
  suggestions.hide();
  submit();
}

/** Writes "@bot query" into the box, as some buttons do. */
export function composeInline(query) {
  requestAnimationFrame(() => setText(`@${state.bot.username} ${query}`));
}

function afterInline() {
  suggestions.hide();
  inline.stop();
  setText("");
  goToEnd();
}

function toggleCommands() {
  if (suggestions.isOpen) return suggestions.hide();
  focusComposer();
  if (!box.value) completion.offer("/");
  else toast(say("commands.clear"));
}

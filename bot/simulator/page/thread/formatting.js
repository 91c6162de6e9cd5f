// Turns text with entities into nodes; places are counted in UTF-16 units, as JavaScript counts.

import { actionText, element, icon } from "../base/element.js";
import { ICONS } from "../base/icons.js";
import { followLink, isOurLink, safeAddress } from "../writing/links.js";
import { state } from "../base/store.js";
import { say } from "../base/words.js";
import { privateChatOf } from "../state/chats.js";
import { openChat } from "../state/opening.js";

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const LONG_QUOTE = { units: 120, lines: 3 };

/**
 * @param {string} text
 * @param {Array<{type: string, offset: number, length: number}>} entities
 * @param {{onCommand: function(string), opened: Set<number>}} given what a click on a command does;
 *   the offsets of spoilers and long quotes already opened
 * @returns {Array<Node|string>}
 */
export function formatted(text, entities = [], given) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return stretch({ text, ...given }, 0, text.length, ordered);
}

function stretch(given, start, end, entities) {
  const nodes = [];
  let at = start;
  let isAfterBlock = false;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const from = Math.max(first.offset, at);
    const to = Math.min(first.offset + first.length, end);
    rest = others.flatMap((entity) => beyond(entity, to));
    if (from >= to) continue;
    const isBlock = BLOCKS.has(first.type);
    nodes.push(plain(given.text.slice(at, from), isAfterBlock, isBlock));
    const inside = others.filter((entity) => entity.offset < to);
    nodes.push(styled(first, given, from, to, stretch(given, from, to, inside)));
    [at, isAfterBlock] = [to, isBlock];
  }
  nodes.push(plain(given.text.slice(at, end), isAfterBlock, false));
  return nodes.filter((node) => node !== "");
}

/** What of an entity lies behind a place: entities that cross another one go on after it. */
function beyond(entity, place) {
  const end = entity.offset + entity.length;
  if (end <= place) return [];
  const offset = Math.max(entity.offset, place);
  return [{ ...entity, offset, length: end - offset }];
}

/** A block stands on lines of its own, so the line break beside it is not shown twice. */
function plain(text, isAfterBlock, isBeforeBlock) {
  const started = isAfterBlock ? text.replace(/^\n/, "") : text;
  return isBeforeBlock ? started.replace(/\n$/, "") : started;
}

function styled(entity, given, from, to, children) {
  const words = given.text.slice(from, to);
  const tag = TAGS[entity.type];
  if (tag) return element(tag, {}, children);
  const make = MAKERS[entity.type];
  return make ? make(children, words, entity, given) : element("span", {}, children);
}

const MAKERS = {
  pre: (children, words, { language }) => element(
    "pre",
    { "data-language": language || null },
    element("code", {}, children),
  ),
  blockquote: (children) => element("blockquote", {}, children),
  expandable_blockquote: longQuote,
  spoiler,
  text_link: (children, words, { url }) => link(url, children),
  url: (children, words) => link(words, children),
  email: (children, words) => link(`mailto:${words}`, children),
  mention,
  text_mention: (children, words, { user }) => element(
    "span",
    { class: "mention", title: user?.first_name },
    children,
  ),
  hashtag: (children) => element("span", { class: "hashtag" }, children),
  cashtag: (children) => element("span", { class: "hashtag" }, children),
  bot_command: (children, words, entity, { onCommand }) =>
    actionText("link command", () => onCommand(words), children),
};

function link(address, children) {
  const href = safeAddress(address);
  if (!href) return element("span", {}, children);
  const onclick = (event) => {
    if (!isOurLink(href)) return;
    event.preventDefault();
    followLink(href);
  };
  return element("a", { href, target: "_blank", rel: "noopener noreferrer", title: href, onclick }, children);
}

function mention(children, words) {
  const isBot = words.slice(1).toLowerCase() === state.bot.username.toLowerCase();
  if (!isBot) return element("span", { class: "mention" }, children);
  return actionText("link mention", () => openChat(privateChatOf(state.open.person)?.id), children);
}

function spoiler(children, words, { offset }, { opened }) {
  const text = element("span", { class: "spoiler-text" }, children);
  const node = actionText("spoiler", reveal, text);
  function reveal() {
    opened.add(offset);
    node.classList.add("is-shown");
    ["role", "tabindex", "aria-label"].forEach((name) => node.removeAttribute(name));
    text.removeAttribute("aria-hidden");
  }
  node.setAttribute("aria-label", say("spoiler"));
  text.setAttribute("aria-hidden", "true");
  if (opened.has(offset)) reveal();
  return node;
}

function longQuote(children, words, { offset }, { opened }) {
  const lines = words.split("\n").length;
  if (words.length <= LONG_QUOTE.units && lines <= LONG_QUOTE.lines) return element("blockquote", {}, children);
  const quote = element("blockquote", { class: "expandable" }, element("div", { class: "quote-body" }, children));
  const toggle = element(
    "button",
    { type: "button", class: "quote-toggle", "data-focus": `quote-${offset}`, onclick: turn },
    icon(ICONS.down),
  );
  const show = () => {
    const isOpen = opened.has(offset);
    quote.classList.toggle("is-open", isOpen);
    toggle.setAttribute("aria-expanded", String(isOpen));
    toggle.setAttribute("aria-label", say(isOpen ? "quote.fold" : "quote.unfold"));
  };
  function turn() {
    if (!opened.delete(offset)) opened.add(offset);
    show();
  }
  show();
  quote.append(toggle);
  return quote;
}

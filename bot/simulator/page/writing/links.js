// Which addresses are linked, which of them lead to the bot, and where those go.

import { isPresent, isPrivate, isStanding, privateChatOf } from "../state/chats.js";
import { chooseChat } from "../parts/dialogs.js";
import { attempt } from "../parts/doing.js";
import { openChat } from "../state/opening.js";
import { state } from "../base/store.js";
import { goToEnd } from "../state/going.js";
import { toast } from "../parts/toasts.js";
import { say } from "../base/words.js";

const LINKED = new Set(["http:", "https:", "mailto:", "tg:"]);
const TELEGRAM_HOSTS = new Set(["t.me", "telegram.me", "telegram.dog"]);
const START_ARGUMENT = /^[A-Za-z0-9_-]{0,64}$/;

/** The address as it may stand in a link, or "" when it may not. */
export function safeAddress(address) {
  const text = String(address ?? "").trim();
  const url = parsed(text);
  if (url) return LINKED.has(url.protocol) ? url.href : "";
  const guessed = parsed(`https://${text}`);
  return guessed?.hostname.includes(".") ? guessed.href : "";
}

function parsed(text) {
  // "t.me:80/x" and "example.org:80" are hosts with a port, not schemes.
  if (!/^[a-z][a-z0-9+-]*:/i.test(text)) return null;
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

export function isOurLink(href) {
  return targetOf(href).kind !== "web";
}

/**
 * What an address means here.
 * @returns {{kind: "start"|"startgroup"|"bot"|"unknown"|"web", argument?: string}}
 */
function targetOf(href) {
  const url = new URL(href);
  if (url.protocol === "tg:") return toBot(tgName(url), url.searchParams) ?? { kind: "unknown" };
  if (!TELEGRAM_HOSTS.has(url.hostname.replace(/^www\./, ""))) return { kind: "web" };
  return toBot(url.pathname.split("/")[1] ?? "", url.searchParams) ?? { kind: "web" };
}

function tgName(url) {
  const path = `${url.host}${url.pathname}`.replace(/^\/+|\/+$/g, "");
  return path === "resolve" ? url.searchParams.get("domain") ?? "" : "";
}

function toBot(name, params) {
  if (!name || name.toLowerCase() !== state.bot.username.toLowerCase()) return null;
  for (const kind of ["start", "startgroup"]) {
    const argument = params.get(kind);
    if (argument !== null) return START_ARGUMENT.test(argument) ? { kind, argument } : { kind: "unknown" };
  }
  return { kind: "bot" };
}

/** Follows a link: inside when it leads to the bot, else in a new tab. */
export async function followLink(address) {
  const href = safeAddress(address);
  if (!href) return toast(say("link.none"), { isError: true });
  const { kind, argument } = targetOf(href);
  if (kind === "web") return void window.open(href, "_blank", "noopener,noreferrer");
  if (kind === "unknown") return toast(say("link.unknown"), { isError: true });
  if (kind === "startgroup") return startInGroup(argument);
  return kind === "bot" ? openPrivateChat() : startBot(argument);
}

function openPrivateChat() {
  const chat = privateChatOf(state.open.person);
  if (chat) openChat(chat.id);
}

export async function startBot(argument = "") {
  openPrivateChat();
  goToEnd();
  await attempt("start", argument ? { person: state.open.person, argument } : { person: state.open.person });
}

async function startInGroup(argument) {
  const { person } = state.open;
  const groups = [...state.chats.values()].filter(
    (chat) => !isPrivate(chat) && isStanding(chat) && isPresent(chat, person),
  );
  const chat = await chooseChat(say("choose.startgroup"), groups);
  if (!chat) return;
  openChat(chat.id);
  await attempt("startgroup", argument ? { chat: chat.id, person, argument } : { chat: chat.id, person });
}

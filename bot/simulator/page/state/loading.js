// Loads the state and the chats, and keeps both alive by the server's events.

import { chatsOf } from "./chats.js";
import { takeEvent, whileWaiting } from "./events.js";
import { fill, forgetMessages, isLoaded } from "./messages.js";
import { useBoot } from "../base/memory.js";
import { recallMarks } from "./reading.js";
import { recallDrafts } from "./drafts.js";
import { Events, read } from "../base/server.js";
import { changed, on, state } from "../base/store.js";
import { setClock } from "./times.js";
import { reopen } from "./opening.js";

const RETRY_MS = 1500;
const loading = new Map();
const events = new Events({ onEvent: takeOrReset, onOpen: () => connected(true), onLost: () => connected(false) });

/** Loads everything and follows what happens; tries again until the server answers. */
export async function loadAll() {
  while (!(await loadState())) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  reopen();
  state.isReady = true;
  changed("open", "people", "chats", "messages", "calls", "clock", "trouble", "menus", "language");
  events.follow(state.stamp);
}

async function loadState() {
  try {
    takeState(await read("/state"));
    return true;
  } catch {
    connected(false);
    return false;
  }
}

function takeState(told) {
  const boot = bootOf(told.stamp);
  if (boot !== state.boot) newBoot(boot);
  forgetMessages();
  loading.clear();
  const { stamp, bot, rules, orders, language, calls } = told;
  Object.assign(state, { stamp, bot, rules, orders, language, calls: [...calls] });
  Object.assign(state, { hasBot: told.has_bot, isCut: told.is_cut });
  state.people = new Map(told.people.map((person) => [person.id, person]));
  state.chats = new Map(told.chats.map((chat) => [chat.id, chat]));
  setClock(told.clock);
}

function newBoot(boot) {
  state.boot = boot;
  useBoot(boot);
  recallMarks();
  recallDrafts();
}

const bootOf = (stamp) => stamp.slice(0, stamp.lastIndexOf("-"));

function takeOrReset(event, stamp) {
  const isForeign = stamp && bootOf(stamp) !== state.boot;
  if (event.kind === "reset" || isForeign) {
    events.stop();
    loadAll();
    return;
  }
  takeEvent(event);
}

function connected(isConnected) {
  if (state.isConnected === isConnected) return;
  state.isConnected = isConnected;
  changed("connection");
}

/** Loads a chat once; whoever comes while it is loading waits for the same. */
function loadChat(chatId) {
  if (isLoaded(chatId)) return Promise.resolve();
  if (!loading.has(chatId)) loading.set(chatId, fetchChat(chatId).finally(() => loading.delete(chatId)));
  return loading.get(chatId);
}

async function fetchChat(chatId) {
  await whileWaiting(chatId, async () => {
    const { messages } = await read(`/chats/${chatId}/messages`);
    fill(chatId, messages);
  }).catch(() => setTimeout(() => changed("chats"), RETRY_MS));
}

/** Unread counts need the messages of every chat the person sees. */
export function keepChatsLoaded() {
  on("open chats people", () => {
    const { person, chat } = state.open;
    if (state.chats.has(chat)) loadChat(chat);
    for (const { id, last } of person === null ? [] : chatsOf(person)) if (last) loadChat(id);
  });
}

/** The bot's names may have changed with its commands. */
export function keepBotKnown() {
  on("menus", async (kinds) => {
    if (!state.isReady || kinds.has("people")) return;
    const told = await read("/state").catch(() => null);
    if (!told) return;
    state.bot = told.bot;
    changed("chats");
  });
}

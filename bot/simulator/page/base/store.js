// What this page knows of the local Telegram, and who is told when it changes.

/** Shapes are those of the server's /state; `open` is where the visitor is. */
export const state = {
  boot: "",
  stamp: "",
  isReady: false,
  bot: { id: 0, first_name: "", username: "" },
  hasBot: false,
  clock: null,
  rules: {},
  orders: [],
  isCut: false,
  language: "zh",
  people: new Map(),
  chats: new Map(),
  calls: [],
  isConnected: true,
  open: { person: null, chat: null, topic: null },
};

const FRAMELESS_MS = 100;
const listeners = [];
let pending = null;

/**
 * Calls the listener, once a frame, after any of these kinds changed:
 * open people chats messages marks clock trouble calls menus typing connection language keyboard
 */
export function on(kinds, listener) {
  listeners.push({ kinds: new Set(kinds.split(" ")), listener });
}

export function changed(...kinds) {
  if (pending) {
    kinds.forEach((kind) => pending.add(kind));
    return;
  }
  pending = new Set(kinds);
  nextFrame(tell);
}

function tell() {
  const kinds = pending;
  pending = null;
  for (const { kinds: wanted, listener } of listeners) {
    if ([...kinds].some((kind) => wanted.has(kind))) safely(listener, kinds);
  }
}

/** A fault in one part of the page is no reason for the others to stand still. */
function safely(listener, kinds) {
  try {
    listener(kinds);
  } catch (error) {
    reportError(error);
  }
}

/** A page that is hidden or covered gets no frames, but its title still counts what is unread. */
function nextFrame(run) {
  let isDone = false;
  const once = () => {
    if (!isDone) run();
    isDone = true;
  };
  requestAnimationFrame(once);
  setTimeout(once, FRAMELESS_MS);
}

export const person = () => state.people.get(state.open.person);
export const chat = () => state.chats.get(state.open.chat);

// Trouble on the line between the bot and Telegram: faults ordered, the network cut, limits kept.

import { titleOf } from "../state/chats.js";
import { button, buttons, field, labelled, note, section, select, turnable } from "../parts/controls.js";
import { attempt } from "../parts/doing.js";
import { element, keepingFocus } from "../base/element.js";
import { state } from "../base/store.js";
import { say } from "../base/words.js";

const METHODS = [
  "*",
  "sendMessage",
  "editMessageText",
  "answerCallbackQuery",
  "answerInlineQuery",
  "sendPhoto",
  "sendDocument",
  "getUpdates",
];
const FAULTS = ["429", "500", "403", "400", "reset", "timeout"];
const RULES = ["flood_limits", "strict_parameters", "reads_all_group_messages", "inline_feedback"];

// What was chosen stays while the section is drawn anew.
const wanted = { scope: "here", method: "*", times: "1", retryAfter: "5" };

export function lineSection(place) {
  keepingFocus(place, () => place.replaceChildren(
    section(say("line"), note(say("line.what")), order(), orders(), network()),
    section(say("rules"), RULES.map(rule)),
  ));
}

function order() {
  const scopes = [["here", say("line.thisChat")], ["any", say("line.anyChat")]];
  const methods = METHODS.map((name) => [name, methodName(name)]);
  const grid = element(
    "div",
    { class: "fields" },
    labelled(say("line.where"), select(scopes, kept("scope"), wanted.scope)),
    labelled(say("line.method"), select(methods, kept("method"), wanted.method)),
    labelled(say("line.times"), number("times", "99")),
    labelled(say("line.retryAfter"), number("retryAfter", "3600")),
  );
  return [grid, buttons(FAULTS.map(faultButton))];
}

const kept = (name) => ({ "data-focus": name, oninput: (event) => (wanted[name] = event.target.value) });
const number = (name, max) => field({ type: "number", min: "1", max, value: wanted[name], ...kept(name) });
const faultButton = (what) => button(say(`fault.${what}`), () => fail(what), { focus: `fault-${what}` });

function fail(what) {
  const { open } = state;
  const body = {
    method: wanted.method,
    what,
    times: Number(wanted.times) || 1,
    retry_after: Number(wanted.retryAfter) || 5,
  };
  return attempt("fail", wanted.scope === "here" && open.chat !== null ? { ...body, chat: open.chat } : body);
}

function orders() {
  const clear = button(
    say("line.clear"),
    () => attempt("clear_trouble"),
    { focus: "clear", disabled: !state.orders.length && !state.isCut },
  );
  const list = element("ul", { class: "orders", "aria-label": say("line.orders") }, state.orders.map(orderNode));
  return [
    element("h3", {}, say("line.orders")),
    state.orders.length ? list : note(say("line.noOrders")),
    buttons(clear),
  ];
}

const methodName = (name) => (name === "*" ? say("line.anyMethod") : name);

function orderNode({ method, what, chat_id: chatId, times }) {
  const chat = state.chats.get(chatId);
  const where = chat ? titleOf(chat) : say("line.anyChat");
  const order = say("line.order", { method: methodName(method), where, times });
  return element("li", {}, element("strong", {}, what), element("span", {}, order));
}

function network() {
  return turnable(say("line.cut"), state.isCut, (isCut) => attempt(isCut ? "cut" : "restore"), "cut");
}

function rule(name) {
  return turnable(
    say(`rule.${name}`),
    Boolean(state.rules[name]),
    (isOn) => attempt("set_rules", { [name]: isOn }),
    name,
  );
}

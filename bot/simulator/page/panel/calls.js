// The calls tab: what the bot did, the latest first.

import { titleOf } from "../state/chats.js";
import { note } from "../parts/controls.js";
import { element, foreign, refill } from "../base/element.js";
import { on, state } from "../base/store.js";
import { preciseTimeOf } from "../state/times.js";
import { say } from "../base/words.js";

const LEFT_OUT = new Set(["getUpdates"]);
const MOST = 120;

export function callsTab(body) {
  on("calls chats language", () => body.hidden || show(body));
  // A hidden tab is filled when it is shown.
  new MutationObserver(() => body.hidden || show(body)).observe(body, { attributeFilter: ["hidden"] });
}

function show(body) {
  const calls = state.calls.filter(({ method }) => !LEFT_OUT.has(method)).slice(-MOST).reverse();
  const list = element("ol", { class: "calls", "aria-label": say("tab.calls") }, calls.map(callNode));
  refill(
    body,
    note(say("calls.what")),
    calls.length ? list : element("p", { class: "note strong" }, say("calls.none")),
  );
}

function callNode(call) {
  const chat = state.chats.get(call.chat_id);
  const first = element(
    "div",
    { class: "call-first" },
    element("code", {}, call.method),
    element("time", { datetime: call.at }, preciseTimeOf(Date.parse(call.at))),
  );
  const where = chat ? foreign(titleOf(chat) + (call.topic ? ` #${call.topic}` : ""), "call-chat") : null;
  const text = call.text ? foreign(call.text, "call-text") : null;
  const error = call.error ? element("div", { class: "call-error" }, call.error) : null;
  return element("li", { class: call.error ? "call has-error" : "call" }, first, where, text, error);
}

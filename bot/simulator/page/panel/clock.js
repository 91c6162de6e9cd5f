// The clock tab: the bot's time running, and the ways to turn it.

import { button, buttons, field, labelled, note, section } from "../parts/controls.js";
import { attempt } from "../parts/doing.js";
import { element, refill } from "../base/element.js";
import { on, state } from "../base/store.js";
import { DAY_MS, longDayOf, momentOf, preciseTimeOf, shownNow, wallTime } from "../state/times.js";
import { say } from "../base/words.js";

const HOUR_MS = 3600000;
const TICK_MS = 200;
const BRIEFING = "08:30";

const day = element("p", { class: "clock-day" });
const time = element("p", { class: "clock-time" });
const how = element("p", { class: "clock-how", role: "status" });
const moment = field({ type: "datetime-local", step: "60" });

/** Fills the tab and keeps it running. */
export function clockTab(body) {
  on("language", () => build(body));
  on("clock language", showHow);
  setInterval(() => body.hidden || tick(), TICK_MS);
}

function build(body) {
  const face = element(
    "div",
    { class: "clock-face", role: "timer", "aria-live": "off", "aria-label": say("tab.clock") },
    time,
    day,
  );
  const onsubmit = (event) => (event.preventDefault(), moment.value && turn(moment.value));
  const jump = element(
    "form",
    { class: "inline-form", onsubmit },
    labelled(say("clock.moment"), moment),
    element("button", { class: "plain-button" }, say("clock.jump")),
  );
  refill(
    body,
    face,
    how,
    element("div", { class: "clock-run" }),
    section(say("clock.jumpTo"), quick(), jump),
    note(say("clock.what")),
  );
  body.querySelector(".clock-run").replaceWith(run);
  if (!moment.value && state.clock) moment.value = wallTime(shownNow());
}

const run = element("div", { class: "clock-run" });

function showHow() {
  if (!state.clock) return;
  const { rate, is_turned: isTurned, turns_bot: turnsBot, next_due: due } = state.clock;
  how.textContent = [rateWords(rate, isTurned), turnsBot ? "" : say("clock.ownClock")].filter(Boolean).join(" ");
  const dueButton = button(
    due ? say("clock.nextDue", { when: momentOf(Date.parse(due)) }) : say("clock.nothingDue"),
    () => attempt("next_due"),
    { focus: "due", isMain: true, disabled: !due },
  );
  const play = button(say("clock.play"), () => attempt("play", {}), { focus: "play" });
  const real = button(
    say("clock.real"),
    () => attempt("real_time"),
    { focus: "real", disabled: !isTurned && rate === 1 },
  );
  refill(run, dueButton, buttons(play, paceButton(rate), real));
  tick();
}

function paceButton(rate) {
  if (rate !== 0) return button(say("clock.pause"), () => attempt("stop"), { focus: "pause" });
  return button(say("clock.goOn"), () => attempt("play", { rate: 1 }), { focus: "pause" });
}

function rateWords(rate, isTurned) {
  if (rate === 0) return say("clock.stands");
  if (rate !== 1) return say("clock.runs", { rate });
  return say(isTurned ? "clock.turned" : "clock.isReal");
}

function quick() {
  const by = (key, ms) => button(say(key), () => turn(new Date(shownNow() + ms).toISOString()));
  const row = buttons(
    by("clock.hourBack", -HOUR_MS),
    by("clock.hour", HOUR_MS),
    by("clock.day", DAY_MS),
    by("clock.week", 7 * DAY_MS),
    button(say("clock.briefing"), () => turn(nextBriefing())),
  );
  row.classList.add("even");
  return row;
}

const turn = (to) => attempt("turn", { to });

function nextBriefing() {
  const isPast = wallTime(shownNow()).slice(11) >= BRIEFING;
  return `${wallTime(shownNow() + (isPast ? DAY_MS : 0)).slice(0, 10)}T${BRIEFING}:00`;
}

function tick() {
  if (!state.clock) return;
  const now = shownNow();
  put(time, preciseTimeOf(now));
  put(day, longDayOf(now));
}

function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

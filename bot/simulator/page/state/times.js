// Days and times as the district's clock shows them.

import { changed, state } from "../base/store.js";
import { locale, say } from "../base/words.js";

const QUARTER_SECONDS = 900;
export const DAY_MS = 86400000;
const formats = new Map();
let received = { at: 0, now: 0 };
let days = new Map();

export function setClock(clock) {
  if (state.clock?.zone !== clock.zone) days = new Map();
  state.clock = clock;
  received = { at: performance.now(), now: Date.parse(clock.now) };
  changed("clock");
}

/** The moment the clock shows now, in milliseconds since 1970. */
export function shownNow() {
  return received.now + (performance.now() - received.at) * (state.clock?.rate ?? 1);
}

function format(name, options) {
  const zone = state.clock?.zone ?? "Asia/Shanghai";
  const key = `${name} ${locale()} ${zone}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options }));
  return formats.get(key);
}

const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DAY = { month: "long", day: "numeric" };
const YEAR = { year: "numeric" };

const clockTime = () => format("time", TIME);
const preciseTime = () => format("precise", { ...TIME, second: "2-digit" });
const weekday = () => format("weekday", { weekday: "short" });
const dayInYear = () => format("day", { ...DAY, weekday: "short" });
const dayOfYear = () => format("day of year", { ...YEAR, ...DAY, weekday: "short" });
const longDay = () => format("long", { ...YEAR, ...DAY, weekday: "long" });
const shortDay = () => format("short", { year: "numeric", month: "numeric", day: "numeric" });
const moment = () => format("moment", { month: "short", day: "numeric", weekday: "short", ...TIME });

export const timeOf = (seconds) => clockTime().format(seconds * 1000);
export const preciseTimeOf = (ms) => preciseTime().format(ms);
export const longDayOf = (ms) => longDay().format(ms);
export const momentOf = (ms) => moment().format(ms);
export const fullTimeOf = (seconds) => `${longDayOf(seconds * 1000)} ${preciseTimeOf(seconds * 1000)}`;

/** The year, month, day, hour and minute on the district's wall, as `2026-11-23T08:30`. */
export function wallTime(moment) {
  const parts = {};
  const numbers = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    numberingSystem: "latn",
    calendar: "gregory",
  };
  for (const { type, value } of format("wall", numbers).formatToParts(moment)) parts[type] = value;
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The day a message belongs to, as `2026-11-23`. */
export function dayOf(seconds) {
  // Zones differ by quarters of an hour, so a quarter lies in one day; formatting each message would be slow.
  const quarter = Math.floor(seconds / QUARTER_SECONDS);
  if (!days.has(quarter)) days.set(quarter, wallTime(seconds * 1000).slice(0, 10));
  return days.get(quarter);
}

export function dayName(seconds) {
  const day = dayOf(seconds);
  const now = shownNow() / 1000;
  if (day === dayOf(now)) return say("today");
  if (day === dayOf(now - DAY_MS / 1000)) return say("yesterday");
  const isThisYear = day.slice(0, 4) === dayOf(now).slice(0, 4);
  return (isThisYear ? dayInYear() : dayOfYear()).format(seconds * 1000);
}

/** The time for today, the weekday for this week, else the date. */
export function shortTimeOf(seconds) {
  const age = shownNow() - seconds * 1000;
  if (dayOf(seconds) === dayOf(shownNow() / 1000)) return timeOf(seconds);
  if (age > 0 && age < 6 * DAY_MS) return weekday().format(seconds * 1000);
  return shortDay().format(seconds * 1000);
}

// Says every sentence of the page in the visitor's language.

import { foreign } from "./element.js";
import { choice, keepChoice } from "./memory.js";
import { changed, state } from "./store.js";
import { EN } from "./words_en.js";
import { ZH } from "./words_zh.js";

const TABLES = { zh: ZH, en: EN };

export function language() {
  const wanted = choice("language") ?? navigator.language.slice(0, 2).toLowerCase();
  if (wanted in TABLES) return wanted;
  return state.language in TABLES ? state.language : "zh";
}

export const locale = () => (language() === "zh" ? "zh-CN" : "en-GB");

export function speak(name) {
  keepChoice("language", name);
  showLanguage();
  changed("language");
}

export function showLanguage() {
  document.documentElement.lang = locale();
}

/** The sentence with this key; `{name}` in it stands for a value. */
export function say(key, values = {}) {
  const entry = TABLES[language()][key];
  if (entry === undefined) return key;
  if (typeof entry === "function") return entry(values);
  return entry.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** The sentence as nodes, each value kept apart so that it cannot reorder the rest. */
export function sayNodes(key, values) {
  const parts = TABLES[language()][key].split(/\{(\w+)\}/);
  return parts.map((part, index) => (index % 2 ? foreign(values[part]) : part));
}

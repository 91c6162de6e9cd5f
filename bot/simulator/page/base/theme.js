// Light or dark: as the system, unless the visitor turned it.

import { choice, keepChoice } from "./memory.js";

const system = matchMedia("(prefers-color-scheme: dark)");

export const theme = () => choice("theme") ?? (system.matches ? "dark" : "light");
export const nextTheme = () => (theme() === "dark" ? "light" : "dark");

function showTheme() {
  document.documentElement.dataset.theme = theme();
}

export function turnTheme() {
  keepChoice("theme", nextTheme());
  showTheme();
}

export function followSystem() {
  showTheme();
  system.addEventListener("change", showTheme);
}

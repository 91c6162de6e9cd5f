// The line one writes on: the box that grows, its counter, and the buttons beside it.

import { pickFiles } from "./attaching.js";
import { element, icon, iconButton, refill } from "../base/element.js";
import { ICONS } from "../base/icons.js";
import { keyboardToggle } from "./reply_keyboard.js";
import { say } from "../base/words.js";

export const MOST_UNITS = 4096;
const COUNTED_FROM = 3700;
const TALLEST = 0.4;

export const box = element("textarea", { id: "box", rows: "1", autocomplete: "off", enterkeyhint: "send" });
export const line = element("div", { class: "composer-line" });
const counter = element("span", { class: "counter", role: "status" });
const commands = element("button", { type: "button", class: "icon-button menu-button" }, icon(ICONS.slash));
const send = element("button", { class: "icon-button send" }, icon(ICONS.send));

/** @param {function(): void} openCommands */
export function buildLine(openCommands) {
  box.dataset.focus = "box";
  commands.addEventListener("click", openCommands);
  nameParts();
}

/** Puts the parts of the line in the visitor's language. */
export function nameParts() {
  const clip = iconButton(ICONS.clip, say("attach"), pickFiles, { "data-focus": "attach" });
  refill(line, commands, element("div", { class: "box-frame" }, box, counter), keyboardToggle(), clip, send);
  name(commands, say("commands.open"));
  name(send, say("send"));
  box.setAttribute("aria-label", say("composer.label"));
  box.setAttribute("aria-autocomplete", "list");
}

function name(button, label) {
  button.setAttribute("aria-label", label);
  button.title = label;
}

export function offerCommands(isOffered) {
  commands.hidden = !isOffered;
}

/** Makes the box as high as its words ask for, and counts what is left when they are many. */
export function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, innerHeight * TALLEST)}px`;
  const left = MOST_UNITS - box.value.length;
  counter.textContent = box.value.length > COUNTED_FROM ? String(left) : "";
  counter.classList.toggle("is-over", left < 0);
}

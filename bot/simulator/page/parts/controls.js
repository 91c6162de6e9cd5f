// The parts the panels are made of: sections, rows of buttons, fields, switches and choices.

import { element } from "../base/element.js";

/** A group of controls under a heading. */
export function section(title, ...children) {
  return element("section", { class: "section", "aria-label": title }, element("h2", {}, title), children);
}

export const buttons = (...children) => element("div", { class: "buttons" }, children);

export function button(text, onclick, { focus = text, isDanger, isMain, disabled = false, label } = {}) {
  const className = ["plain-button", isDanger ? "danger" : "", isMain ? "main" : ""].filter(Boolean).join(" ");
  return element(
    "button",
    { type: "button", class: className, "data-focus": focus, "aria-label": label, disabled, onclick },
    text,
  );
}

/** A control with its name above it. */
export function labelled(text, control) {
  return element("label", { class: "labelled" }, element("span", {}, text), control);
}

export function field(props = {}) {
  return element("input", { class: "field", autocomplete: "off", ...props });
}

/** @param {Array<[string, string]>} options values and words */
export function select(options, props = {}, chosen = undefined) {
  const nodes = options.map(([value, words]) => element("option", { value, selected: value === chosen }, words));
  return element("select", { class: "field", ...props }, nodes);
}

/** A switch that asks `onturn` to turn it; it shows what is, not what was clicked. */
export function turnable(text, isOn, onturn, focus = text) {
  const onclick = () => onturn(!isOn);
  const props = { type: "button", class: "switch", role: "switch", "aria-checked": String(isOn) };
  return element(
    "button",
    { ...props, "data-focus": focus, onclick },
    element("span", { class: "switch-words" }, text),
    element("span", { class: "switch-knob", "aria-hidden": "true" }),
  );
}

export const note = (text) => element("p", { class: "note" }, text);

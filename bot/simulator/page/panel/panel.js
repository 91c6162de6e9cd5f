// The panel at the right: its tabs, and whether it is open.

import { callsTab } from "./calls.js";
import { clockTab } from "./clock.js";
import { element, icon, iconButton, refill } from "../base/element.js";
import { ICONS } from "../base/icons.js";
import { choice, keepChoice } from "../base/memory.js";
import { peopleTab } from "./people.js";
import { changed, on } from "../base/store.js";
import { troubleTab } from "./trouble.js";
import { say } from "../base/words.js";

const panel = document.getElementById("panel");
const TABS = [
  { name: "clock", icon: ICONS.clock, tab: clockTab },
  { name: "trouble", icon: ICONS.trouble, tab: troubleTab },
  { name: "calls", icon: ICONS.calls, tab: callsTab },
  { name: "people", icon: ICONS.people, tab: peopleTab },
];
const bodies = new Map();
const isWide = () => matchMedia("(min-width: 1100px)").matches;

export const isPanelOpen = () => !panel.hidden;

export function mountPanel() {
  panel.append(element("div", { class: "panel-head" }));
  for (const { name, tab } of TABS) {
    const body = element(
      "div",
      { class: "panel-body", role: "tabpanel", id: `panel-${name}`, "aria-labelledby": `tab-${name}`, tabindex: "0" },
    );
    bodies.set(name, body);
    panel.append(body);
    tab(body);
  }
  // On a narrow screen the drawer would hide the chat one came for.
  panel.hidden = !choice("panel", isWide());
  on("language", showHead);
}

const openTab = () => (TABS.some(({ name }) => name === choice("tab")) ? choice("tab") : TABS[0].name);

function showHead() {
  panel.setAttribute("aria-label", say("panel"));
  const tabs = element(
    "div",
    { class: "tabs", role: "tablist", "aria-label": say("panel"), onkeydown: moveTab },
    TABS.map(tabNode),
  );
  const close = iconButton(
    ICONS.close,
    say("panel.close"),
    togglePanel,
    { class: "icon-button panel-close", "data-focus": "panel-close" },
  );
  refill(panel.firstChild, tabs, close);
  for (const [name, body] of bodies) body.hidden = name !== openTab();
}

function tabNode({ name, icon: path }) {
  const isOpen = name === openTab();
  const props = {
    type: "button",
    class: "tab",
    role: "tab",
    id: `tab-${name}`,
    "data-focus": `tab-${name}`,
    "aria-selected": String(isOpen),
  };
  return element(
    "button",
    { ...props, "aria-controls": `panel-${name}`, tabindex: isOpen ? "0" : "-1", onclick: () => chooseTab(name) },
    icon(path),
    element("span", {}, say(`tab.${name}`)),
  );
}

function chooseTab(name) {
  keepChoice("tab", name);
  showHead();
}

function moveTab(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = TABS.findIndex(({ name }) => name === openTab());
  chooseTab(TABS[(at + step + TABS.length) % TABS.length].name);
  document.getElementById(`tab-${openTab()}`).focus();
}

export function togglePanel() {
  panel.hidden = !panel.hidden;
  keepChoice("panel", !panel.hidden);
  changed("panel");
  if (!panel.hidden && !isWide()) document.getElementById(`tab-${openTab()}`).focus();
}

/** Closes a panel that lies over the chat; tells whether it did. */
export function closeDrawer() {
  if (panel.hidden || isWide()) return false;
  togglePanel();
  document.querySelector(".panel-button")?.focus();
  return true;
}

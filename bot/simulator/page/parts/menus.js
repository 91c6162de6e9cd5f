// Menus that open at a button or a pointer: one at a time, moved in by arrow keys.

import { element, icon } from "../base/element.js";

const EDGE = 8;
let closeOpen = null;

/**
 * @typedef {object} Item
 * @property {string} label
 * @property {function(): void} run
 * @property {string} [icon]
 * @property {Node} [content]       stands in place of the label
 * @property {boolean} [isChecked]
 * @property {boolean} [isDanger]
 * @param {{x: number, y: number}|Element} place a point, or the element to open at
 * @param {Item[]} items
 * @param {{label: string, head?: Node}} about `head` stands above the items and has menu items of its own
 */
export function openMenu(place, items, { label, head }) {
  closeOpen?.();
  const before = document.activeElement;
  const menu = element("div", { class: "menu", role: "menu", "aria-label": label, onkeydown: move });
  const close = () => {
    menu.remove();
    document.removeEventListener("pointerdown", outside, true);
    closeOpen = null;
    if (document.activeElement === document.body) returnTo(before);
  };
  const outside = (event) => menu.contains(event.target) || close();
  menu.append(...(head ? [head] : []), ...items.map(itemNode));
  menu.addEventListener("click", (event) => event.target.closest("[role^=menuitem]") && close());
  document.body.append(menu);
  document.addEventListener("pointerdown", outside, true);
  closeOpen = close;
  put(menu, place);
  (menu.querySelector("[aria-checked=true]") ?? menu.querySelector("[role^=menuitem]"))?.focus();
}

/** What shows only while something in its row has the focus is reached by way of the row. */
function returnTo(element) {
  element?.focus?.({ preventScroll: true });
  if (document.activeElement === element) return;
  element?.closest?.("[tabindex]")?.focus({ preventScroll: true });
  element?.focus?.({ preventScroll: true });
}

/** Closes the open menu; tells whether there was one. */
export function closeMenu() {
  const isOpen = closeOpen !== null;
  closeOpen?.();
  return isOpen;
}

function itemNode({ label, run, icon: path, content, isChecked, isDanger }) {
  const role = isChecked === undefined ? "menuitem" : "menuitemradio";
  const props = {
    type: "button",
    role,
    tabindex: "-1",
    class: isDanger ? "menu-item danger" : "menu-item",
    onclick: run,
  };
  if (isChecked !== undefined) props["aria-checked"] = String(isChecked);
  return element("button", props, path ? icon(path) : null, content ?? label);
}

function move(event) {
  const items = [...event.currentTarget.querySelectorAll("[role^=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const next = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (event.key === "Tab") closeOpen?.();
  if (next === undefined) return;
  event.preventDefault();
  items[(next + items.length) % items.length].focus();
}

function put(menu, place) {
  const from = place instanceof Element ? place.getBoundingClientRect() : new DOMRect(place.x, place.y, 0, 0);
  const { width, height } = menu.getBoundingClientRect();
  const fitsBelow = from.bottom + height + EDGE <= innerHeight;
  const top = fitsBelow ? from.bottom + 4 : Math.max(EDGE, from.top - height - 4);
  menu.style.left = `${Math.max(EDGE, Math.min(from.left, innerWidth - width - EDGE))}px`;
  menu.style.top = `${Math.min(top, Math.max(EDGE, innerHeight - height - EDGE))}px`;
}

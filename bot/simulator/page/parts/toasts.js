// Passing notices at the foot of the page.

import { element } from "../base/element.js";

const SHOWN_MS = 4500;
const ERROR_MS = 8000;
const MOST = 3;

export function toast(text, { isError = false } = {}) {
  const node = element("div", { class: isError ? "toast error" : "toast", onclick: () => node.remove() }, text);
  const place = document.getElementById("toasts");
  place.append(node);
  while (place.childElementCount > MOST) place.firstElementChild.remove();
  setTimeout(() => node.remove(), isError ? ERROR_MS : SHOWN_MS);
}

// Keys that work anywhere on the page.

import { focusComposer } from "./writing/composer.js";
import { closeMenu } from "./parts/menus.js";
import { openNeighbour } from "./state/opening.js";
import { closeDrawer } from "./panel/panel.js";

const STEPS = { ArrowUp: -1, ArrowDown: 1 };
const TYPED_INTO = "input, textarea, select, [contenteditable], [role=menu], dialog, aside";

export function mountKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") return escape(event);
    if (event.altKey && STEPS[event.key] && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      return openNeighbour(STEPS[event.key]);
    }
    if (isTyping(event)) focusComposer();
  });
}

function escape(event) {
  // A modal dialog closes by itself.
  if (document.querySelector("dialog[open]")) return;
  if (closeMenu() || closeDrawer()) event.preventDefault();
  else focusComposer();
}

/** Whether a sign is typed that belongs to nothing but the composer; it arrives there, as the focus goes first. */
function isTyping(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === " ") return false;
  return !event.target.closest?.(TYPED_INTO);
}

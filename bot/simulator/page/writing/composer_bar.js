// What stands in place of the box when one cannot write, with the button that mends it.

import { attempt } from "../parts/doing.js";
import { element } from "../base/element.js";
import { startBot } from "./links.js";
import { state } from "../base/store.js";
import { say } from "../base/words.js";

const MENDING = {
  "bar.start": () => startBot(),
  "bar.blocked": () => attempt("unblock", { person: state.open.person }),
};

/** @param {string} why a key that `hindrance` gave */
export function barFor(why) {
  const mend = MENDING[why];
  if (!mend) return element("p", { class: "bar-note" }, say(why));
  return element("button", { type: "button", class: "bar-button", "data-focus": why, onclick: mend }, say(why));
}

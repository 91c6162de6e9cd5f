// What one replies to or edits, above the box.

import { element, foreign, icon, iconButton } from "./element.js";
import { ICONS } from "./icons.js";
import { lineOf, nameOf } from "./preview.js";
import { goToMessage } from "./thread.js";
import { say } from "./words.js";

export function contextBar({ edited, reply, onEnd }) {
  const message = edited ?? reply;
  if (!message) return null;
  const title = edited ? say("editing") : say("replyingTo", { who: nameOf(message) });
  const words = element(
    "button",
    { type: "button", class: "context-words", onclick: () => goToMessage(message.message_id) },
    foreign(title, "context-title"),
    foreign(lineOf(message), "context-line"),
  );
  const label = say(edited ? "editing.cancel" : "replying.cancel");
  return element(
    "div",
    { class: "context" },
    icon(edited ? ICONS.edit : ICONS.reply),
    words,
    iconButton(ICONS.close, label, onEnd),
  );
}

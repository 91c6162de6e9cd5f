// What one replies to or edits, above the box.

import { element, foreign, icon, iconButton } from "../base/element.js";
import { ICONS } from "../base/icons.js";
import { lineOf, nameOf } from "../parts/preview.js";
import { goToMessage } from "../state/going.js";
import { say } from "../base/words.js";

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

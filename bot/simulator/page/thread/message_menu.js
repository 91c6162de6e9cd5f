// What one can do with a message: reply, react, copy, edit and delete.

import { canEdit, isOwn } from "../state/chats.js";
import { doIfSure } from "../parts/dialogs.js";
import { attempt } from "../parts/doing.js";
import { startEdit, startReply } from "../writing/composer.js";
import { element } from "../base/element.js";
import { ICONS } from "../base/icons.js";
import { copy } from "./keyboards.js";
import { openMenu } from "../parts/menus.js";
import { wordsOf } from "../state/messages.js";
import { chat, state } from "../base/store.js";
import { say } from "../base/words.js";

const EMOJI = ["👍", "👎", "❤", "🔥", "🎉", "🤔", "🙏"];

export const replyTo = (message) => startReply(message);

export function openMessageMenu(place, message) {
  const { person } = state.open;
  const own = isOwn(message, chat(), person);
  const items = [
    { label: say("reply"), icon: ICONS.reply, run: () => replyTo(message) },
    wordsOf(message) && { label: say("copy"), icon: ICONS.copy, run: () => copy(wordsOf(message)) },
    canEdit(message, chat(), person) && { label: say("edit"), icon: ICONS.edit, run: () => startEdit(message) },
    { label: say(own ? "delete" : "delete.other"), icon: ICONS.trash, isDanger: true, run: () => remove(message) },
  ];
  openMenu(place, items.filter(Boolean), { label: say("message.more"), head: reactionRow(message) });
}

function reactionRow(message) {
  const button = (emoji) =>
    element(
      "button",
      {
        type: "button",
        class: "emoji",
        role: "menuitem",
        tabindex: "-1",
        "aria-label": say("react", { emoji }),
        onclick: () => react(message, emoji),
      },
      emoji,
    );
  return element("div", { class: "menu-emoji", role: "group", "aria-label": say("reactions") }, EMOJI.map(button));
}

const react = (message, emoji) =>
  attempt("react", { chat: chat().id, person: state.open.person, message: message.message_id, emoji });

function remove(message) {
  const chatId = chat().id;
  const act = () => attempt("delete", { chat: chatId, message: message.message_id });
  return doIfSure(say("delete.sure"), say("delete"), act);
}

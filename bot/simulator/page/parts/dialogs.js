// Dialogs that wait for an answer: alerts, confirmations, a line of text, a choice of chats, a picture.

import { chatAvatar } from "./avatar.js";
import { titleOf } from "../state/chats.js";
import { element, foreign, iconButton } from "../base/element.js";
import { ICONS } from "../base/icons.js";
import { say } from "../base/words.js";

/** Opens a dialog and resolves with what `close` was given, or undefined after Esc. */
function open(label, className, build) {
  return new Promise((resolve) => {
    let answer;
    const close = (value) => {
      answer = value;
      dialog.close();
    };
    const dialog = element("dialog", { class: className, "aria-label": label });
    dialog.append(...build(close));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    dialog.addEventListener("click", (event) => event.target === dialog && close());
    document.body.append(dialog);
    dialog.showModal();
  });
}

const button = (text, onclick, className = "plain-button") =>
  element("button", { type: "button", class: className, onclick }, text);
const actions = (...buttons) => element("div", { class: "dialog-actions" }, buttons);
const heading = (text) => element("h2", {}, foreign(text));

export function showAlert(title, text) {
  return open(title, "dialog", (close) => [
    heading(title),
    element("p", { class: "dialog-text" }, text),
    actions(button(say("ok"), () => close(), "main-button")),
  ]);
}

/** Resolves with true when the visitor agrees. */
function confirmFirst(text, agree) {
  return open(agree, "dialog", (close) => [
    element("p", { class: "dialog-text" }, text),
    actions(button(say("cancel"), () => close(false)), button(agree, () => close(true), "main-button danger")),
  ]);
}

/** Does it when the visitor agrees. */
export async function doIfSure(text, agree, act) {
  if (await confirmFirst(text, agree)) await act();
}

/** Resolves with the words typed, or undefined. */
export function askText(title, value = "") {
  return open(title, "dialog", (close) => {
    const field = element("input", { class: "field", value, "aria-label": title, maxlength: "128", autofocus: true });
    const onsubmit = (event) => {
      event.preventDefault();
      if (field.value.trim()) close(field.value.trim());
    };
    const submit = element("button", { class: "main-button" }, say("ok"));
    const buttons = actions(button(say("cancel"), () => close()), submit);
    return [element("form", { onsubmit }, heading(title), field, buttons)];
  });
}

/** Resolves with the chat chosen, or undefined. */
export function chooseChat(title, chats) {
  return open(title, "dialog", (close) => {
    const row = (chat) =>
      element(
        "button",
        { type: "button", class: "choice", onclick: () => close(chat) },
        chatAvatar(chat),
        foreign(titleOf(chat)),
      );
    const rows = chats.length ? chats.map(row) : element("p", { class: "dialog-text" }, say("choose.none"));
    return [
      heading(title),
      element("div", { class: "choices" }, rows),
      actions(button(say("cancel"), () => close())),
    ];
  });
}

export function showPicture(address, name) {
  return open(name, "dialog picture", (close) => [
    iconButton(ICONS.close, say("close"), () => close(), { class: "icon-button picture-close" }),
    element("img", { src: address, alt: name, onclick: () => close() }),
  ]);
}

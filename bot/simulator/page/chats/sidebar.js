// The list of chats of the person one speaks as, and the switch to another person.

import { avatar, chatAvatar } from "../parts/avatar.js";
import { chatsOf, fullName, isPrivate, roleIn, titleOf } from "../state/chats.js";
import { draftIn } from "../state/drafts.js";
import { element, foreign, icon, iconButton, refill } from "../base/element.js";
import { ICONS } from "../base/icons.js";
import { followLink } from "../writing/links.js";
import { openMenu } from "../parts/menus.js";
import { openChat, speakAs } from "../state/opening.js";
import { lineOf, nameOf } from "../parts/preview.js";
import { countUnread } from "../state/reading.js";
import { chat, on, person, state } from "../base/store.js";
import { nextTheme, theme, turnTheme } from "../base/theme.js";
import { fullTimeOf, shortTimeOf } from "../state/times.js";
import { isTyping } from "../state/typing.js";
import { language, say, speak } from "../base/words.js";

const sidebar = document.getElementById("sidebar");
const top = element("div", { class: "sidebar-top" });
const list = element("div", { class: "chat-list", role: "list" });
const linkForm = element("form", { class: "link-form", onsubmit: openTyped });
const linkField = element("input", { class: "field", type: "text", autocomplete: "off", spellcheck: "false" });

export function mountSidebar() {
  sidebar.append(top, list, linkForm);
  on("open people chats language", showTop);
  on("open people chats messages marks typing language clock", showList);
  on("language", showLinkForm);
}

function showTop() {
  sidebar.setAttribute("aria-label", say("chats.label"));
  refill(top, switcher(), languageButton(), themeButton());
}

function switcher() {
  const who = person();
  if (!who) return element("span", { class: "switcher" }, say("people.none"));
  const role = chat() ? roleIn(chat(), who.id) : "";
  const names = element(
    "span",
    { class: "switcher-words" },
    foreign(fullName(who), "switcher-name"),
    element("span", { class: "switcher-role" }, role),
  );
  const props = {
    type: "button",
    class: "switcher",
    "aria-haspopup": "menu",
    "data-focus": "switcher",
    onclick: choosePerson,
  };
  return element(
    "button",
    { ...props, "aria-label": say(role ? "speakAs.now" : "speakAs.nowhere", { name: fullName(who), role }) },
    avatar(who.id, fullName(who)),
    names,
    icon(ICONS.down),
  );
}

function choosePerson(event) {
  const items = [...state.people.values()].map((who) => ({
    label: fullName(who),
    content: personLine(who),
    isChecked: who.id === state.open.person,
    run: () => speakAs(who.id),
  }));
  openMenu(event.currentTarget, items, { label: say("speakAs") });
}

function personLine(who) {
  const role = who.is_deactivated ? say("person.deactivated") : chat() ? roleIn(chat(), who.id) : "";
  return element(
    "span",
    { class: "person-line" },
    avatar(who.id, fullName(who), "small"),
    foreign(fullName(who), "person-name"),
    element("span", { class: "person-role" }, role),
  );
}

function languageButton() {
  const other = language() === "zh" ? "en" : "zh";
  const label = say("language.other");
  return iconButton(ICONS.globe, label, () => speak(other), { "data-focus": "language" });
}

function themeButton() {
  const label = say(`theme.${nextTheme()}`);
  return iconButton(
    theme() === "dark" ? ICONS.sun : ICONS.moon,
    label,
    () => (turnTheme(), showTop()),
    { "data-focus": "theme" },
  );
}

function showList() {
  if (state.open.person === null) return refill(list);
  const nodes = chatsOf(state.open.person).map(chatRow);
  refill(list, nodes);
  showTitle();
}

function chatRow(there) {
  const isOpen = there.id === state.open.chat;
  const count = countUnread(there, state.open.person);
  const title = titleOf(there);
  const label = say(count ? "chat.labelUnread" : "chat.label", { title, kind: kindOf(there), count });
  const props = { type: "button", class: "chat-row", "aria-label": label, "aria-current": isOpen ? "true" : null };
  const badge = count ? element("span", { class: "badge" }, String(count)) : null;
  const second = element("span", { class: "chat-second" }, lastLine(there, isOpen), badge);
  const row = element(
    "button",
    { ...props, "data-focus": `chat-${there.id}`, onclick: () => openChat(there.id) },
    chatAvatar(there, "large"),
    element("span", { class: "chat-words" }, firstLine(there, title), second),
  );
  return element("div", { role: "listitem" }, row);
}

function firstLine(there, title) {
  const date = there.last?.date;
  const time = date ? element("time", { class: "chat-time", title: fullTimeOf(date) }, shortTimeOf(date)) : null;
  const tag = isPrivate(there) ? element("span", { class: "tag" }, say("bot")) : null;
  return element("span", { class: "chat-first" }, foreign(title, "chat-title"), tag, time);
}

const kindOf = (there) => (isPrivate(there) ? say("bot") : say(there.is_forum ? "forum" : "group"));

function lastLine(there, isOpen) {
  if (isTyping(there.id)) return element("span", { class: "chat-line typing" }, say("typing.short"));
  const draft = isOpen ? "" : draftIn(state.open.person, there.id);
  const mark = element("span", { class: "draft" }, say("draft"));
  if (draft) return element("span", { class: "chat-line" }, mark, foreign(draft));
  if (!there.last) return element("span", { class: "chat-line" }, say("chat.empty"));
  const isNamed = !isPrivate(there) && there.last.from && lineOf(there.last) && there.last.text !== undefined;
  return element(
    "span",
    { class: "chat-line" },
    isNamed ? foreign(`${nameOf(there.last)}${say("colon")}`, "chat-who") : null,
    foreign(lineOf(there.last)),
  );
}

function showTitle() {
  const unread = chatsOf(state.open.person).reduce((sum, there) => sum + countUnread(there, state.open.person), 0);
  document.title = `${unread ? `(${unread}) ` : ""}${chat() ? `${titleOf(chat())} · ` : ""}${say("product")}`;
}

function showLinkForm() {
  linkField.placeholder = say("link.placeholder");
  linkField.setAttribute("aria-label", say("link.label"));
  const submit = element(
    "button",
    { class: "icon-button", "aria-label": say("link.open"), title: say("link.open") },
    icon(ICONS.link),
  );
  linkForm.replaceChildren(linkField, submit);
}

async function openTyped(event) {
  event.preventDefault();
  const address = linkField.value.trim();
  if (!address) return;
  linkField.value = "";
  await followLink(address);
}

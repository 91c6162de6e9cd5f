// The people tab: who there is, who is in the open group, new people and new groups.

import { avatar } from "../parts/avatar.js";
import { fullName, isPresent, isPrivate, memberOf, roleIn, titleOf } from "../state/chats.js";
import { button, field, labelled, note, section, select } from "../parts/controls.js";
import { doIfSure } from "../parts/dialogs.js";
import { attempt } from "../parts/doing.js";
import { element, foreign, refill } from "../base/element.js";
import { openChat, speakAs } from "../state/opening.js";
import { chat, on, state } from "../base/store.js";
import { actor } from "./trouble.js";
import { say } from "../base/words.js";

const LANGUAGES = ["zh-hans", "zh-hant", "en", "ru", "es"];
const GROUPS = ["supergroup", "forum", "group"];

export function peopleTab(body) {
  const here = element("div");
  const everyone = element("div");
  const makers = element("div");
  body.append(here, makers, everyone);
  on("open chats people language", () => {
    refill(here, chat() && !isPrivate(chat()) ? membersSection(chat()) : null);
    refill(everyone, everyoneSection());
  });
  on("language", () => refill(makers, newGroup(), newPerson()));
}

function membersSection(there) {
  const rows = [...state.people.values()].filter((who) => !who.is_deactivated).map((who) => membership(there, who));
  return section(say("people.inGroup", { chat: titleOf(there) }), element("ul", { class: "people-list" }, rows));
}

function membership(there, who) {
  const isIn = isPresent(there, who.id);
  const turn = isIn ? removeButton(there, who) : addButton(there, who);
  const face = avatar(who.id, fullName(who), "small");
  return element("li", {}, face, nameAndRole(there, who), isIn ? anonymity(there, who) : null, turn);
}

function addButton(there, who) {
  const add = () => attempt("add_member", { chat: there.id, person: who.id, by: actor(there) });
  const label = say("people.addLabel", { name: fullName(who) });
  return button(say("people.add"), add, { focus: `in-${who.id}`, label });
}

function removeButton(there, who) {
  // Who is removed by nobody has left.
  const by = actor(there) === who.id ? undefined : actor(there);
  const remove = () => attempt("remove_member", { chat: there.id, person: who.id, by });
  const label = say("people.removeLabel", { name: fullName(who) });
  const isCreator = memberOf(there, who.id)?.status === "creator";
  return button(say("people.remove"), remove, { focus: `in-${who.id}`, label, disabled: isCreator });
}

const nameAndRole = (there, who) => element(
  "span",
  { class: "person-words" },
  foreign(fullName(who), "person-name"),
  element("span", { class: "person-role" }, roleIn(there, who.id)),
);

/** Only admins can write in the name of the group. */
function anonymity(there, who) {
  const { status, is_anonymous: isAnonymous } = memberOf(there, who.id);
  if (status !== "creator" && status !== "administrator") return null;
  const turn = () => attempt("set_status", { chat: there.id, person: who.id, status, anonymous: !isAnonymous });
  const props = {
    type: "button",
    class: "chip-toggle",
    "aria-pressed": String(isAnonymous),
    "data-focus": `anonymous-${who.id}`,
    onclick: turn,
  };
  return element(
    "button",
    { ...props, "aria-label": say("people.anonymousLabel", { name: fullName(who) }) },
    say("people.anonymous"),
  );
}

function everyoneSection() {
  return section(
    say("people.everyone"),
    element("ul", { class: "people-list" }, [...state.people.values()].map(personRow)),
  );
}

function personRow(who) {
  const name = fullName(who);
  const about = [
    who.username ? `@${who.username}` : "",
    who.language_code,
    who.is_deactivated ? say("person.deactivated") : "",
  ].filter(Boolean).join(" · ");
  const words = element(
    "span",
    { class: "person-words" },
    foreign(name, "person-name"),
    element("span", { class: "person-role" }, about),
  );
  const isNow = who.id === state.open.person;
  const speak = isNow ? element("span", { class: "tag" }, say("people.you")) : speakButton(who, name);
  const end = who.is_deactivated ? null : endButton(who, name);
  return element("li", {}, avatar(who.id, name, "small"), words, speak, end);
}

function speakButton(who, name) {
  const about = { focus: `speak-${who.id}`, label: say("people.speakLabel", { name }) };
  return button(say("people.speak"), () => speakAs(who.id), about);
}

function endButton(who, name) {
  const end = () => attempt("deactivate", { person: who.id });
  const ask = () => doIfSure(say("people.deactivateSure", { name }), say("people.deactivate"), end);
  const about = { focus: `end-${who.id}`, isDanger: true, label: say("people.deactivateLabel", { name }) };
  return button(say("people.deactivate"), ask, about);
}

function newPerson() {
  const name = field({ required: true, maxlength: "64" });
  const username = field({ maxlength: "32", pattern: "[A-Za-z0-9_]{3,32}" });
  const language = select(LANGUAGES.map((code) => [code, say(`tongue.${code}`)]));
  const onsubmit = async (event) => {
    event.preventDefault();
    const given = { first_name: name.value.trim(), language_code: language.value };
    const made = await attempt("add_person", username.value ? { ...given, username: username.value } : given);
    if (!made) return;
    event.target.reset();
    if (made.id) toPerson(made);
  };
  const fields = [
    labelled(say("people.name"), name),
    labelled(say("people.username"), username),
    labelled(say("people.language"), language),
  ];
  const submit = element("button", { class: "main-button" }, say("people.create"));
  return details(say("people.new"), element("form", { class: "stacked", onsubmit }, fields, submit));
}

function toPerson(made) {
  // The event that tells of the new person may come after this answer.
  state.people.set(made.id, made);
  speakAs(made.id);
}

function newGroup() {
  const title = field({ required: true, maxlength: "128" });
  const kind = select(GROUPS.map((name) => [name, say(`kind.${name}`)]));
  const withBot = element("input", { type: "checkbox", checked: true });
  const onsubmit = async (event) => {
    event.preventDefault();
    const body = {
      title: title.value.trim(),
      person: state.open.person,
      forum: kind.value === "forum",
      basic: kind.value === "group",
      with_bot: withBot.checked,
    };
    const made = await attempt("create_group", body);
    if (!made) return;
    title.value = "";
    state.chats.set(made.id, made);
    openChat(made.id);
  };
  const check = element("label", { class: "check" }, withBot, say("group.withBot"));
  const fields = [labelled(say("group.title"), title), labelled(say("group.kind"), kind), check];
  const submit = element("button", { class: "main-button" }, say("group.create"));
  const form = element("form", { class: "stacked", onsubmit }, note(say("group.newWhat")), fields, submit);
  return details(say("group.new"), form);
}

function details(title, ...children) {
  return element("details", { class: "section details" }, element("summary", {}, title), children);
}


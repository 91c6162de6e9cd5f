// The trouble tab: what can go wrong for a bot, in the open chat and on the line.

import { fullName, isAdmin, isClosed, isPresent, isPrivate, statusOf, titleOf, topicName } from "../state/chats.js";
import { button, buttons, note, section, select, turnable } from "../parts/controls.js";
import { askText, doIfSure } from "../parts/dialogs.js";
import { attempt } from "../parts/doing.js";
import { element, foreign, refill } from "../base/element.js";
import { GENERAL } from "../state/messages.js";
import { openChat, openTopic } from "../state/opening.js";
import { chat, on, person, state } from "../base/store.js";
import { lineSection } from "./trouble_line.js";
import { say } from "../base/words.js";

const STATUSES = ["administrator", "member", "restricted", "left", "kicked"];

export function troubleTab(body) {
  const here = element("div");
  const line = element("div");
  body.append(here, line);
  on("open chats people language", () => refill(here, chat() && person() ? hereSections() : null));
  on("open chats trouble language", () => lineSection(line));
}

function hereSections() {
  return isPrivate(chat()) ? privateSection() : groupSections();
}

function privateSection() {
  const { has_blocked: hasBlocked } = person();
  const mend = button(say("trouble.unblock"), () => attempt("unblock", { person: person().id }), { focus: "block" });
  const block = button(
    say("trouble.block"),
    () => attempt("block", { person: person().id }),
    { focus: "block", isDanger: true },
  );
  return section(
    say("trouble.here", { chat: titleOf(chat()) }),
    note(say(hasBlocked ? "trouble.isBlocked" : "trouble.blockWhat")),
    buttons(hasBlocked ? mend : block),
  );
}

/** Admins act themselves; for others the server lets the creator act. */
export function actor(there) {
  return isAdmin(there, state.open.person) ? state.open.person : undefined;
}

function groupSections() {
  const there = chat();
  const doHere = (action, body = {}) => attempt(action, { chat: there.id, by: actor(there), ...body });
  return [
    section(say("trouble.here", { chat: titleOf(there) }), botButtons(there, doHere), writing(there)),
    section(say("trouble.members"), members(there, doHere)),
    there.is_forum ? section(say("topics"), topicButtons(there, doHere)) : null,
    section(say("trouble.group"), groupButtons(there, doHere)),
  ];
}

function botButtons(there, doHere) {
  const bot = state.bot.id;
  if (!isPresent(there, bot)) {
    return buttons(
      button(say("trouble.addBot"), () => doHere("add_bot"), { focus: "bot" }),
      button(say("trouble.addBotAdmin"), () => doHere("add_bot", { admin: true })),
    );
  }
  const admin = isAdmin(there, bot);
  const status = admin ? "member" : "administrator";
  return buttons(
    button(
      say(admin ? "trouble.demoteBot" : "trouble.promoteBot"),
      () => doHere("set_status", { person: bot, status }),
      { focus: "bot-admin" },
    ),
    button(say("trouble.kickBot"), () => doHere("remove_bot"), { focus: "bot", isDanger: true }),
  );
}

function writing(there) {
  const turn = (allowed) => attempt("allow_writing", { chat: there.id, allowed });
  return turnable(say("trouble.membersWrite"), there.can_members_write, turn, "writing");
}

function members(there, doHere) {
  const others = there.members.filter((member) => member.person !== state.bot.id);
  return element("ul", { class: "people-list" }, others.map((member) => memberRow(there, member, doHere)));
}

function memberRow(there, member, doHere) {
  const name = fullName(state.people.get(member.person));
  const words = foreign(name, "person-name");
  const creator = element("span", { class: "person-role" }, say("status.creator"));
  if (member.status === "creator") return element("li", {}, words, creator);
  const options = STATUSES.map((status) => [status, say(`status.${status}`)]);
  const anonymous = member.is_anonymous;
  const onchange = ({ target }) => doHere("set_status", { person: member.person, status: target.value, anonymous });
  const choice = select(
    options,
    { "aria-label": say("trouble.statusOf", { name }), "data-focus": `status-${member.person}`, onchange },
    statusOf(there, member.person),
  );
  return element("li", {}, words, choice);
}

function topicButtons(there, doHere) {
  const rows = [GENERAL, ...there.topics.map((topic) => topic.id)].map((id) => topicRow(there, id, doHere));
  const create = async () => {
    const name = await askText(say("trouble.newTopic"));
    const told = name && (await doHere("create_topic", { name }));
    if (told?.id) openTopic(told.id);
  };
  return [element("ul", { class: "people-list" }, rows), buttons(button(say("trouble.newTopic"), create))];
}

function topicRow(there, id, doHere) {
  const name = topicName(there, id);
  const closed = isClosed(there, id);
  const turn = () => doHere(closed ? "reopen_topic" : "close_topic", { topic: id });
  const key = closed ? "trouble.reopen" : "trouble.close";
  return element(
    "li",
    {},
    foreign(name, "person-name"),
    button(say(key), turn, { focus: `close-${id}`, label: say(`${key}Label`, { name }) }),
    id === GENERAL ? null : deleteTopicButton(there, id, name),
  );
}

function deleteTopicButton(there, id, name) {
  const remove = () => attempt("delete_topic", { chat: there.id, topic: id });
  const ask = () => doIfSure(say("trouble.deleteTopicSure", { name }), say("delete"), remove);
  const about = { focus: `delete-${id}`, isDanger: true, label: say("trouble.deleteTopicLabel", { name }) };
  return button(say("delete"), ask, about);
}

function groupButtons(there, doHere) {
  const rename = async () => {
    const title = await askText(say("trouble.rename"), there.title);
    if (title) doHere("rename_group", { title });
  };
  const migrate = async () => {
    const made = await doHere("migrate_group");
    if (made?.id) openChat(made.id);
  };
  const question = say("trouble.deleteGroupSure", { chat: there.title });
  const remove = () => attempt("delete_group", { chat: there.id });
  const ask = () => doIfSure(question, say("trouble.deleteGroup"), remove);
  return buttons(
    button(say("trouble.rename"), rename),
    there.type === "group" ? button(say("trouble.migrate"), migrate) : null,
    button(say("trouble.deleteGroup"), ask, { isDanger: true }),
  );
}

// What stands in an empty chat: what this is, and what to do first.

import { isPrivate } from "../state/chats.js";
import { element } from "../base/element.js";
import { menuOf } from "../state/menu.js";
import { state } from "../base/store.js";
import { sendCommand } from "../writing/sending.js";
import { say } from "../base/words.js";

const MOST_IDEAS = 4;

export function emptyState(chat) {
  if (!state.isReady) return card(say("empty.loading"));
  if (!chat) return card(say("empty.choose"), say("empty.chooseHow"));
  if (!isPrivate(chat)) return card(say("empty.group"), say("empty.groupHow", { bot: state.bot.username }));
  const isStarted = state.people.get(chat.person)?.has_started;
  return card(
    say("empty.private", { bot: state.bot.first_name }),
    say("empty.privateWhat"),
    state.hasBot ? say(isStarted ? "empty.write" : "empty.start") : say("empty.noBot"),
    ideas(chat),
  );
}

function card(title, ...parts) {
  const lines = parts.map((part) => (typeof part === "string" ? element("p", {}, part) : part));
  return element("div", { class: "empty-card" }, element("h2", {}, title), lines);
}

/** The first commands of the bot's own menu, to be tried by a click. */
function ideas(chat) {
  const others = menuOf(chat.id, state.open.person).filter(({ command }) => command !== "start");
  const commands = others.slice(0, MOST_IDEAS);
  if (!commands.length) return null;
  const chip = ({ command, description }) =>
    element(
      "button",
      { type: "button", class: "chip", title: description, onclick: () => sendCommand(`/${command}`) },
      element("strong", {}, `/${command}`),
      element("span", {}, description),
    );
  return element("div", { class: "chips", role: "group", "aria-label": say("empty.ideas") }, commands.map(chip));
}

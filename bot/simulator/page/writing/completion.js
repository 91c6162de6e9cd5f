// Completes commands while one types "/…", and lists them all at the menu button.

import { isPrivate } from "../state/chats.js";
import { element } from "../base/element.js";
import { menuOf } from "../state/menu.js";
import { chat, state } from "../base/store.js";
import { say } from "../base/words.js";

const BEGUN = /^\/([A-Za-z0-9_]*)(@[A-Za-z0-9_]*)?$/;

/** A command as one sends it here: in groups it names the bot. */
export function addressed(command) {
  const isNamed = isPrivate(chat()) || command.includes("@");
  return isNamed ? command : `${command}@${state.bot.username}`;
}

export class Completion {
  /** @param {{suggestions: object, send: function(string), insert: function(string)}} given */
  constructor(given) {
    Object.assign(this, given);
  }

  /** Offers what the text may become; tells whether there is anything. */
  offer(text) {
    const begun = BEGUN.exec(text);
    const commands = begun ? this.#matching(begun[1].toLowerCase()) : [];
    const options = commands.map((entry) => this.#option(entry));
    if (options.length) this.suggestions.show(options, { label: say("commands") });
    return commands.length > 0;
  }

  /** A command written to its end comes first: Enter must not send a longer one. */
  #matching(start) {
    const begun = menuOf(state.open.chat, state.open.person).filter(({ command }) => command.startsWith(start));
    return begun.sort((a, b) => Number(b.command === start) - Number(a.command === start));
  }

  #option({ command, description }) {
    const words = addressed(`/${command}`);
    return {
      content: [
        element("strong", { class: "suggestion-title" }, `/${command}`),
        element("span", { class: "suggestion-more" }, description),
      ],
      choose: () => this.send(words),
      insert: () => this.insert(`${words} `),
    };
  }
}

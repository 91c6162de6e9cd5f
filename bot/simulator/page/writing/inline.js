// Inline mode: "@bot …" in the composer asks the bot, its results stand above and are sent by a click.

import { avatar } from "../parts/avatar.js";
import { attempt } from "../parts/doing.js";
import { element, foreign } from "../base/element.js";
import { startBot } from "./links.js";
import { expectAnswer } from "../state/queries.js";
import { state } from "../base/store.js";
import { say } from "../base/words.js";

const PAUSE_MS = 250;
const PATIENCE_MS = 8000;

/** The words after "@bot ", or null when the text is no inline query. */
export function queryIn(text) {
  const start = `@${state.bot.username} `.toLowerCase();
  return text.toLowerCase().startsWith(start) ? text.slice(start.length) : null;
}

export class Inline {
  #asked = null; // {query, place, queryId, results, nextOffset, isLoading}
  #timer = 0;
  #patience = 0;

  /** @param {{suggestions: object, sent: function(): void}} given `sent` is told after a result was sent */
  constructor(given) {
    Object.assign(this, given);
  }

  get isOn() {
    return this.#asked !== null;
  }

  /** Asks after a short pause, unless just this was asked. */
  offer(query) {
    const place = JSON.stringify(state.open);
    if (this.#asked?.query === query && this.#asked.place === place) return;
    this.stop();
    this.#asked = { query, place, results: [], nextOffset: "", button: null };
    this.#note(say("inline.asking"));
    this.#timer = setTimeout(() => this.#ask(this.#asked, ""), PAUSE_MS);
  }

  stop() {
    clearTimeout(this.#timer);
    clearTimeout(this.#patience);
    this.#asked = null;
  }

  /** Asks for the next results once the last of those shown come into sight. */
  more() {
    const asked = this.#asked;
    if (!asked?.nextOffset || asked.isLoading) return;
    this.#ask(asked, asked.nextOffset);
  }

  async #ask(asked, offset) {
    asked.isLoading = true;
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#giveUp(asked), PATIENCE_MS);
    const { person, chat } = state.open;
    const told = await attempt("inline", { person, chat, query: asked.query, offset });
    if (!told) return this.#giveUp(asked);
    expectAnswer(told.query_id, (answer) => this.#take(asked, answer));
  }

  /** An answer to what is no longer asked is not shown. */
  #take(asked, answer) {
    if (asked !== this.#asked) return;
    clearTimeout(this.#patience);
    const isFirst = asked.results.length === 0;
    const known = answer.results.map((result) => ({ result, queryId: answer.query_id }));
    asked.results.push(...known);
    Object.assign(
      asked,
      { isLoading: false, nextOffset: answer.next_offset ?? "", button: answer.button ?? asked.button },
    );
    this.#show(asked, !isFirst);
  }

  #giveUp(asked) {
    if (asked !== this.#asked) return;
    clearTimeout(this.#patience);
    asked.isLoading = false;
    if (asked.results.length === 0) this.#note(say("inline.noAnswer"));
  }

  #note(note) {
    this.suggestions.show([], { label: say("inline.results"), note });
  }

  #show(asked, keepsPlace) {
    const options = asked.results.map((entry) => this.#option(entry));
    const note = options.length ? "" : say("inline.none");
    this.suggestions.show(
      options,
      { label: say("inline.results"), note, head: this.#button(asked.button), keepsPlace },
    );
  }

  #button(button) {
    if (!button?.text) return null;
    const onclick = () => {
      this.sent();
      startBot(button.start_parameter);
    };
    return element("button", { type: "button", class: "suggestion-button", onclick }, button.text);
  }

  #option({ result, queryId }) {
    const words = element(
      "span",
      { class: "suggestion-words" },
      foreign(result.title, "suggestion-title"),
      foreign(result.description ?? "", "suggestion-more"),
    );
    return {
      content: [avatar(hash(result.id), result.title), words],
      choose: () => this.#choose(queryId, result.id),
    };
  }

  async #choose(queryId, resultId) {
    const { person, chat, topic } = state.open;
    const told = await attempt(
      "choose",
      { chat, person, query_id: queryId, result_id: resultId, topic: topic ?? undefined },
    );
    if (told) this.sent();
  }
}

/** A number that stays with an id, for its colour. */
function hash(id) {
  return [...String(id)].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)) % 9973, 7);
}

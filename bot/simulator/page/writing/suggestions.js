// The list above the composer: what may be sent or inserted, chosen by arrow keys or a click.

import { element, refill } from "../base/element.js";

/**
 * @typedef {object} Option
 * @property {Node[]} content
 * @property {function(): void} choose   Enter, or a click
 * @property {function(): void} [insert] Tab
 */
export class Suggestions {
  #options = [];
  #at = 0;

  /** @param {{box: HTMLTextAreaElement, place: HTMLElement, onEnd?: function(): void}} given */
  constructor({ box, place, onEnd }) {
    this.box = box;
    this.list = element("div", { class: "suggestions", id: "suggestions", role: "listbox", hidden: true });
    this.list.addEventListener("scroll", () => this.#isNearEnd() && onEnd?.());
    place.append(this.list);
  }

  get isOpen() {
    return !this.list.hidden;
  }

  /** @param {Option[]} options @param {{label: string, note?: string, keepsPlace?: boolean}} about */
  show(options, { label, note = "", head = null, keepsPlace = false }) {
    this.#options = options;
    this.#at = keepsPlace ? Math.min(this.#at, Math.max(0, options.length - 1)) : 0;
    const nodes = options.map((option, index) => this.#node(option, index));
    refill(this.list, head, nodes, note ? element("div", { class: "suggestion-note", role: "status" }, note) : null);
    this.list.setAttribute("aria-label", label);
    this.list.hidden = false;
    if (!keepsPlace) this.list.scrollTop = 0;
    this.#mark();
  }

  hide() {
    if (!this.isOpen) return;
    this.list.hidden = true;
    this.#options = [];
    this.box.removeAttribute("aria-activedescendant");
    this.box.removeAttribute("aria-controls");
  }

  #node({ content, choose }, index) {
    // The box keeps the focus while one clicks.
    const onpointerdown = (event) => event.preventDefault();
    return element(
      "div",
      { class: "suggestion", role: "option", id: `suggestion-${index}`, onpointerdown, onclick: choose },
      content,
    );
  }

  #mark() {
    this.#nodes().forEach((node, index) => node.setAttribute("aria-selected", String(index === this.#at)));
    const active = this.#nodes()[this.#at];
    active?.scrollIntoView({ block: "nearest" });
    this.box.setAttribute("aria-controls", "suggestions");
    if (active) this.box.setAttribute("aria-activedescendant", active.id);
    else this.box.removeAttribute("aria-activedescendant");
  }

  #nodes() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  #isNearEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 80;
  }

  /** Takes a key of the box; tells whether it was for the list. */
  take(event) {
    if (!this.isOpen || event.isComposing) return false;
    if (event.key === "Escape") this.hide();
    else if (!this.#options.length) return false;
    else if (event.key === "ArrowDown") this.#move(1);
    else if (event.key === "ArrowUp") this.#move(-1);
    else if (event.key === "Enter" && !event.shiftKey) this.#options[this.#at].choose();
    else if (event.key === "Tab" && this.#options[this.#at].insert) this.#options[this.#at].insert();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #move(step) {
    this.#at = (this.#at + step + this.#options.length) % this.#options.length;
    this.#mark();
  }
}

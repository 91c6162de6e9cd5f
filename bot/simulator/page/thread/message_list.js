// Draws the part of a long chat that is seen, and keeps its place while heights become known.

import { element } from "../base/element.js";
import { Heights } from "./heights.js";

const MARGIN = 600;
const MOST_DRAWN = 110;
const MOST_PASSES = 6;
const END_SLACK = 24;
const LIT_MS = 1800;

/** The place in the list is its end, or a row and how far its top is from the top of what is seen. */
const END = { isEnd: true };

export class MessageList {
  #rows = [];
  #drawn = new Map();
  #heights = new Heights();
  #place = END;
  #setTop = -1;
  #width = 0;
  #frame = 0;
  #range = [0, 0];
  #above = element("div");
  #below = element("div");
  #sizes = new ResizeObserver((entries) => this.#resized(entries));

  /**
   * @param {HTMLElement} scroller
   * @param {{build: function(object): HTMLElement, onPlace: function(): void}} given `build` makes the node of a row
   */
  constructor(scroller, { build, onPlace }) {
    Object.assign(this, { scroller, build, onPlace });
    scroller.append(element("div", { class: "canvas" }, this.#above, this.#below));
    scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.#sizes.observe(scroller);
  }

  get isAtEnd() {
    return this.#place === END;
  }

  /** The last row of which at least a part is seen. */
  get lastSeen() {
    if (this.isAtEnd) return this.#rows.at(-1);
    return this.#rows[this.#heights.at(this.scroller.scrollTop + this.scroller.clientHeight - END_SLACK)];
  }

  get rows() {
    return this.#rows;
  }

  /** Shows these rows; with `isOther` they are another chat's, and nothing drawn or measured is kept. */
  show(rows, { isOther = false } = {}) {
    if (isOther) this.#clear();
    this.#rows = rows;
    this.#draw();
  }

  /** Draws every row anew, as after a change of language. */
  redraw() {
    const rows = this.#rows;
    this.#drawn.forEach((drawn) => this.#remove(drawn));
    this.#drawn.clear();
    this.show(rows);
  }

  #clear() {
    this.#drawn.forEach((drawn) => this.#remove(drawn));
    this.#drawn.clear();
    this.#heights.forget();
    this.#place = END;
  }

  goToEnd() {
    this.#place = END;
    this.#draw();
  }

  /** Brings a row to the middle, or to the top; tells whether there is such a row. */
  goTo(key, { isLit = false, isAtTop = false } = {}) {
    this.#layOut();
    if (this.#heights.indexOf(key) === undefined) return false;
    const offset = isAtTop ? 8 : this.scroller.clientHeight * 0.35;
    this.#place = { key, offset, index: this.#heights.indexOf(key) };
    this.#draw();
    if (isLit) this.#light(key);
    return true;
  }

  nodeOf(key) {
    return this.#drawn.get(key)?.node;
  }

  #light(key) {
    const node = this.nodeOf(key);
    node?.classList.add("is-lit");
    setTimeout(() => node?.classList.remove("is-lit"), LIT_MS);
  }

  #layOut() {
    this.#heights.layOut(this.#rows, this.scroller.clientWidth);
  }

  #draw() {
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      this.#layOut();
      this.#drawAround(this.#wantedTop());
      if (!this.#measure()) break;
    }
    this.#layOut();
    this.#setSpace();
    this.#setScroll(this.#wantedTop());
    this.#keepPlace();
    this.onPlace();
  }

  #wantedTop() {
    const end = Math.max(0, this.#heights.total - this.scroller.clientHeight);
    if (this.isAtEnd) return end;
    const index = this.#heights.indexOf(this.#place.key) ?? Math.min(this.#place.index, this.#rows.length - 1);
    return Math.max(0, Math.min(end, this.#heights.tops[Math.max(0, index)] - this.#place.offset));
  }

  #drawAround(top) {
    const first = this.#heights.at(Math.max(0, top - MARGIN));
    const last = this.#heights.at(top + this.scroller.clientHeight + MARGIN);
    this.#drawRows(this.#rows.slice(first, Math.min(last + 1, first + MOST_DRAWN)));
    this.#range = [first, Math.min(last + 1, first + MOST_DRAWN, this.#rows.length)];
  }

  #drawRows(rows) {
    const wanted = new Set(rows.map((row) => row.key));
    for (const [key, drawn] of this.#drawn) {
      if (wanted.has(key)) continue;
      this.#remove(drawn);
      this.#drawn.delete(key);
    }
    let next = this.#above.nextSibling;
    for (const row of rows) {
      const old = this.nodeOf(row.key);
      const node = this.#nodeFor(row);
      // The new node of a changed message stands where the old one stood.
      if (old === next) next = node;
      if (node === next) next = next.nextSibling;
      else this.#above.parentNode.insertBefore(node, next);
    }
  }

  #nodeFor(row) {
    const drawn = this.#drawn.get(row.key);
    if (drawn && drawn.row.message === row.message && drawn.row.look === row.look) return drawn.node;
    const node = this.build(row);
    this.#drawn.set(row.key, { row, node, isMeasured: false });
    this.#sizes.observe(node);
    if (drawn) this.#exchange(drawn.node, node);
    return node;
  }

  /** Puts the new node of a changed message in place, with the focus where it was. */
  #exchange(old, node) {
    const active = old.contains(document.activeElement) ? document.activeElement : null;
    this.#sizes.unobserve(old);
    old.replaceWith(node);
    if (!active) return;
    const key = CSS.escape(active.dataset.focus ?? "message");
    const same = node.querySelector(`[data-focus="${key}"]`) ?? node.querySelector("[data-focus]");
    same?.focus({ preventScroll: true });
  }

  #remove({ node }) {
    const hadFocus = node.contains(document.activeElement);
    this.#sizes.unobserve(node);
    node.remove();
    if (hadFocus) this.scroller.focus({ preventScroll: true });
  }

  #measure() {
    let isNews = false;
    for (const [key, drawn] of this.#drawn) {
      if (drawn.isMeasured) continue;
      drawn.isMeasured = true;
      isNews = this.#heights.learn(key, drawn.node.getBoundingClientRect().height) || isNews;
    }
    return isNews;
  }

  #setSpace() {
    const [first, end] = this.#range;
    this.#above.style.height = `${this.#heights.tops[first]}px`;
    this.#below.style.height = `${this.#heights.total - this.#heights.tops[end]}px`;
  }

  #setScroll(top) {
    if (Math.abs(this.scroller.scrollTop - top) > 0.5) this.scroller.scrollTop = top;
    this.#setTop = this.scroller.scrollTop;
  }

  #scrolled() {
    // Our own setting of the place is no news, and reading it back would let it drift.
    if (Math.abs(this.scroller.scrollTop - this.#setTop) < 1) return;
    this.#readPlace();
    this.#draw();
  }

  #readPlace() {
    const { scrollTop, clientHeight } = this.scroller;
    const isEnd = this.#heights.total - clientHeight - scrollTop < END_SLACK;
    this.#place = isEnd ? END : this.#placeAt(scrollTop);
  }

  #placeAt(top) {
    const index = this.#heights.at(top);
    const row = this.#rows[index];
    return row ? { key: row.key, index, offset: this.#heights.tops[index] - top } : END;
  }

  /** A place that could not be reached, as that of a row near the end, becomes the one that was. */
  #keepPlace() {
    if (!this.isAtEnd) this.#readPlace();
  }

  #resized(entries) {
    const { clientWidth } = this.scroller;
    if (clientWidth !== this.#width) {
      this.#width = clientWidth;
      this.#heights.forget();
    }
    for (const { target } of entries) this.#remeasure(target);
    // Drawing within this callback would observe sizes while they are being told.
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #remeasure(node) {
    const drawn = this.#drawn.get(node.dataset.key);
    if (drawn?.node === node) drawn.isMeasured = false;
  }
}

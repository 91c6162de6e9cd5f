// How high the rows of a list are: measured where they were drawn, guessed elsewhere.

const LINE = 21;
const BUBBLE = 20;
const KEYBOARD_ROW = 44;
const PREVIEW = 48;
const GUESS = { day: 44, unread: 40, service: 36 };
const WIDEST_BUBBLE = 480;
const WIDEST_PICTURE = 320;

export class Heights {
  #known = new Map();
  #index = new Map();
  #rows = [];
  tops = new Float64Array(1);

  /** Takes the rows of the list, and how wide it is, for the guesses. */
  layOut(rows, width) {
    if (rows !== this.#rows) {
      this.#rows = rows;
      this.#index = new Map(rows.map((row, index) => [row.key, index]));
    }
    const tops = new Float64Array(rows.length + 1);
    rows.forEach((row, index) => {
      tops[index + 1] = tops[index] + (this.#known.get(row.key) ?? guess(row, width));
    });
    this.tops = tops;
  }

  get total() {
    return this.tops[this.#rows.length];
  }

  indexOf(key) {
    return this.#index.get(key);
  }

  /** The row that stands at this height. */
  at(y) {
    let low = 0;
    let high = this.#rows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.tops[middle] <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Notes a measured height; tells whether it is news. */
  learn(key, height) {
    if (Math.abs((this.#known.get(key) ?? -1) - height) < 0.5) return false;
    this.#known.set(key, height);
    return true;
  }

  forget() {
    this.#known.clear();
  }
}

function guess(row, width) {
  if (row.kind !== "message") return GUESS[row.kind];
  const { message } = row;
  const lines = countLines(message.text ?? message.caption ?? "", Math.min(width * 0.8, WIDEST_BUBBLE));
  const keyboard = (message.reply_markup?.inline_keyboard?.length ?? 0) * KEYBOARD_ROW;
  return BUBBLE + lines * LINE + keyboard + (message.reply_to_message ? PREVIEW : 0) + pictureHeight(message.photo);
}

function countLines(text, width) {
  const perLine = Math.max(8, Math.floor((width - 30) / 12));
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
}

function pictureHeight(photo) {
  const size = photo?.at(-1);
  return size ? size.height * Math.min(1, WIDEST_PICTURE / size.width) : 0;
}

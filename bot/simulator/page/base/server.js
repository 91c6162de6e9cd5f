// Talks to the server: reads, does, and listens to its events.

const RETRY_MS = [400, 1000, 2000, 4000];
// The server says something at least every 15 s; a connection that is silent for longer is dead.
const SILENCE_MS = 40000;

/** The server's own sentence on why something could not be done. */
export class Refusal extends Error {}

export async function read(path) {
  const answer = await fetch(path, { headers: { Accept: "application/json" }, cache: "no-store" });
  if (!answer.ok) throw new Refusal(`${answer.status} ${path}`);
  return answer.json();
}

/** Does an action as the contract names it; throws a Refusal, or a TypeError when the server is away. */
export async function act(action, body = {}) {
  const headers = { "Content-Type": "application/json" };
  return result(await fetch(`/do/${action}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** Sends the bytes of a file; `query` holds chat, person, topic and name. */
export async function upload(query, file) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const headers = { "Content-Type": file.type || "application/octet-stream" };
  const address = `/do/attach?${new URLSearchParams(given)}`;
  return result(await fetch(address, { method: "POST", headers, body: file }));
}

async function result(answer) {
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok || told.ok === false) throw new Refusal(told.error ?? `HTTP ${answer.status}`);
  return told.result;
}

/** Follows the events after a stamp for good: reconnects by itself, never skips and never ends. */
export class Events {
  #source = null;
  #timer = 0;
  #watch = 0;
  #failures = 0;

  /** @param {{onEvent: function(object, string), onOpen: function(), onLost: function()}} told */
  constructor(told) {
    this.told = told;
    this.stamp = "";
  }

  follow(stamp) {
    this.stop();
    this.stamp = stamp;
    this.#open();
  }

  stop() {
    clearTimeout(this.#timer);
    clearTimeout(this.#watch);
    this.#source?.close();
  }

  #open() {
    const source = new EventSource(`/events?after=${encodeURIComponent(this.stamp)}`);
    this.#source = source;
    this.#expect();
    source.onopen = () => {
      this.#failures = 0;
      this.#expect();
      this.told.onOpen();
    };
    source.onmessage = (event) => this.#take(event);
    source.onerror = () => this.#retry();
  }

  #expect() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#retry(), SILENCE_MS);
  }

  #take(event) {
    this.#expect();
    if (event.lastEventId) this.stamp = event.lastEventId;
    this.told.onEvent(JSON.parse(event.data), event.lastEventId);
  }

  #retry() {
    this.stop();
    this.told.onLost();
    const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)];
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#open(), wait);
  }
}

// Sends one thing after the other, so that two quick messages keep their order.

import { addressed } from "./completion.js";
import { tellWhyNot } from "../parts/doing.js";
import { act } from "../base/server.js";
import { state } from "../base/store.js";
import { goToEnd } from "../state/going.js";

let queue = Promise.resolve();

/** @param {function(): Promise} send */
export function enqueue(send) {
  queue = queue.then(send);
}

/**
 * What will do an action in the chat that is open now, by the one who speaks now; `restore` gives the words
 * back when it fails.
 */
export function deliver(action, body, restore, done) {
  const { chat, person } = state.open;
  return async () => {
    try {
      await act(action, { chat, person, ...body });
      done?.();
    } catch (error) {
      restore?.();
      tellWhyNot(error);
    }
  };
}

/** Sends words that do not stand in the box, as those of a key. */
export function sendText(text, reply, topic = state.open.topic ?? undefined) {
  goToEnd();
  enqueue(deliver("send", { text, reply_to: reply?.message_id, topic }));
}

/** Sends a command that was clicked, to the topic of the message it stands in. */
export function sendCommand(command, message) {
  const topic = message?.is_topic_message ? message.message_thread_id : undefined;
  sendText(addressed(command), undefined, state.open.topic ?? topic);
}

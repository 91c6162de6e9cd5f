// Going to a place in the open chat: asked for anywhere, done by the thread.

let thread = { toEnd() {}, toMessage() {} };

/** @param {{toEnd: function(): void, toMessage: function(number): void}} mover */
export function movedBy(mover) {
  thread = mover;
}

export const goToEnd = () => thread.toEnd();

/** Jumps to a message of the open chat and lights it up, in its own topic if need be. */
export const goToMessage = (messageId) => thread.toMessage(messageId);

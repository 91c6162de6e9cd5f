// Tells screen readers of new messages in the open chat.

import { isOwn } from "./chats.js";
import { onNewMessage } from "./events.js";
import { GENERAL, topicOf } from "./messages.js";
import { lineOf, nameOf } from "./preview.js";
import { chat, state } from "./store.js";
import { say } from "./words.js";

const announcer = document.getElementById("announcer");

export function announceMessages() {
  onNewMessage((chatId, message) => {
    const there = chat();
    if (chatId !== there?.id || isOwn(message, there, state.open.person) || !isInTopic(message)) return;
    announcer.textContent = say("announce", { who: nameOf(message), text: lineOf(message) });
  });
}

function isInTopic(message) {
  const { topic } = state.open;
  return topic === null || (topicOf(message) ?? GENERAL) === topic;
}

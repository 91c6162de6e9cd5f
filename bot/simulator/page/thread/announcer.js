// Tells screen readers of new messages in the open chat.

import { isOwn } from "../state/chats.js";
import { onNewMessage } from "../state/events.js";
import { GENERAL, topicOf } from "../state/messages.js";
import { lineOf, nameOf } from "../parts/preview.js";
import { chat, state } from "../base/store.js";
import { say } from "../base/words.js";

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

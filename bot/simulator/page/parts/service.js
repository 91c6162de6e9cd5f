// Says service messages in words: who came, what was renamed, which topic was closed.

import { fullName } from "../state/chats.js";
import { serviceOf, wordsOf } from "../state/messages.js";
import { say, sayNodes } from "../base/words.js";

const MOST_QUOTED = 40;

/** Each gives the key of a sentence and the foreign words in it. */
const TELLERS = {
  new_chat_members: came,
  left_chat_member: went,
  group_chat_created: (message, by) => ["service.created", { by }],
  supergroup_chat_created: (message, by) => ["service.created", { by }],
  new_chat_title: ({ new_chat_title: title }, by) => ["service.renamed", { by, title }],
  migrate_to_chat_id: () => ["service.migrated", {}],
  migrate_from_chat_id: () => ["service.migrated", {}],
  forum_topic_created: ({ forum_topic_created: { name } }, by) => ["service.topicCreated", { by, name }],
  forum_topic_edited: ({ forum_topic_edited: { name } }, by) => ["service.topicRenamed", { by, name }],
  forum_topic_closed: (message, by) => ["service.topicClosed", { by }],
  forum_topic_reopened: (message, by) => ["service.topicReopened", { by }],
  pinned_message: ({ pinned_message: pinned }, by) => [
    "service.pinned",
    { by, text: wordsOf(pinned).slice(0, MOST_QUOTED) },
  ],
};

function came({ new_chat_members: members, from }, by) {
  if (members.length === 1 && members[0].id === from?.id) return ["service.joined", { by }];
  return ["service.added", { by, names: members.map(fullName).join(say("list.comma")) }];
}

function went({ left_chat_member: left, from }, by) {
  return left.id === from?.id ? ["service.left", { by }] : ["service.removed", { by, name: fullName(left) }];
}

function sentenceOf(message) {
  const field = serviceOf(message);
  const by = message.sender_chat?.title ?? fullName(message.from);
  return TELLERS[field]?.(message, by) ?? ["service.other", { field }];
}

/** The sentence in one string. */
export const tellService = (message) => say(...sentenceOf(message));

/** The sentence as nodes, its names kept apart from it. */
export const serviceNodes = (message) => sayNodes(...sentenceOf(message));

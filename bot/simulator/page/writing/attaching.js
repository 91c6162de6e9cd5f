// Files: picked, dropped or pasted, and sent into the open chat.

import { tellWhyNot } from "../parts/doing.js";
import { element } from "../base/element.js";
import { person, chat, state } from "../base/store.js";
import { hindrance } from "../state/chats.js";
import { upload } from "../base/server.js";
import { goToEnd } from "../state/going.js";
import { toast } from "../parts/toasts.js";
import { say } from "../base/words.js";

const MOST_BYTES = 20 * 1024 * 1024;

const input = element("input", { type: "file", multiple: true, hidden: true, onchange: takePicked });

/** Takes files dropped on the chat and pasted into the box. */
export function attachTo(place, box) {
  place.append(input);
  box.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    sendFiles(files);
  });
  place.addEventListener(
    "dragover",
    (event) => hasFiles(event) && (event.preventDefault(), place.classList.add("is-target")),
  );
  place.addEventListener(
    "dragleave",
    (event) => place.contains(event.relatedTarget) || place.classList.remove("is-target"),
  );
  place.addEventListener("drop", (event) => takeDropped(event, place));
}

export const pickFiles = () => input.click();

const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

function takeDropped(event, place) {
  place.classList.remove("is-target");
  if (!hasFiles(event)) return;
  event.preventDefault();
  sendFiles([...event.dataTransfer.files]);
}

function takePicked() {
  sendFiles([...input.files]);
  input.value = "";
}

async function sendFiles(files) {
  if (!chat() || hindrance(chat(), person(), state.open.topic)) return;
  const { chat: chatId, person: personId, topic } = state.open;
  const place = { chat: chatId, person: personId, topic };
  for (const file of files) await sendFile(file, { ...place, name: file.name || "file" });
  goToEnd();
}

async function sendFile(file, query) {
  if (file.size > MOST_BYTES) return toast(say("attach.tooLarge", { name: file.name }), { isError: true });
  try {
    return await upload(query, file);
  } catch (error) {
    return tellWhyNot(error);
  }
}

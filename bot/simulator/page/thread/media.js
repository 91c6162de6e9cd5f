// Pictures and documents in a message.

import { showPicture } from "../parts/dialogs.js";
import { element, foreign, icon } from "../base/element.js";
import { ICONS } from "../base/icons.js";
import { say } from "../base/words.js";

const WIDEST = 320;
const HIGHEST = 380;
const KILO = 1024;

export function mediaOf(message) {
  if (message.photo?.length) return picture(message.photo.at(-1));
  if (message.document) return documentOf(message.document);
  return null;
}

const addressOf = (file) => `/files/${file.file_path.split("/").map(encodeURIComponent).join("/")}`;

function picture(size) {
  const shrink = Math.min(1, WIDEST / size.width, HIGHEST / size.height);
  const image = element("img", { src: addressOf(size), alt: say("photo"), loading: "lazy" });
  // With its size known beforehand the list does not jump when the picture comes.
  image.width = Math.max(60, Math.round(size.width * shrink));
  image.height = Math.max(40, Math.round(size.height * shrink));
  const open = () => showPicture(addressOf(size), say("photo"));
  return element(
    "button",
    { type: "button", class: "picture-button", "aria-label": say("photo.open"), onclick: open },
    image,
  );
}

function documentOf(file) {
  const name = file.file_name ?? say("document");
  const words = element(
    "span",
    { class: "document-words" },
    foreign(name, "document-name"),
    element("span", { class: "document-size" }, sizeOf(file.file_size ?? 0)),
  );
  const label = say("document.download", { name });
  return element(
    "a",
    { class: "document", href: addressOf(file), download: name, "aria-label": label },
    element("span", { class: "document-icon" }, icon(ICONS.file)),
    words,
  );
}

function sizeOf(bytes) {
  if (bytes < KILO) return `${bytes} B`;
  if (bytes < KILO * KILO) return `${(bytes / KILO).toFixed(1)} KB`;
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}

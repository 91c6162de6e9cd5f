// Puts the page together and opens what its address asks for.

import { announceMessages } from "./announcer.js";
import { mountHeader } from "./chat_header.js";
import { mountComposer } from "./composer.js";
import { mountKeys } from "./keys.js";
import { startBot } from "./links.js";
import { keepBotKnown, keepChatsLoaded, loadAll } from "./loading.js";
import { keepMenus } from "./menu.js";
import { followChanges } from "./opening.js";
import { mountPanel } from "./panel.js";
import { mountSidebar } from "./sidebar.js";
import { changed } from "./store.js";
import { followSystem } from "./theme.js";
import { mountThread } from "./thread.js";
import { showLanguage } from "./words.js";

const START = /^#start(?:=([A-Za-z0-9_-]{0,64}))?$/;

async function begin() {
  followSystem();
  showLanguage();
  for (const mount of [mountSidebar, mountHeader, mountThread, mountComposer, mountPanel, mountKeys]) mount();
  for (const keep of [followChanges, keepChatsLoaded, keepMenus, keepBotKnown, announceMessages]) keep();
  changed("language");
  await loadAll();
  showLanguage();
  followAddress();
  addEventListener("hashchange", followAddress);
}

/** "#start=jobs" sends /start jobs once: it is taken out of the address first. */
function followAddress() {
  const asked = START.exec(location.hash);
  if (!asked) return;
  history.replaceState(null, "", location.pathname + location.search);
  startBot(asked[1] ?? "");
}

begin();

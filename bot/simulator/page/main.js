// Puts the page together and opens what its address asks for.

import { announceMessages } from "./thread/announcer.js";
import { mountHeader } from "./chats/chat_header.js";
import { mountComposer } from "./writing/composer.js";
import { mountKeys } from "./keys.js";
import { startBot } from "./writing/links.js";
import { keepBotKnown, keepChatsLoaded, loadAll } from "./state/loading.js";
import { keepMenus } from "./state/menu.js";
import { followChanges } from "./state/opening.js";
import { mountPanel } from "./panel/panel.js";
import { mountSidebar } from "./chats/sidebar.js";
import { changed } from "./base/store.js";
import { followSystem } from "./base/theme.js";
import { mountThread } from "./thread/thread.js";
import { showLanguage } from "./base/words.js";

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

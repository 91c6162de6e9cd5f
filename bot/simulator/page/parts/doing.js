// Does an action on the server and says so when it cannot be done.

import { act, Refusal } from "../base/server.js";
import { toast } from "./toasts.js";
import { say } from "../base/words.js";

/** What the action gave, or undefined after the visitor was told why not. */
export async function attempt(action, body) {
  try {
    return (await act(action, body)) ?? {};
  } catch (error) {
    tellWhyNot(error);
    return undefined;
  }
}

/** The server's reasons are meant to follow a colon. */
function sentence(reason) {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.!?]$/.test(reason) ? "" : "."}`;
}

export function tellWhyNot(error) {
  toast(error instanceof Refusal ? sentence(error.message) : say("error.unreachable"), { isError: true });
}

// Pairs what was asked of the bot with its answer, whichever of the two comes first.

const KEPT_MS = 20000;
const early = new Map();
const asked = new Map();

export const takeNotice = (event) => answer(event);
export const takeInline = (event) => answer(event);

function answer(event) {
  const take = asked.get(event.query_id);
  if (take) {
    take(event);
    return;
  }
  // The answer may overtake the reply that names its question.
  early.set(event.query_id, event);
  setTimeout(() => early.delete(event.query_id), KEPT_MS);
}

/** Hands the answer to this question over when it comes; the function returned stops waiting. */
export function expectAnswer(queryId, take) {
  const forget = () => asked.delete(queryId);
  asked.set(queryId, (event) => {
    forget();
    take(event);
  });
  if (early.has(queryId)) {
    asked.get(queryId)(early.get(queryId));
    early.delete(queryId);
  }
  return forget;
}

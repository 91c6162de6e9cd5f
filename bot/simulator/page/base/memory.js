// What outlives a reload: choices of the visitor for good, all else as long as the server runs.

const PREFIX = "localtelegram.";
let boot = "";

/** From now on `remember` writes under this start of the server; what earlier starts left is removed. */
export function useBoot(name) {
  boot = name;
  const kept = `${PREFIX}boot.${boot}.`;
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(`${PREFIX}boot.`) && !key.startsWith(kept)) localStorage.removeItem(key);
  }
}

export const recall = (name, otherwise) => read(`${PREFIX}boot.${boot}.${name}`, otherwise);
export const remember = (name, value) => write(`${PREFIX}boot.${boot}.${name}`, value);
export const choice = (name, otherwise) => read(`${PREFIX}choice.${name}`, otherwise);
export const keepChoice = (name, value) => write(`${PREFIX}choice.${name}`, value);

function read(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the memory of a reload, nothing else.
  }
}

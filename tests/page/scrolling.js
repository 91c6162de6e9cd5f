// Scrolls the chat by a part of what is seen, so many times; after each, which messages are drawn, and where.
async ([part, steps]) => {
  const log = document.querySelector("[role=log]");
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const seen = [];
  for (let step = 0; step < steps; step += 1) {
    log.scrollTop += part * log.clientHeight;
    await frames();
    const drawn = [...log.querySelectorAll("article")];
    const top = (article) => article.getBoundingClientRect().top;
    seen.push(drawn.map((article) => [Number(article.dataset.message), top(article)]));
  }
  return seen;
}

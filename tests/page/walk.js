// Goes through the chat from its beginning to its end; what each message shows, by its number.
async () => {
  const log = document.querySelector("[role=log]");
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const seen = {};
  const sticksOut = (node, edges) => {
    const { left, right } = node.getBoundingClientRect();
    return left < edges.left - 1 || right > edges.right + 1;
  };
  const isCut = (node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== "inline";
  const wideIn = (article) => {
    const edges = article.getBoundingClientRect();
    const inside = [...article.querySelectorAll(".bubble, .bubble *, .keyboard, .keyboard *")];
    const wide = inside.filter((node) => sticksOut(node, edges) || isCut(node));
    return sticksOut(article, log.getBoundingClientRect()) ? [article, ...wide] : wide;
  };
  const describe = (article) => ({
    words: article.querySelector(".words")?.innerText ?? "",
    buttons: [...article.querySelectorAll(".keyboard button")].filter((one) => one.checkVisibility()).map((one) => one.innerText),
    wide: wideIn(article).map((node) => `${node.tagName}.${node.className}`),
  });
  const look = () => {
    for (const article of log.querySelectorAll("article")) seen[article.dataset.message] ??= describe(article);
  };
  log.scrollTop = 0;
  await frames();
  look();
  while (log.scrollTop + log.clientHeight < log.scrollHeight - 1) {
    log.scrollTop += log.clientHeight * 0.8;
    await frames();
    look();
  }
  return seen;
}

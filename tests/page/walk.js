// Goes through the chat from its beginning to its end; what each message shows, by its number.
() => {
  const log = document.querySelector("[role=log]");
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
  const scrollTo = (top) => {
    log.scrollTop = top;
    // It would be told with the next frame; frames as high as this window's take long.
    log.dispatchEvent(new Event("scroll"));
    look();
  };
  scrollTo(0);
  while (log.scrollTop + log.clientHeight < log.scrollHeight - 1) scrollTo(log.scrollTop + log.clientHeight * 0.8);
  return seen;
}

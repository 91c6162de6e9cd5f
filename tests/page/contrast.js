// Texts that are seen and stand out too little from what lies behind them.
(least) => {
  const numbers = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return { rgb: [r, g, b], a };
  };
  const over = ({ rgb, a }, below) => rgb.map((part, i) => part * a + below[i] * (1 - a));
  const light = (rgb) => {
    const [r, g, b] = rgb.map((part) => part / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, two) => {
    const [dark, bright] = [light(one), light(two)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const layers = (node) => {
    const found = [];
    for (let at = node; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      const stops = backgroundImage.match(/rgba?\([^)]*\)/g);
      found.push(stops ? stops.map(numbers) : [numbers(backgroundColor)]);
      if (found.at(-1).every(({ a }) => a === 1)) break;
    }
    return found;
  };
  const behind = (node) =>
    layers(node).reduceRight(
      (below, stops) => below.flatMap((rgb) => stops.map((stop) => over(stop, rgb))),
      [[255, 255, 255]],
    );
  const hasWords = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  const isSeen = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !node.closest(".unseen, [disabled]");
  const worst = (node) => {
    const colour = numbers(getComputedStyle(node).color);
    return Math.min(...behind(node).map((rgb) => ratio(over(colour, rgb), rgb)));
  };
  return [...document.querySelectorAll("body *")]
    .filter((node) => hasWords(node) && isSeen(node))
    .map((node) => [`${node.tagName}.${node.className} ${node.textContent.trim().slice(0, 30)}`, worst(node)])
    .filter(([, found]) => found < least);
}

// Builds DOM nodes: foreign text only ever becomes text nodes.

const AS_PROPERTY = new Set(["value", "checked", "disabled", "selected", "hidden", "htmlFor", "textContent"]);
const SVG = "http://www.w3.org/2000/svg";

/**
 * A node with attributes, listeners (`onclick` …), `data` and children; false, null and "" children are left out.
 * @param {string} tag
 * @param {Object<string, *>} [props]
 * @param {...(Node|string|Array)} children
 */
export function element(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...shown(children));
  return node;
}

function setProp(node, name, value) {
  if (value === undefined || value === null) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "class") node.className = value;
  else if (name === "data") Object.assign(node.dataset, value);
  else if (AS_PROPERTY.has(name)) node[name] = value;
  else if (value !== false) node.setAttribute(name, value === true ? "" : value);
}

function shown(children) {
  return children.flat(Infinity).filter(
    (child) => child !== null && child !== undefined && child !== false && child !== "",
  );
}

/** Foreign words that keep their own direction and never reorder what stands beside them. */
export function foreign(text, className) {
  return element("bdi", { class: className }, String(text ?? ""));
}

/** An icon of one stroked path. */
export function icon(path, className = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export function iconButton(path, label, onclick, props = {}) {
  const known = { type: "button", class: "icon-button", "aria-label": label, title: label, onclick };
  return element("button", { ...known, ...props }, icon(path));
}

/** Replaces the children and gives the focus back to whatever now has the same `data-focus`. */
export function refill(container, ...children) {
  keepingFocus(container, () => container.replaceChildren(...shown(children)));
}

export function keepingFocus(container, change) {
  const active = document.activeElement;
  const key = container.contains(active) ? active.dataset?.focus : undefined;
  change();
  if (key === undefined || document.activeElement === active) return;
  container.querySelector(`[data-focus="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** Makes a stretch of text act like a button: by click, Enter and Space. */
export function actionText(className, act, ...children) {
  const onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act(event);
  };
  return element("span", { class: className, role: "button", tabindex: "0", onclick: act, onkeydown }, ...children);
}

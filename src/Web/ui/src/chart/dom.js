// Small helpers for the panels: elements, and parts that every panel uses.

/** h("button", { class: "x", onclick: f }, "text", child …); null and false children are left out. */
export function h(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "class") made.className = value;
    else if (["value", "checked", "disabled", "selected", "hidden", "open", "indeterminate"].includes(name)) made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false).map(child => (typeof child === "number" ? String(child) : child)));
  return made;
}

/** A value from the records: kept together, in its own direction. */
export const bdi = (text, dir = "auto") => h("bdi", { dir }, text);

export function glyph(d) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "glyph");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", d);
  svg.append(path);
  return svg;
}

let ids = 0;
export const newId = name => `chart-${name}-${++ids}`;

/** A labelled control. */
export function field(label, control) {
  control.id ||= newId("field");
  return h("div", { class: "field" }, h("label", { for: control.id }, label), control);
}

export function check(label, checked, change) {
  return h("label", { class: "check" }, h("input", { type: "checkbox", checked, onchange: event => change?.(event.target.checked) }), h("span", {}, label));
}

/** @param options [value, label][] */
export const choice = (options, value, change, properties = {}) =>
  h("select", { ...properties, onchange: event => change?.(event.target.value) }, options.map(([v, label]) => h("option", { value: v, selected: String(v) === String(value) }, label)));

export const button = (label, onclick, kind = "", properties = {}) => h("button", { type: "button", class: `button ${kind}`.trim(), onclick, ...properties }, label);

/**
 * A dialog over the chart; the browser keeps the focus inside and gives it back.
 * @returns {{ close(): void, element, body }}
 */
export function dialog(s, title, content, actions = [], closed = null) {
  const head = newId("dialog");
  const element = h("dialog", { class: "chart-dialog", "aria-labelledby": head, dir: s.direction },
    h("header", {}, h("h2", { id: head }, title), h("button", { type: "button", class: "icon-button", "aria-label": s.t("close"), onclick: () => element.close() }, glyph("M19 6.400L17.600 5 12 10.600 6.400 5 5 6.400 10.600 12 5 17.600 6.400 19 12 13.400 17.600 19 19 17.600 13.400 12z"))),
    h("div", { class: "chart-dialog-body" }, content), h("footer", { class: "row" }, actions));
  element.addEventListener("close", () => { element.remove(); closed?.(); });
  element.addEventListener("keydown", event => event.stopPropagation());
  const body = element.querySelector(".chart-dialog-body");
  // A long page of nothing but words can be scrolled by keys as well.
  if (!body.querySelector("button, input, select, textarea, [tabindex]")) body.tabIndex = 0;
  s.root.append(element);
  element.showModal();
  return { close: () => element.close(), element, body };
}

/** What came of a question to the page: its answer, or null where it refused or failed, which is shown. */
export async function ask(s, call, working = null) {
  if (working) s.emit("working", working);
  try {
    const answer = await call();
    if (answer?.refusal) { s.emit("refused", answer.refusal); return null; }
    s.emit("refused", null);
    return answer ?? {};
  } catch (fault) {
    console.warn("chart", fault?.message ?? fault);
    s.emit("refused", s.t("failed"));
    return null;
  } finally {
    if (working) s.emit("working", null);
  }
}

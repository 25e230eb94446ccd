// A menu that opens at a place or under a button; arrows walk, Escape closes, the focus goes back to where it was.
import { h } from "./dom.js";

/**
 * @param rows { label, keys?, run, disabled?, checked?, head?, note? }[]; null is a line between
 * @param where { x, y } on the page, or { under: element }
 */
export function menu(s, rows, where) {
  s.closeMenu?.();
  const before = document.activeElement;
  const element = h("div", { class: "chart-menu", role: "menu", dir: s.direction }, rows.map(row => {
    if (row === null) return h("hr", { role: "separator" });
    if (row.head) return h("p", { class: "menu-head", role: "presentation" }, row.head);
    return h("button", { type: "button", role: row.checked === undefined ? "menuitem" : "menuitemcheckbox", "aria-checked": row.checked === undefined ? null : String(row.checked), class: "menu-row", disabled: row.disabled, tabindex: "-1",
      onclick: () => { close(); row.run(); } },
      h("span", { class: "grow clip" }, row.checked === undefined ? "" : h("span", { class: "tick", "aria-hidden": "true" }, row.checked ? "✓" : ""), row.label), row.note ? h("span", { class: "quiet number" }, row.note) : null, row.keys ? h("kbd", { dir: "ltr" }, row.keys) : null);
  }));
  s.root.append(element);
  place(element, where, s);
  // Longer than the window, it can be reached as a whole too.
  if (element.scrollHeight > element.clientHeight) element.tabIndex = 0;

  const items = () => [...element.querySelectorAll("button:not([disabled])")];
  function key(event) {
    const all = items(), at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.code];
    if (to !== undefined) all.at(to % all.length)?.focus();
    else if (event.code === "Escape" || event.code === "Tab") close();
    else if (event.key.length === 1 && !event.ctrlKey && event.code !== "Space") all.find((item, n) => n > at && item.textContent.toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase()))?.focus();
    else if (event.code !== "Enter" && event.code !== "Space") return;
    event.stopPropagation();
    if (event.code !== "Enter" && event.code !== "Space") event.preventDefault();
  }
  const outside = event => { if (!element.contains(event.target)) close(false); };
  function close(back = true) {
    element.remove();
    document.removeEventListener("pointerdown", outside, true);
    where.under?.setAttribute("aria-expanded", "false");
    s.closeMenu = null;
    if (back) (before?.isConnected && before !== document.body ? before : s.place).focus({ preventScroll: true });
  }
  element.addEventListener("keydown", key);
  document.addEventListener("pointerdown", outside, true);
  where.under?.setAttribute("aria-expanded", "true");
  s.closeMenu = close;
  items()[0]?.focus();
  return { close, element };
}

/** Within the window, wherever it was opened. Places on the screen are physical. */
function place(element, where, s) {
  const box = element.getBoundingClientRect(), room = { x: innerWidth - 8, y: innerHeight - 8 };
  let x = where.x, y = where.y;
  if (where.under) {
    const under = where.under.getBoundingClientRect();
    x = s.direction === "rtl" ? under.right - box.width : under.left;
    y = under.bottom + 2;
  } else if (s.direction === "rtl") x -= box.width;
  element.style.left = `${Math.max(8, Math.min(x, room.x - box.width))}px`;
  element.style.top = `${Math.max(8, Math.min(y, room.y - box.height))}px`;
}

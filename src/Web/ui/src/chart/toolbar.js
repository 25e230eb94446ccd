// The line above the drawing: menus made from the commands, search, what is being done, what is kept.
import { glyph, h } from "./dom.js";
import { menu } from "./menu.js";
import { menus } from "./commands.js";
import { shown } from "./keys.js";

const undo = "M12.500 8c-2.650 0-5.050 1-6.900 2.600L2 7v9h9l-3.620-3.620A8 8 0 0 1 20.100 16l2.370-.78A10.500 10.500 0 0 0 12.500 8z";
const redo = "M18.400 10.600A10.500 10.500 0 0 0 1.530 15.220L3.900 16a8 8 0 0 1 12.720-3.620L13 16h9V7z";

export function toolbar(s, known, { finder, panels }) {
  const t = s.t, by = id => known.find(command => command.id === id);
  const run = command => { if (!command.when || command.when()) command.run(); };
  const icon = (id, d) => h("button", { type: "button", class: "icon-button", title: `${t(`do-${id}`)} (${shown(by(id).keys[0])})`, "aria-label": t(`do-${id}`), onclick: () => run(by(id)) }, glyph(d));
  const back = icon("undo", undo), forth = icon("redo", redo);
  const saved = h("span", { class: "quiet chart-saved", role: "status" });
  const heads = menus.map(name => h("button", { type: "button", class: "button text chart-menu-head", "aria-haspopup": "menu", "aria-expanded": "false", onclick: event => open(name, event.currentTarget) }, t(`menu-${name}`), h("span", { "aria-hidden": "true" }, "▾")));
  const toggles = ["chosen", "legend", "styles", "table"].map(name => {
    const label = name === "chosen" ? t("chosen") : t(`do-${name}`);
    return h("button", { type: "button", class: "button text chart-toggle", "aria-pressed": "false", "data-panel": name, onclick: () => (panels.name === name ? panels.close() : panels.open(name)) }, label);
  });
  const time = h("button", { type: "button", class: "button text chart-toggle", "aria-pressed": "true", onclick: () => panels.strip() }, t("do-strip"));
  const mapped = by("map") ? h("button", { type: "button", class: "button text chart-toggle", "aria-pressed": "false", "data-do": "map", onclick: () => run(by("map")) }, t("do-map")) : null;
  const about = h("button", { type: "button", class: "icon-button", title: `${t("do-help")} (?)`, "aria-label": t("do-help"), onclick: () => panels.help() }, h("b", { "aria-hidden": "true" }, "?"));
  const element = h("div", { class: "chart-tools", role: "toolbar", "aria-label": t("tools") }, back, forth, heads, h("span", { class: "grow" }), finder.element, toggles, mapped, time, about, saved);

  function open(name, under) {
    const rows = [];
    let last = null;
    for (const command of known.filter(one => one.menu === name)) {
      const family = command.id.split("-")[0];
      if (last !== null && family !== last && ["layout", "align", "group", "steps", "rectangle", "note", "create", "hide", "faces", "map"].includes(family)) rows.push(null);
      last = family;
      rows.push({ label: t(`do-${command.id}`), keys: command.keys.length ? shown(command.keys.at(-1)) : null, disabled: command.when ? !command.when() : false, checked: command.checked?.(), run: command.run });
    }
    menu(s, rows, { under });
  }
  // Arrows walk along the line as in any toolbar.
  element.addEventListener("keydown", event => {
    if (!/^Arrow(Left|Right|Down)$/.test(event.code) || event.target.matches("input")) return;
    if (event.code === "ArrowDown") { if (event.target.matches(".chart-menu-head")) event.target.click(); }
    else {
      const stops = [...element.querySelectorAll("button:not([disabled]), input")], at = stops.indexOf(event.target);
      const on = (event.code === "ArrowRight") === (s.direction !== "rtl");
      stops.at((at + (on ? 1 : -1)) % stops.length)?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  });
  function refresh() {
    back.disabled = s.history.at === 0;
    forth.disabled = s.history.at === s.history.steps.length;
    for (const toggle of toggles) toggle.setAttribute("aria-pressed", String(panels.name === toggle.dataset.panel));
    mapped?.setAttribute("aria-pressed", String(by("map").checked()));
    time.setAttribute("aria-pressed", String(!s.stripHidden()));
  }
  const offs = [s.on("content", refresh), s.on("panel", refresh), s.on("saved", state => {
    saved.textContent = s.readOnly ? t("read-only") : state.failed ? t("saved-not") : state.saving || state.dirty ? t("saving") : state.at ? t("saved") : "";
    saved.classList.toggle("failed", state.failed);
  })];
  if (s.readOnly) saved.textContent = t("read-only");
  queueMicrotask(refresh);
  return { element, refresh, dispose: () => offs.forEach(off => off()) };
}

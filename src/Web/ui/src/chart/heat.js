// Day of the week by hour: a cell chooses the items whose events it holds.
import { h } from "./dom.js";
import { weekHour } from "./dates.js";
import { weekGrid } from "./histogram.js";

export function heatPanel(s, { view }) {
  const t = s.t;
  const table = h("table", { class: "chart-heat", "aria-label": t("do-heat") });
  const word = h("p", { class: "quiet" });
  const element = h("div", { class: "chart-panel-body stack" }, word, table);
  const name = n => t(`day-${n}`);

  function refresh() {
    const items = [...s.scene.shown].map(id => s.items.get(id));
    // A tie's event concerns both its ends.
    const things = [...items, ...s.scene.ties.map(tie => ({ id: tie.source, events: tie.events }))];
    const ends = new Map();
    for (const tie of s.scene.ties) for (const event of tie.events ?? []) { const at = weekHour(event.at); if (at) { const n = at[0] * 24 + at[1]; if (!ends.has(n)) ends.set(n, new Set()); ends.get(n).add(tie.target); } }
    const cells = weekGrid(things, weekHour);
    const most = cells.reduce((high, cell) => Math.max(high, cell.count), 0);
    word.textContent = most === 0 ? t("heat-none") : t("heat-why");
    table.replaceChildren(
      h("thead", {}, h("tr", {}, h("td"), [0, 6, 12, 18].map(hour => h("th", { scope: "colgroup", colspan: 6 }, t.number(hour))))),
      h("tbody", {}, Array.from({ length: 7 }, (_, n) => h("tr", {}, h("th", { scope: "row" }, name(n)), Array.from({ length: 24 }, (_, hour) => {
        const cell = cells[n * 24 + hour], ids = [...cell.ids, ...(ends.get(n * 24 + hour) ?? [])];
        const td = h("td", {}, cell.count ? h("button", { type: "button", title: t.count("events", cell.count), "aria-label": `${name(n)} ${t.number(hour)}: ${t.count("events", cell.count)}`, onclick: () => { s.choose(ids.map(s.scene.stands)); view.ask(); } }) : null);
        if (cell.count) td.firstChild.style.setProperty("--share", String(0.25 + 0.75 * (cell.count / most)));
        return td;
      })))));
  }
  const off = s.on("scene", refresh);
  refresh();
  return { element, title: t("do-heat"), dispose: off };
}

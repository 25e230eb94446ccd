// Everything that is drawn, as two tables: the drawing's equal for who does not see it, with the same selection.
import { bdi, h } from "./dom.js";
import { rows } from "./rows.js";

export function tablePanel(s, { view, panels }) {
  const t = s.t;
  let part = "items";
  const find = h("input", { type: "search", class: "grow", placeholder: t("table-find"), "aria-label": t("table-find"), dir: "auto", oninput: () => refresh() });
  const count = h("p", { class: "quiet", role: "status" });
  const items = rows([
    { head: t("item"), cell: row => bdi(row.caption, row.dir), value: row => row.caption, class: "wide" },
    { head: t("type"), cell: row => s.type(row.type), value: row => s.type(row.type) },
    { head: t("links"), cell: row => t.number(s.scene.links(row.id)), value: row => s.scene.links(row.id), class: "number" },
    { head: t("grade"), cell: row => row.grade?.text ?? "", value: row => row.grade?.rank ?? 9 },
    { head: t("handling"), cell: row => row.handling?.code ?? "", value: row => row.handling?.level ?? -1 },
    { head: t("more"), cell: row => (row.hiddenNeighbours ? h("span", { dir: "ltr" }, `${t.number(row.hiddenNeighbours)}+`) : ""), value: row => row.hiddenNeighbours ?? 0, class: "number" },
    { head: t("state"), cell: row => [s.content.pins.includes(row.id) ? t("pinned") : "", row.state && row.state !== "current" ? t(`state-${row.state}`) : ""].filter(Boolean).join(" · ") },
  ], { label: t("items-table"), key: row => row.id, chosen: id => s.chosen.has(s.scene.stands(id)), pick: (row, event) => { pick([s.scene.stands(row.id)], [], event); view.centre(row.id); }, open: row => panels.expand([row.id]) });
  const ties = rows([
    { head: t("from"), cell: row => bdi(s.caption(row.source)), value: row => s.caption(row.source), class: "wide" },
    { head: t("tie"), cell: row => [h("span", { class: "quiet" }, row.directed ? (s.direction === "rtl" ? "← " : "→ ") : "— "), bdi(row.caption, row.dir)], value: row => row.caption },
    { head: t("to"), cell: row => bdi(s.caption(row.target)), value: row => s.caption(row.target), class: "wide" },
    { head: t("standing"), cell: row => t(`standing-${row.standing}`), value: row => row.standing },
    { head: t("grade"), cell: row => (row.grade ? row.grade.worst.text : ""), value: row => row.grade?.worst.rank ?? 9 },
    { head: t("when"), cell: row => h("span", { dir: "ltr" }, t.shown([row.dates?.from, row.dates?.to].filter(Boolean).join(" – "))), value: row => row.dates?.from ?? "" },
  ], { label: t("ties-table"), key: row => row.id, chosen: id => s.chosenTies.has(id), pick: (row, event) => { pick([], [row.id], event); view.centre(row.source); }, open: row => s.host.inspect?.(row.links[0] ?? row.id) });
  const tabs = h("div", { class: "chart-tabs", role: "tablist" }, ["items", "ties"].map(name => h("button", { type: "button", role: "tab", "aria-selected": String(name === part), onclick: () => { part = name; refresh(); } }, t(`${name}-table`))));
  const place = h("div", { class: "chart-table-place" });
  const element = h("div", { class: "chart-panel-body chart-panel-tall" }, h("div", { class: "row" }, tabs, find), count, place);

  function pick(ids, lines, event) {
    const more = event.ctrlKey || event.metaKey || event.shiftKey || event.code === "Space";
    const mix = (old, added) => { const made = new Set(old); for (const id of added) if (!made.delete(id)) made.add(id); return made; };
    s.choose(more ? mix(s.chosen, ids) : ids, more ? mix(s.chosenTies, lines) : lines);
  }
  function refresh() {
    [...tabs.children].forEach((tab, n) => tab.setAttribute("aria-selected", String((n === 0) === (part === "items"))));
    const table = part === "items" ? items : ties, words = find.value.trim().toLocaleLowerCase();
    if (place.firstChild !== table.element) place.replaceChildren(table.element);
    const fits = text => !words || text.toLocaleLowerCase().includes(words);
    const list = part === "items" ? [...s.scene.shown].map(id => s.items.get(id)).filter(item => fits(`${item.caption} ${item.second ?? ""} ${s.type(item.type)}`))
      : s.scene.ties.filter(tie => fits(`${s.caption(tie.source)} ${tie.caption} ${s.caption(tie.target)}`));
    table.set(list);
    const away = s.members().length - s.scene.shown.size;
    count.textContent = `${t.count(part, list.length)}${away > 0 ? ` · ${t.count("not-drawn", away)}` : ""}`;
  }
  const offs = [s.on("scene", refresh), s.on("selection", () => { items.refresh(); ties.refresh(); })];
  queueMicrotask(refresh);
  return { element, title: t("do-table"), wide: true, dispose: () => offs.forEach(off => off()) };
}

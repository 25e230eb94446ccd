// What is chosen, as a table: picking a row brings the item into the middle. One selection for drawing, tables, time and map.
import { bdi, button, h } from "./dom.js";
import { rows } from "./rows.js";

export function chosenPanel(s, { view, command }) {
  const t = s.t;
  const count = h("p", { class: "quiet", role: "status" });
  const about = h("div", { class: "stack" });
  const table = rows([
    { head: t("item"), cell: row => bdi(row.caption, row.dir), value: row => row.caption, class: "wide" },
    { head: t("type"), cell: row => s.type(row.type), value: row => s.type(row.type) },
    { head: t("links"), cell: row => t.number(s.scene.links(row.id)), value: row => s.scene.links(row.id), class: "number" },
  ], { label: t("chosen"), key: row => row.id, chosen: id => id === s.focus, pick: row => { s.focus = row.id; view.centre(row.id); s.emit("focus"); table.refresh(); } });
  const ties = h("ul", { class: "chart-list" });
  const element = h("div", { class: "chart-panel-body stack" }, count, about, table.element, ties);

  function refresh() {
    const list = s.chosenItems().map(id => s.items.get(id)).filter(Boolean);
    const lines = [...s.chosenTies].map(id => s.ties.get(id)).filter(Boolean);
    count.textContent = list.length + lines.length === 0 ? t("chosen-none") : [list.length ? t.count("items", list.length) : "", lines.length ? t.count("ties", lines.length) : ""].filter(Boolean).join(" · ");
    table.element.hidden = list.length < 2;
    table.set(list);
    about.replaceChildren(...(list.length === 1 ? [card(list[0])] : s.note ? [note()] : []));
    ties.hidden = lines.length === 0;
    ties.replaceChildren(...lines.slice(0, 60).map(tieRow));
  }
  function card(item) {
    const group = [...s.chosen].map(id => s.scene.byId.get(id)?.group).find(Boolean);
    return h("section", { class: "chart-card" },
      h("h3", {}, bdi(item.caption, item.dir)), item.second ? h("p", { class: "quiet" }, bdi(item.second)) : null,
      h("p", { class: "row" }, s.type(item.type), item.grade ? h("span", { class: "chart-grade", title: item.grade.words }, item.grade.text) : null, item.handling ? h("span", { class: `chart-handling level-${item.handling.level}`, title: item.handling.words }, item.handling.code) : null),
      item.attributes?.length ? h("dl", { class: "facts" }, item.attributes.flatMap(one => [h("dt", {}, one.label), h("dd", {}, bdi(one.value, one.dir))])) : null,
      item.flags?.length ? h("p", { class: "row" }, item.flags.map(flag => h("span", { class: "tag" }, t(`flag-${flag}`)))) : null,
      item.records > 1 ? h("p", { class: "quiet" }, t.count("records", item.records)) : null,
      item.state === "changed" ? h("p", { class: "notice person" }, t("is-changed")) : item.state === "withdrawn" ? h("p", { class: "notice" }, t("is-withdrawn")) : null,
      item.otherCases ? h("p", { class: "quiet" }, t.count("other-cases", item.otherCases)) : null,
      h("p", { class: "quiet" }, t.count("links-here", s.scene.links(item.id)), item.hiddenNeighbours ? ` · ${t.count("more-there", item.hiddenNeighbours)}` : ""),
      h("div", { class: "row" }, ["expand", "collapse", "inspect"].map(id => command(id)).filter(Boolean).map(one => button(t(`do-${one.id}`), () => one.run(), "small"))),
      group ? h("p", { class: "quiet" }, bdi(group.caption)) : null);
  }
  function tieRow(tie) {
    const grade = tie.grade ? (tie.grade.best.text === tie.grade.worst.text ? tie.grade.best.text : `${tie.grade.best.text}–${tie.grade.worst.text}`) : "";
    return h("li", {},
      h("button", { type: "button", class: "menu-row", onclick: () => { s.choose([], [tie.id]); s.host.inspect?.(tie.links[0] ?? tie.id); } },
        h("span", { class: "grow" }, bdi(s.caption(tie.source)), h("span", { class: "quiet" }, tie.directed ? ` ${s.direction === "rtl" ? "←" : "→"} ` : " — "), bdi(s.caption(tie.target)),
          h("br"), h("small", { class: "quiet" }, bdi(tie.caption), ` · ${t(`standing-${tie.standing}`)}`, tie.dates?.from ? ` · ${t.shown(tie.dates.from)}` : "", tie.state && tie.state !== "current" ? ` · ${t(`state-${tie.state}`)}` : "")),
        grade ? h("span", { class: "chart-grade" }, grade) : null));
  }
  function note() {
    const one = s.content.annotations.find(annotation => annotation.id === s.note);
    return one ? h("section", { class: "chart-card" }, h("h3", {}, t(`do-note-${one.kind}`)), h("p", {}, bdi(one.text)), h("p", { class: "quiet" }, t("note-says-nothing"))) : "";
  }
  const offs = [s.on("selection", refresh), s.on("scene", refresh), s.on("focus", () => table.refresh())];
  queueMicrotask(refresh);
  return { element, title: t("chosen"), dispose: () => offs.forEach(off => off()) };
}

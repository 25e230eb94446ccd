// Who stands where, as a table, and who stands nowhere: the map's equal for who does not see it, with the same selection.
import { bdi, h } from "./dom.js";
import { rows } from "./rows.js";

const most = 500;

export function placesPanel(s, { view, map }) {
  const t = s.t;
  const count = h("p", { class: "quiet", role: "status" });
  const pick = (id, event) => {
    const more = event.ctrlKey || event.metaKey || event.code === "Space", chosen = new Set(more ? s.chosen : []);
    if (!(more && chosen.delete(id))) chosen.add(id);
    s.choose(chosen);
    view.centre(id);
  };
  const there = rows([
    { head: t("item"), cell: row => bdi(row.item.caption, row.item.dir), value: row => row.item.caption, class: "wide" },
    { head: t("place"), cell: row => [row.stand.how ? h("span", { class: "quiet" }, row.stand.how, " ") : null, bdi(row.point.caption)].filter(Boolean), value: row => row.point.caption, class: "wide" },
    { head: t("grade"), cell: row => (row.stand.grade ?? { worst: row.point.grade }).worst?.text ?? "", value: row => (row.stand.grade ?? { worst: row.point.grade }).worst?.rank ?? 9 },
    { head: t("when"), cell: row => h("span", { dir: "ltr" }, t.shown([row.stand.dates?.from, row.stand.dates?.to].filter(Boolean).join(" – "))), value: row => row.stand.dates?.from ?? "" },
    { head: t("position"), cell: row => h("span", { dir: "ltr" }, `${row.point.contested ? "≠ " : ""}${t.number(row.point.latitude, 4)}, ${t.number(row.point.longitude, 4)}`), value: row => row.point.latitude },
    { head: t("handling"), cell: row => row.point.handling.code, value: row => row.point.handling.level },
  ], { label: t("map-table"), key: row => row.key, chosen: key => chosen.has(key), pick: (row, event) => pick(row.id, event) });
  let chosen = new Set();
  const head = h("h3"), lacking = h("ul", { class: "chart-list" }), rest = h("p", { class: "quiet" });
  const element = h("div", { class: "chart-panel-body stack" }, count, there.element, head, h("p", { class: "quiet" }, t("without-why")), lacking, rest);

  function refresh() {
    const { placed, without } = map.found;
    chosen = new Set(placed.filter(entry => s.chosen.has(entry.id)).map(entry => entry.key));
    count.textContent = t.count("with-place", new Set(placed.map(entry => entry.item.id)).size);
    there.element.hidden = placed.length === 0;
    there.set(placed);
    head.textContent = without.length ? t.count("without-place", without.length) : t("all-placed");
    rest.textContent = without.length > most ? t("without-part", { shown: most, total: without.length }) : "";
    lacking.replaceChildren(...without.slice(0, most).map(id => s.items.get(id)).map(item => h("li", {}, h("button", { type: "button", class: "menu-row", "aria-pressed": String(s.chosen.has(s.scene.stands(item.id))), onclick: event => pick(s.scene.stands(item.id), event) }, h("span", { class: "grow" }, bdi(item.caption, item.dir)), h("span", { class: "quiet" }, s.type(item.type))))));
  }
  const offs = [s.on("map", refresh), s.on("selection", refresh)];
  queueMicrotask(refresh);
  return { element, title: t("do-map"), medium: true, dispose: () => offs.forEach(off => off()) };
}

// Measures of the network as the page reads them: with their interval and their caution; for this look only, never kept.
import { ask, bdi, button, check, choice, field, h } from "./dom.js";
import { rows } from "./rows.js";

export function measuresPanel(s, { view }) {
  const t = s.t;
  const choices = h("div"), place = h("div", { class: "stack" });
  const element = h("div", { class: "chart-panel-body stack" }, h("p", { class: "notice person" }, t("measures-caution")), choices, place);

  let whole = false, shown = "";

  async function offer() {
    const answer = await ask(s, () => s.host.measure(null, false));
    choices.replaceChildren(field(t("measure"), choice([["", t("measure-choose")], ...(answer?.measures ?? []).map(one => [one.name, one.label])], "", name => { shown = name; if (name) read(name); })),
      check(t("measure-whole"), false, on => { whole = on; if (shown) read(shown); }));
  }
  async function read(name) {
    const answer = await ask(s, () => s.host.measure([name], whole), t("working-measure"));
    const measure = answer?.measures?.[0];
    if (!measure) return;
    s.measures.set(measure.name, measure);
    s.rebuild();
    const table = rows([
      { head: t("item"), cell: row => bdi(s.caption(row.id)), value: row => s.caption(row.id), class: "wide" },
      { head: measure.label, cell: row => t.number(row.value, 3), value: row => row.value, class: "number" },
      { head: t("mean"), cell: row => (row.meanLow === undefined || row.meanLow === null ? "" : h("span", { dir: "ltr" }, between(row.meanLow, row.meanHigh))), class: "number" },
      { head: t("interval"), cell: row => (row.low === undefined || row.low === null ? "" : h("span", { dir: "ltr" }, between(row.low, row.high, true))), class: "number" },
    ], { label: measure.label, key: row => row.id, chosen: id => s.chosen.has(s.scene.stands(id)), pick: row => { s.choose([s.scene.stands(row.id)]); view.centre(row.id); } });
    place.replaceChildren(h("h3", {}, measure.label), h("p", {}, measure.reading), measure.caution ? h("p", { class: "notice" }, measure.caution) : "", table.element,
      h("div", { class: "row" }, button(t("size-by-measure"), () => size(measure), "small")));
    table.set(Object.entries(measure.values ?? {}).map(([id, value]) => ({ id, ...value })).filter(row => s.items.has(row.id)).sort((a, b) => s.caption(a.id).localeCompare(s.caption(b.id))));
  }
  /** Two numbers that look the same are one, but where the span is what is told. */
  function between(low, high, both = false) {
    const [from, to] = [t.number(low, 3), t.number(high, 3)];
    return from === to && !both ? from : `${from} – ${to}`;
  }
  /** Three sizes by rule, so that the legend says what a size means. */
  function size(measure) {
    const values = Object.values(measure.values ?? {}).map(one => one.value).sort((a, b) => a - b);
    if (values.length === 0) return;
    const at = share => values[Math.min(values.length - 1, Math.floor(values.length * share))];
    const field = `measure:${measure.name}`;
    s.change("style", c => ({ ...c, styles: [...c.styles.filter(rule => rule.when.field !== field), ...[[0.5, 1.25], [0.8, 1.55], [0.95, 1.9]].map(([share, size], n) => ({ id: `rule-${c.styles.length + n + 100}`, on: true, when: { part: "item", field, is: "atleast", value: String(Math.round(at(share) * 1000) / 1000) }, then: { size } }))] }));
  }
  offer();
  return { element, title: t("do-measures"), medium: true, dispose() {} };
}

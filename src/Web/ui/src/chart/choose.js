// Choosing by type, or by number of links.
import { button, choice, field, h } from "./dom.js";

export function choosePanel(s, { tools }) {
  const t = s.t;
  const types = h("div", { class: "chart-list" }), ties = h("div", { class: "chart-list" });
  const op = choice([["=", "="], ["<", "<"], [">", ">"]], ">", null, { "aria-label": t("comparison"), dir: "ltr" });
  const number = h("input", { type: "number", min: "0", value: "3", "aria-label": t("links") });
  const element = h("div", { class: "chart-panel-body stack" },
    h("h3", {}, t("by-item-type")), types, h("h3", {}, t("by-tie-type")), ties,
    h("h3", {}, t("by-links")), h("div", { class: "row" }, op, number, button(t("choose"), () => tools.byLinks(op.value, Number(number.value)))));
  const row = (label, count, run) => h("button", { type: "button", class: "menu-row", onclick: run }, h("span", { class: "grow" }, label), h("span", { class: "quiet number" }, t.number(count)));
  function refresh() {
    const counts = new Map(), lines = new Map();
    for (const node of s.scene.nodes) if (node.item) counts.set(node.item.type, (counts.get(node.item.type) ?? 0) + 1);
    for (const tie of s.scene.ties) lines.set(tie.type, (lines.get(tie.type) ?? 0) + 1);
    const sorted = map => [...map].sort((a, b) => b[1] - a[1]);
    types.replaceChildren(...sorted(counts).map(([type, n]) => row(s.types.get(type)?.plural ?? s.type(type), n, () => tools.byType(type))));
    ties.replaceChildren(...sorted(lines).map(([type, n]) => row(s.type(type), n, () => tools.byTieType(type))));
  }
  const off = s.on("scene", refresh);
  refresh();
  return { element, title: t("do-by-type"), dispose: off };
}

/** Layouts that ask something first. */
export function layoutPanel(s, { tools }, method) {
  const t = s.t;
  const measures = [["", t("links")], ...[...s.measures.values()].map(measure => [measure.name, measure.label])];
  const measure = choice(measures, ""), flow = choice(["down", "up", "forwards", "backwards"].map(name => [name, t(`flow-${name}`)]), "down");
  const element = h("div", { class: "chart-panel-body stack" },
    h("p", { class: "quiet" }, t(method === "hierarchy" ? "hierarchy-why" : "concentric-why")),
    method === "hierarchy" ? field(t("flow"), flow) : field(t("by-measure"), measure),
    button(t("arrange"), () => tools.layout(method, { flow: flow.value, measure: measure.value || null }), "filled"));
  return { element, title: t(`do-layout-${method}`), dispose() {} };
}

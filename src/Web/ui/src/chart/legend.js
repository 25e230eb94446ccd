// The legend makes itself: what stands on the chart, what the lines mean, which rules apply to something. The same list for the panel, for pictures and for paper.
import { canvasPen } from "./pen.js";
import { tokens, soft, strong } from "./colours.js";
import { iconOf } from "./face.js";
import { h } from "./dom.js";
import { legend } from "./rules.js";
import { ruleWords } from "./stylespanel.js";
import { marks } from "./icons.js";

/** @returns { head } or { draw(pen, x, y, look), text, count? }[] — draw paints a sample around (x, y), 28 wide */
export function legendRows(s) {
  const t = s.t, has = what => s.scene.nodes.some(what), rows = [];
  const found = legend(s.scene.nodes, s.scene.lines, s.content.styles, s.scene.facts);
  rows.push({ head: t("items-word") });
  for (const [type, count] of [...found.types].sort((a, b) => b[1] - a[1]))
    rows.push({ text: s.types.get(type)?.plural ?? s.type(type), count, draw: (pen, x, y, look) => { pen.circle(x, y, 9, { fill: look.colours.paper, stroke: look.colours.edge, width: 1.2 }); const icon = iconOf(s.types.get(type)?.icon ?? ""); if (icon) pen.icon(icon, x, y, 12, look.colours.quiet); } });
  if (found.standings.size) rows.push({ head: t("ties-word") });
  for (const [standing, dash] of [["confirmed", "solid"], ["unconfirmed", "dashed"], ["tentative", "dotted"]])
    if (found.standings.has(standing)) rows.push({ text: t(`standing-${standing}`), count: found.standings.get(standing), draw: (pen, x, y, look) => pen.line(x - 13, y, x + 13, y, { stroke: look.colours.edge, width: 1.8, dash }) });
  if (s.scene.lines.some(line => line.forward || line.back)) rows.push({ text: t("legend-arrow"), draw: (pen, x, y, look) => { pen.line(x - 13, y, x + 6, y, { stroke: look.colours.edge, width: 1.8 }); pen.poly([[x + 13, y], [x + 4, y - 4], [x + 4, y + 4]], { fill: look.colours.edge }); } });
  if (new Set(s.scene.lines.map(line => line.strength)).size > 1) rows.push({ text: t("legend-strength"), draw: (pen, x, y, look) => pen.poly([[x - 13, y - 0.5], [x + 13, y - 2.5], [x + 13, y + 2.5], [x - 13, y + 0.5]], { fill: look.colours.edge }) });
  if (s.scene.lines.some(line => line.count > 1)) rows.push({ text: t("legend-bundle"), draw: (pen, x, y, look) => { pen.rect(x - 11, y - 8, 22, 16, { fill: look.colours.paper, stroke: look.colours.edge }, 4); pen.text(t.number(3), x, y + 4, { size: 11, weight: 600, fill: look.colours.ink }); } });
  const shown = found.rules.filter(one => one.count > 0);
  if (shown.length) rows.push({ head: t("do-styles") });
  for (const { rule, count } of shown)
    rows.push({ text: ruleWords(s, rule), count, draw: (pen, x, y, look) => sample(pen, rule, x, y, look) });
  const signs = [
    [has(n => n.item?.grade), t("legend-grade"), (pen, x, y, look) => { pen.rect(x - 11, y - 8, 22, 16, { fill: look.colours.paper, stroke: look.colours.edge }, 5); pen.text("2B", x, y + 4, { size: 11, weight: 600, fill: look.colours.ink }); }],
    [has(n => n.item?.handling), t("legend-handling"), (pen, x, y, look) => { pen.rect(x - 8, y - 8, 16, 16, { fill: look.colours["level-1"] }, 5); pen.text("P", x, y + 4, { size: 11, weight: 600, fill: "#ffffff" }); }],
    [has(n => n.item?.hiddenNeighbours > 0), t("legend-more"), (pen, x, y, look) => { pen.rect(x - 12, y - 8, 24, 16, { fill: look.colours.quiet }, 5); pen.text(`${t.number(12)}+`, x, y + 4, { size: 11, weight: 600, fill: look.colours.paper }); }],
    [has(n => n.pinned), t("pinned"), (pen, x, y, look) => pen.icon(marks.pin, x, y, 18, look.colours.accent)],
    [has(n => ["child", "victim", "witness", "none"].includes(n.item?.category)), t("legend-protected"), (pen, x, y, look) => pen.circle(x, y, 9, { stroke: look.colours.edge, width: 2, dash: "dotted" })],
    [has(n => n.item?.similar || n.item?.otherCases), t("legend-similar"), (pen, x, y, look) => { pen.circle(x, y, 7, { stroke: look.colours.edge }); pen.circle(x, y, 10, { stroke: look.colours.quiet, width: 1.5, dash: "dotted" }); }],
    [has(n => n.item?.state === "changed") || s.fresh.size > 0, t("state-changed"), (pen, x, y, look) => { pen.circle(x, y, 8, { fill: look.colours["person-soft"], stroke: look.colours.person }); pen.icon(marks.changed, x, y, 14, look.colours.person); }],
    [has(n => n.item?.state === "withdrawn"), t("state-withdrawn"), (pen, x, y, look) => { pen.circle(x, y, 9, { fill: look.colours.sunk, stroke: look.colours.rule }); pen.line(x - 7, y + 7, x + 7, y - 7, { stroke: look.colours.quiet, width: 1.5 }); }],
    ...[...new Set(s.scene.nodes.flatMap(n => n.item?.flags ?? []))].map(flag => [true, t(`flag-${flag}`), (pen, x, y, look) => pen.icon(marks[flag] ?? marks.flag, x, y, 15, look.colours.ink)]),
  ].filter(([there]) => there);
  if (signs.length) rows.push({ head: t("signs") }, ...signs.map(([, text, draw]) => ({ text, draw })));
  return rows;
}

function sample(pen, rule, x, y, look) {
  const colour = rule.then.colour ? strong(rule.then.colour, look.dark) : look.colours.edge;
  if (rule.when.part === "tie") return pen.line(x - 13, y, x + 13, y, { stroke: colour, width: Number(rule.then.width ?? 2) });
  if (rule.then.halo) pen.circle(x, y, 12, { stroke: colour, width: 2 });
  pen.circle(x, y, 6 + 2.5 * Math.min(1.6, Number(rule.then.size ?? 1)), { fill: rule.then.colour ? soft(rule.then.colour, look.dark) : look.colours.paper, stroke: colour, width: 1.5 });
}

/** Writes the legend with a pen, row under row. @returns the height taken */
export function drawLegend(pen, rows, x, y, width, look, size = 10.5) {
  let at = y;
  const rtl = look.direction === "rtl";
  for (const row of rows) {
    if (row.head) { at += size * 1.9; pen.text(row.head, rtl ? x + width : x, at, { size, weight: 600, fill: look.colours.ink, align: rtl ? "end" : "start", dir: look.direction }); at += size * 0.5; continue; }
    at += 11;
    row.draw(pen, rtl ? x + width - 14 : x + 14, at, look);
    const text = row.count === undefined ? row.text : `${row.text} (${look.t.number(row.count)})`;
    const most = width - 36, fits = pen.measure(text, size) <= most ? text : `${text.slice(0, Math.max(8, Math.floor((text.length * most) / pen.measure(text, size)) - 1))}…`;
    pen.text(fits, rtl ? x + width - 34 : x + 34, at + size * 0.36, { size, fill: look.colours.ink, align: rtl ? "end" : "start", dir: look.direction });
    at += 11;
  }
  return at - y;
}

export function legendPanel(s) {
  const list = h("ul", { class: "chart-legend" });
  const element = h("div", { class: "chart-panel-body" }, list);
  function refresh() {
    const colours = tokens(element.isConnected ? element : s.root), look = { colours, dark: document.documentElement.dataset.theme === "dark", t: s.t, direction: s.direction };
    list.replaceChildren(...legendRows(s).map(row => {
      if (row.head) return h("li", { class: "menu-head" }, row.head);
      const canvas = h("canvas", { width: 64, height: 52, "aria-hidden": "true" }), g = canvas.getContext("2d");
      g.scale(2, 2);
      row.draw(canvasPen(g), 16, 13, look);
      return h("li", {}, canvas, h("span", { class: "grow" }, row.text), row.count === undefined ? null : h("span", { class: "quiet number" }, s.t.number(row.count)));
    }));
  }
  const off = s.on("scene", refresh);
  const theme = new MutationObserver(refresh);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  queueMicrotask(refresh);
  return { element, title: s.t("do-legend"), dispose() { off(); theme.disconnect(); } };
}

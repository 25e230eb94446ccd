// What is drawn now: the members of the chart minus what is hidden, outside the time window, beyond the steps, or inside a closed group; and the lines between them.
import { bundle } from "./bundles.js";
import { overlaps, span, times } from "./dates.js";
import { itemStyles, lineStyles } from "./rules.js";
import { grid } from "./grid.js";

export const radius = 20;

/**
 * @param chart { content, items: Map, ties: Map, steps: Set|null, axis, measure(name, id), isNew(tie) }
 * @returns {{ nodes, byId, lines, near, links, shown: Set, outside: number, hits }}
 */
export function scene(chart) {
  const { content } = chart;
  const hidden = new Set(content.hidden);
  const drawn = new Set();
  for (const id in content.positions) if (!hidden.has(id) && chart.items.has(id) && (!chart.steps || chart.steps.has(id))) drawn.add(id);

  let ties = [];
  for (const id of content.ties) {
    const tie = chart.ties.get(id);
    if (tie && drawn.has(tie.source) && drawn.has(tie.target)) ties.push(tie);
  }
  const before = drawn.size;
  if (content.window) ties = inTime(content.window, ties, drawn, chart);

  const near = new Map();
  const add = (a, b) => { const list = near.get(a); if (list) list.add(b); else near.set(a, new Set([b])); };
  const links = new Map();
  for (const tie of ties) {
    add(tie.source, tie.target);
    add(tie.target, tie.source);
    for (const end of [tie.source, tie.target]) links.set(end, (links.get(end) ?? 0) + 1);
  }

  const facts = { links: id => links.get(id) ?? 0, measure: chart.measure };
  const style = itemStyles(content.styles, facts), lineStyle = lineStyles(content.styles);
  const pins = new Set(content.pins);
  const nodes = [], byId = new Map(), stands = new Map();

  for (const group of content.groups) {
    if (group.open) continue;
    const members = group.members.filter(id => drawn.has(id));
    if (members.length === 0) continue;
    const x = mean(members.map(id => content.positions[id][0])), y = mean(members.map(id => content.positions[id][1]));
    const node = { id: group.id, group, members, x, y, r: radius * 1.4, size: 1.4, style: null, pinned: false, item: null };
    nodes.push(node);
    byId.set(group.id, node);
    for (const id of members) stands.set(id, group.id);
  }
  for (const id of drawn) {
    if (stands.has(id)) continue;
    const [x, y] = content.positions[id];
    const item = chart.items.get(id);
    const look = style(item);
    const size = Number(look?.size ?? 1);
    const node = { id, item, x, y, r: radius * size, size, style: look, pinned: pins.has(id), links: facts.links(id) };
    nodes.push(node);
    byId.set(id, node);
  }
  const ends = ties.map(tie => [tie, stands.get(tie.source) ?? tie.source, stands.get(tie.target) ?? tie.target]).filter(([, a, b]) => a !== b);
  const lines = bundle(ends, new Set(content.unbundled));
  for (const line of lines) {
    line.from = byId.get(line.a);
    line.to = byId.get(line.b);
    line.style = lineStyle(line);
    line.isNew = line.ties.some(chart.isNew);
  }
  let hits = null;
  // Few items never shrink to dots: they stay as large on the screen as there is room for.
  const least = nodes.length <= 150 ? 7 : nodes.length <= 400 ? 5 : nodes.length <= 1500 ? 3 : 1.6;
  return {
    reach: (node, zoom) => Math.max(node.r * zoom, least * Math.min(1.4, node.size)),
    nodes, byId, lines, shown: drawn, outside: before - drawn.size, ties, facts,
    near: id => near.get(id) ?? new Set(),
    links: id => links.get(id) ?? 0,
    stands: id => stands.get(id) ?? id,
    get hits() { return (hits ??= grid(nodes)); },
    moved() { hits = null; },
  };
}

const mean = list => list.reduce((sum, n) => sum + n, 0) / list.length;

/** Takes the items out of `drawn` that lie outside the window; answers the ties that stay. */
function inTime(window, ties, drawn, chart) {
  const from = span(window.from)?.[0] ?? -Infinity, to = span(window.to)?.[0] ?? Infinity;
  const keep = window.undated !== "hide";
  const held = new Set();
  const kept = ties.filter(tie => {
    const when = times(tie, chart.axis);
    if (when.length === 0) return keep;
    if (!overlaps(when, from, to)) return false;
    held.add(tie.source);
    held.add(tie.target);
    return true;
  });
  for (const id of [...drawn]) {
    if (held.has(id)) continue;
    const when = times(chart.items.get(id), chart.axis);
    if (when.length ? !overlaps(when, from, to) : !keep) drawn.delete(id);
  }
  return kept.filter(tie => drawn.has(tie.source) && drawn.has(tie.target));
}

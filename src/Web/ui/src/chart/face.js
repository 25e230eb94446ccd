// How one item looks: icon in a ring, grade, handling, flags, badge of neighbours that are not here, name and attributes under it.
import { marks, outline } from "./icons.js";
import { soft, strong } from "./colours.js";
import { cut, directionOf } from "./text.js";

const guarded = new Set(["child", "victim", "witness", "none"]);
const outlines = new Map();
export const iconOf = inner => { if (!outlines.has(inner)) outlines.set(inner, outline(inner)); return outlines.get(inner); };

/** Far away: one small mark. */
export function dot(pen, node, x, y, r, look) {
  const c = look.colours, chosen = look.chosen.has(node.id);
  const colour = node.style?.colour;
  pen.rect(x - r, y - r, 2 * r, 2 * r, { fill: chosen ? c.accent : colour ? strong(colour, look.dark) : node.item?.state === "withdrawn" ? c.rule : c.edge });
  if (chosen) pen.rect(x - r - 2, y - r - 2, 2 * r + 4, 2 * r + 4, { stroke: c.accent, width: 1.5 });
}

export function face(pen, node, x, y, r, look) {
  const c = look.colours, item = node.item, style = node.style ?? {};
  const grey = item?.state === "withdrawn";
  const person = item && look.types.get(item.type)?.icon && (item.category !== undefined || item.type === "person");
  const ring = style.colour ? strong(style.colour, look.dark) : grey ? c.rule : c.edge;

  if (style.halo) pen.circle(x, y, r + Math.max(4, Math.min(7, r * 0.4)), { stroke: style.colour ? strong(style.colour, look.dark) : c.quiet, width: 3 });
  if (look.chosen.has(node.id)) pen.circle(x, y, r + 4, { fill: c["accent-soft"], stroke: c.accent, width: 3 });
  if (item?.similar || item?.otherCases) pen.circle(x, y, r + 4, { stroke: c.quiet, width: 1.5, dash: "dotted" });
  pen.circle(x, y, r, { fill: grey ? c.sunk : style.colour ? soft(style.colour, look.dark) : c.paper, stroke: ring, width: person ? 2 : 1.25, dash: item && guarded.has(item.category) ? "dotted" : "solid" });
  if (look.focus === node.id) pen.circle(x, y, r + 8, { stroke: c.focus, width: 2, dash: "dashed" });
  if (r < 5) return;

  const inner = style.icon && look.types.get(style.icon)?.icon ? look.types.get(style.icon).icon : look.types.get(item?.type ?? node.group.type)?.icon;
  const icon = iconOf(inner ?? "");
  if (node.group) {
    pen.circle(x, y, r - 3, { stroke: ring, width: 1 });
    pen.text(look.t.number(node.members.length), x, y + r * 0.28, { size: r * 0.8, weight: 600, fill: c.ink });
  } else if (icon) pen.icon(icon, x, y, r * 1.15, grey ? c.edge : style.colour ? strong(style.colour, look.dark) : c.quiet);
  // On paper there is no closer look: grade and handling are there at any size that can be read.
  if (r < (look.full ? 6 : 11) || !item) return;

  const small = Math.max(look.full ? 5.5 : 0, Math.min(11, r * 0.56));
  if (item.hiddenNeighbours > 0) badge(pen, `${look.t.number(item.hiddenNeighbours)}+`, x + r * 0.8, y - r * 0.8, small, { fill: c.quiet, ink: c.paper });
  if (node.pinned) pen.icon(marks.pin, x - r * 0.85, y - r * 0.85, r * 0.85, c.accent);
  if (item.state === "changed" || node.isNew) { pen.circle(x, y - r, r * 0.34, { fill: c["person-soft"], stroke: c.person, width: 1 }); pen.icon(marks.changed, x, y - r, r * 0.62, c.person); }
  if (grey) pen.line(x - r * 0.8, y + r * 0.8, x + r * 0.8, y - r * 0.8, { stroke: c.quiet, width: 1.5 });
  const given = item.grade ? x - r * 0.75 + badgeWidth(pen, item.grade.text, small) / 2 : -Infinity;
  if (item.grade) badge(pen, item.grade.text, x - r * 0.75, y + r * 0.85, small, { fill: c.paper, ink: c.ink, edge: c.edge });
  // A long code begins where the grade ends: it never lies on it.
  if (item.handling) badge(pen, item.handling.code, Math.max(x + r * 0.75, given + badgeWidth(pen, item.handling.code, small) / 2), y + r * 0.85, small, { fill: c[`level-${item.handling.level}`], ink: "#ffffff", edge: c.paper });
  if (r >= 12) (item.flags ?? []).slice(0, 4).forEach((flag, n) => pen.icon(marks[flag] ?? marks.flag, x + r + 8, y - r * 0.4 + n * r * 0.62, r * 0.55, c.ink));
}

const badgeWidth = (pen, text, size) => pen.measure(text, size, 600) + size * 0.7;

function badge(pen, text, x, y, size, { fill, ink, edge }) {
  const w = badgeWidth(pen, text, size), h = size * 1.35;
  pen.rect(x - w / 2, y - h / 2, w, h, { fill, stroke: edge, width: 0.75 }, h / 3);
  pen.text(text, x, y + size * 0.36, { size, weight: 600, fill: ink });
}

/**
 * What stands under an item, and where: name, second name, attributes, as far as there is room. Each line is a text of its own, so that each keeps its direction.
 * @returns null where another name stands already and this one waits for a closer look
 */
export function label(node, x, y, r, look, taken) {
  const c = look.colours, item = node.item, kind = node.style?.label ?? "caption";
  if (kind === "none") return null;
  const size = Math.min(look.most, Math.max(look.least, r * 0.62)), fine = size * 0.86;
  const lines = [];
  if (!item) lines.push({ text: cut(node.group.caption, 30), weight: 600, fill: c.ink });
  else {
    lines.push({ text: cut(kind === "second" ? item.second || item.caption : kind === "type" ? look.types.get(item.type)?.label ?? item.type : item.caption, look.letters), dir: item.dir, weight: 500, fill: item.state === "withdrawn" ? c.quiet : c.ink });
    if (r >= look.fine) {
      if (item.second && kind === "caption") lines.push({ text: cut(item.second, look.letters), small: true, fill: c.quiet });
      if (item.records > 1) lines.push({ text: look.t.count("records", item.records), small: true, fill: c.quiet, dir: look.direction });
      for (const one of (item.attributes ?? []).slice(0, look.faces)) lines.push({ text: `${one.label}: \u2068${cut(one.value, 24)}\u2069`, small: true, fill: c.quiet, dir: directionOf(one.label) });
    }
  }
  const wide = line => Math.min(line.text.length * (line.small ? fine : size) * 0.54, 230);
  const top = y + r + (r >= 11 ? size * 0.35 : 1), anyway = look.full || !item || look.chosen.has(node.id);
  for (let count = lines.length; taken && count > 0; count = count > 1 ? 1 : 0) {
    const width = Math.max(...lines.slice(0, count).map(wide));
    if (taken.take(x - width / 2, top, width, size * 1.15 + (count - 1) * fine * 1.35, anyway && count === 1, node.id)) { lines.length = count; break; }
    if (count === 1) return null;
  }
  return { lines, x, top: top + size, size, fine };
}

export function write(pen, { lines, x, top, size, fine }, look) {
  let at = top;
  for (const line of lines) {
    pen.text(line.text, x, at, { size: line.small ? fine : size, weight: line.weight ?? 400, fill: line.fill, dir: directionOf(line.text, line.dir), halo: look.colours.ground });
    at += (line.small ? fine : size) * 1.35;
  }
}

/** Remembers where names stand, and whose they are: nobody is in one's own way. */
export function places() {
  const cells = new Map();
  return {
    take(x, y, w, h, anyway, owner = null) {
      const found = [];
      for (let cx = Math.floor(x / 12); cx <= Math.floor((x + w) / 12); cx++)
        for (let cy = Math.floor(y / 6); cy <= Math.floor((y + h) / 6); cy++) found.push(cx * 65_536 + cy);
      if (!anyway && found.some(cell => cells.has(cell) && (owner === null || cells.get(cell) !== owner))) return false;
      for (const cell of found) cells.set(cell, owner);
      return true;
    },
  };
}

// How one line looks: standing as solid, dashed or dotted, strength as thickness, direction as arrows, a bundle as its count with best and worst grade.
import { strong } from "./colours.js";
import { cut, directionOf } from "./text.js";

const dash = { confirmed: "solid", unconfirmed: "dashed", tentative: "dotted" };

/** Where a line runs on the screen: from rim to rim, bent by its bow; null where the ends cover each other. */
export function course(line, look) {
  const k = look.zoom;
  const [x1, y1] = look.at(line.from), [x2, y2] = look.at(line.to);
  const dx = x2 - x1, dy = y2 - y1, length = Math.hypot(dx, dy);
  const gap1 = look.reach(line.from) + 2, gap2 = look.reach(line.to) + 2;
  if (length < gap1 + gap2 + 2) return null;
  const ux = dx / length, uy = dy / length;
  const made = { x1: x1 + ux * gap1, y1: y1 + uy * gap1, x2: x2 - ux * gap2, y2: y2 - uy * gap2, ux, uy, ux1: ux, uy1: uy, mx: (x1 + x2) / 2, my: (y1 + y2) / 2, length };
  if (line.bow) {
    const off = line.bow * Math.min(56, 30 + length * 0.06) * Math.min(1.4, Math.max(0.5, k));
    made.cx = made.mx - uy * off * 2;
    made.cy = made.my + ux * off * 2;
    made.mx -= uy * off;
    made.my += ux * off;
    const end = Math.hypot(made.x2 - made.cx, made.y2 - made.cy) || 1, begin = Math.hypot(made.cx - made.x1, made.cy - made.y1) || 1;
    made.ux = (made.x2 - made.cx) / end; made.uy = (made.y2 - made.cy) / end;
    made.ux1 = (made.cx - made.x1) / begin; made.uy1 = (made.cy - made.y1) / begin;
  }
  return made;
}

export const widthOf = (line, k) => (Number(line.style?.width ?? 0) || 1.2 + 2.6 * (line.strength ?? 0) + Math.min(1.5, (line.count - 1) * 0.3)) * Math.min(1.3, Math.max(0.6, k));

/** Far away: thin strokes without ends, those of one look together. */
export function far(pen, lines, look) {
  const c = look.colours, looks = new Map();
  for (const line of lines) {
    const chosen = look.chosenLine(line), key = chosen ? "chosen" : line.style?.colour ?? "";
    let list = looks.get(key);
    if (!list) looks.set(key, (list = []));
    const [x1, y1] = look.at(line.from), [x2, y2] = look.at(line.to);
    list.push([x1, y1, x2, y2]);
  }
  // The chosen last, over all others.
  for (const [key, list] of [...looks].sort((a, b) => (a[0] === "chosen") - (b[0] === "chosen")))
    pen.lines(list, key === "chosen" ? { stroke: c.accent, width: 1.6 } : key ? { stroke: strong(key, look.dark), width: 1 } : { stroke: c.edge, width: 0.7 });
}

export function near(pen, line, look) {
  const way = course(line, look);
  if (!way) return null;
  const c = look.colours, k = look.zoom, width = widthOf(line, k);
  const chosen = look.chosenLine(line);
  const stroke = chosen ? c.accent : line.style?.colour ? strong(line.style.colour, look.dark) : line.state === "withdrawn" ? c.rule : line.state === "changed" || line.isNew ? c.person : c.edge;
  if (chosen) pen.line(way.x1, way.y1, way.x2, way.y2, { stroke: c["accent-soft"], width: width + 6 }, way.cx, way.cy);
  // The arrow covers the line's end, so that a thick line does not stick out of its tip.
  const head = Math.max(6, Math.min(13, 5 + width * 1.8)) * Math.min(1.2, Math.max(0.7, k));
  const cutEnd = line.forward ? head * 0.8 : 0, cutStart = line.back ? head * 0.8 : 0;
  pen.line(way.x1 + way.ux1 * cutStart, way.y1 + way.uy1 * cutStart, way.x2 - way.ux * cutEnd, way.y2 - way.uy * cutEnd, { stroke, width, dash: dash[line.standing] }, way.cx, way.cy);
  if (line.forward) arrow(pen, way.x2, way.y2, way.ux, way.uy, head, stroke);
  if (line.back) arrow(pen, way.x1, way.y1, -way.ux1, -way.uy1, head, stroke);
  return way;
}

function arrow(pen, x, y, ux, uy, size, fill) {
  const bx = x - ux * size, by = y - uy * size, w = size * 0.42;
  pen.poly([[x, y], [bx - uy * w, by + ux * w], [bx + uy * w, by - ux * w]], { fill });
}

/** The caption and grade of one tie, or count and grades of a bundle, in the middle of the line. */
export function lineLabel(pen, line, way, look, taken) {
  const c = look.colours, k = look.zoom;
  const chosen = look.chosenLine(line);
  const size = Math.min(look.most - 2, Math.max(look.least - 1, 10.5 * k));
  if (line.count > 1) {
    const grades = line.best ? (line.best.text === line.worst.text ? line.best.text : `${line.best.text}–${line.worst.text}`) : "";
    const text = look.t.number(line.count);
    const show = k >= 0.65 ? grades : "";
    const w = pen.measure(text, size, 600) + (show ? pen.measure(show, size * 0.9) + 6 : 0) + 8, h = size * 1.5;
    // In the middle, or beside it where a name stands there.
    const spots = way.cx === undefined ? [0.5, 0.36, 0.64, 0.26, 0.74].map(part => [way.x1 + (way.x2 - way.x1) * part, way.y1 + (way.y2 - way.y1) * part]) : [[way.mx, way.my]];
    const [x, y] = spots.find(([sx, sy]) => taken?.take(sx - w / 2, sy - h / 2, w, h)) ?? spots[0];
    line.chip = [x, y];
    pen.rect(x - w / 2, y - h / 2, w, h, { fill: c.paper, stroke: chosen ? c.accent : c.edge, width: 1 }, 4);
    pen.text(text, x - w / 2 + 4, y + size * 0.36, { size, weight: 600, fill: c.ink, align: "start" });
    if (show) pen.text(show, x + w / 2 - 4, y + size * 0.36, { size: size * 0.9, fill: c.quiet, align: "end" });
    return;
  }
  const tie = line.ties[0];
  if (line.style?.label === "none" || (way.length < look.room && !chosen)) return;
  const text = cut(tie.caption, 26);
  if (!text) return;
  const width = text.length * size * 0.5;
  if (taken && !taken.take(way.mx - width / 2, way.my - size, width, size * 2, chosen)) return;
  const grade = tie.grade && k >= 0.85 ? tie.grade.worst.text : "";
  pen.text(text, way.mx, way.my - (grade || Math.abs(way.uy) < 0.35 ? 4 : -size * 0.3), { size, fill: c.quiet, dir: directionOf(text, tie.dir), halo: c.ground });
  if (grade) pen.text(grade, way.mx, way.my + size + 1, { size: size * 0.9, weight: 600, fill: c.quiet, halo: c.ground });
}

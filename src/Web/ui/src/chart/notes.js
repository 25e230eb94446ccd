// Boxes, texts, arrows and pictures that the officer puts on the chart; they say nothing about the records.
import { soft, strong } from "./colours.js";
import { directionOf, wrap } from "./text.js";

const pictures = new Map();
export function pictureOf(note, loaded) {
  if (!note.picture) return null;
  let made = pictures.get(note.picture);
  if (!made) {
    made = new Image();
    made.onload = loaded;
    made.src = note.picture;
    pictures.set(note.picture, made);
  }
  return made;
}

export const normal = note => ({ x1: Math.min(note.x, note.x2), y1: Math.min(note.y, note.y2), x2: Math.max(note.x, note.x2), y2: Math.max(note.y, note.y2) });

/** Boxes lie under the items, everything else over them. */
export function drawNote(pen, note, look) {
  const c = look.colours, k = look.zoom;
  const ink = strong(note.colour, look.dark) ?? c.quiet;
  const [x, y] = look.screen(note.x, note.y), [x2, y2] = look.screen(note.x2, note.y2);
  const chosen = look.note === note.id;
  const size = Math.max(look.least * 0.9, 14 * k);
  const dir = directionOf(note.text);
  if (note.kind === "arrow") {
    const length = Math.hypot(x2 - x, y2 - y) || 1, ux = (x2 - x) / length, uy = (y2 - y) / length, head = 12 * Math.min(1.4, Math.max(0.6, k));
    pen.line(x, y, x2 - ux * head * 0.8, y2 - uy * head * 0.8, { stroke: ink, width: chosen ? 4 : 2.5 });
    pen.poly([[x2, y2], [x2 - ux * head - uy * head * 0.5, y2 - uy * head + ux * head * 0.5], [x2 - ux * head + uy * head * 0.5, y2 - uy * head - ux * head * 0.5]], { fill: ink });
    if (note.text) pen.text(note.text, (x + x2) / 2, (y + y2) / 2 - 4, { size, fill: ink, dir, halo: c.ground });
    return;
  }
  const box = { x: Math.min(x, x2), y: Math.min(y, y2), w: Math.abs(x2 - x), h: Math.abs(y2 - y) };
  if (note.kind === "box") {
    pen.alpha(0.55);
    pen.rect(box.x, box.y, box.w, box.h, { fill: soft(note.colour, look.dark) ?? c.sunk }, 6);
    pen.alpha(1);
    pen.rect(box.x, box.y, box.w, box.h, { stroke: ink, width: chosen ? 3 : 1.5, dash: "dashed" }, 6);
    if (note.text) pen.text(note.text, dir === "rtl" ? box.x + box.w - 8 : box.x + 8, box.y + size * 1.3, { size, weight: 600, fill: ink, align: dir === "rtl" ? "end" : "start", dir });
  } else if (note.kind === "picture") {
    const picture = look.picture(note);
    if (picture) pen.image(picture, box.x, box.y, box.w, box.h);
    pen.rect(box.x, box.y, box.w, box.h, { stroke: chosen ? c.accent : c.rule, width: chosen ? 3 : 1 });
    if (note.text) pen.text(note.text, box.x + box.w / 2, box.y + box.h + size * 1.2, { size, fill: ink, dir, halo: c.ground });
  } else {
    if (chosen) pen.rect(box.x, box.y, box.w, box.h, { stroke: c.accent, width: 1.5, dash: "dashed" });
    wrap(note.text, Math.max(box.w, 40), text => pen.measure(text, size)).forEach((line, n) =>
      pen.text(line, dir === "rtl" ? box.x + box.w : box.x, box.y + size * (1 + n * 1.35), { size, fill: ink, align: dir === "rtl" ? "end" : "start", dir, halo: c.ground }));
  }
}

/** @returns the id of the note at a point of the plane, the topmost first; null if none */
export function noteAt(annotations, x, y, slack) {
  for (const note of [...annotations].reverse()) {
    const box = normal(note);
    if (note.kind === "arrow") {
      const length = Math.hypot(note.x2 - note.x, note.y2 - note.y) || 1;
      const t = Math.max(0, Math.min(1, ((x - note.x) * (note.x2 - note.x) + (y - note.y) * (note.y2 - note.y)) / length ** 2));
      if (Math.hypot(x - note.x - t * (note.x2 - note.x), y - note.y - t * (note.y2 - note.y)) < slack + 3) return note.id;
      continue;
    }
    const within = x > box.x1 - slack && x < box.x2 + slack && y > box.y1 - slack && y < box.y2 + slack;
    // A box is taken at its rim or its head, so that items within it stay within reach.
    const deep = note.kind === "box" && x > box.x1 + slack && x < box.x2 - slack && y > box.y1 + slack + 22 && y < box.y2 - slack;
    if (within && !deep) return note.id;
  }
  return null;
}

// Draws the map with the pen of the chart: graticule, how exact a place is, who stands there with the faces of the chart, scale and north.
import { face, label, places, write } from "./face.js";
import { graticule, ground, scaleBar } from "./geo.js";

export const size = 15;

/** @param look as in draw.js; @param at mark → [x, y] on the screen */
export function drawMap(pen, found, look, at) {
  const { camera: cam, colours: c } = look;
  lines(pen, look);
  const taken = places(), named = new Set();
  // The places themselves, under those who stand there.
  for (const { point, x, y } of found.placed) {
    const key = `${point.latitude},${point.longitude}`;
    if (named.has(key)) continue;
    named.add(key);
    const [sx, sy] = cam.toScreen(x, y);
    const off = point.accuracy ? (point.accuracy / 1000 / ground(point.latitude)) * cam.zoom : 0;
    if (off > 6) pen.circle(sx, sy, off, { stroke: c.quiet, width: 1, dash: "dashed" });
    pen.circle(sx, sy, 3.5, { fill: c.ink, stroke: c.paper, width: 1.5 });
    if (point.contested) pen.text("≠", sx + 9, sy - 5, { size: 13, weight: 600, fill: c.person, halo: c.ground });
  }
  for (const mark of found.marks) {
    if (!mark.dx && !mark.dy) continue;
    pen.line(...cam.toScreen(mark.tx, mark.ty), ...at(mark), { stroke: c.edge, width: 1 });
  }
  const names = [];
  for (const mark of found.marks) {
    const [x, y] = at(mark);
    if (x < -40 || y < -40 || x > cam.width + 40 || y > cam.height + 80) continue;
    const chosen = mark.entries.some(entry => look.chosen.has(entry.id));
    if (look.focused === mark.key) pen.circle(x, y, size + 8, { stroke: c.focus, width: 2, dash: "dashed" });
    if (look.dim) pen.alpha(mark.entries.some(entry => look.dim.has(entry.id)) ? 1 : 0.18);
    if (mark.entries.length > 1) {
      pen.circle(x, y, size + 5, { fill: chosen ? c["accent-soft"] : c.paper, stroke: chosen ? c.accent : c.edge, width: chosen ? 3 : 1.5 });
      pen.circle(x, y, size + 1, { stroke: c.edge, width: 1 });
      pen.text(look.t.number(mark.entries.length), x, y + 5, { size: 14, weight: 600, fill: c.ink });
      names.push({ node: { id: mark.key, item: { caption: mark.entries[0].point.caption }, style: null }, x, y, r: size + 5 });
    } else {
      const node = nodeOf(mark.entries[0], look);
      face(pen, node, x, y, size, look);
      names.push({ node, x, y, r: size, chosen });
    }
    taken.take(x - size, y - size, size * 2, size * 2, true, names.at(-1).node.id);
  }
  pen.alpha(1);
  names.sort((a, b) => Boolean(b.chosen) - Boolean(a.chosen));
  for (const name of names) { const made = label(name.node, name.x, name.y, name.r, look, taken); if (made) write(pen, made, look); }
  furniture(pen, look);
}

/** As on the chart, with the style that its rules give; in a closed group it is drawn by itself. */
export function nodeOf(entry, look) {
  const drawn = look.byId.get(entry.id);
  return { id: entry.id, item: entry.item, style: drawn?.item ? drawn.style : null, pinned: false, isNew: false };
}

function lines(pen, look) {
  const { camera: cam, colours: c, t } = look, net = graticule(cam), style = { stroke: c.rule, width: 1 };
  const project = (latitude, longitude) => look.toScreen(latitude, longitude);
  const degrees = (value, one, other) => (value === 0 ? `${t.number(0)}°` : t(value > 0 ? one : other, { degrees: `${t.number(Math.abs(value), net.places)}°` }));
  for (const east of net.meridians) {
    const [x] = project(0, east);
    pen.line(x, 0, x, cam.height, style);
    pen.text(degrees(east, "map-east", "map-west"), x + 4, 13, { size: 11, fill: c.quiet, align: "start", dir: look.direction, halo: c.ground });
  }
  for (const north of net.parallels) {
    const [, y] = project(north, 0);
    pen.line(0, y, cam.width, y, style);
    if (y > 30) pen.text(degrees(north, "map-north", "map-south"), 5, y - 4, { size: 11, fill: c.quiet, align: "start", dir: look.direction, halo: c.ground });
  }
}

/** Scale and north stand at the end of the drawing's own direction, in every language. */
function furniture(pen, { camera: cam, colours: c, t, direction }) {
  const bar = scaleBar(cam), x2 = cam.width - 18, x1 = x2 - bar.points, y = cam.height - 16;
  const text = bar.metres >= 1000 ? t("map-kilometres", { length: t.number(bar.metres / 1000) }) : t("map-metres", { length: t.number(bar.metres, 1) });
  pen.lines([[x1, y, x2, y], [x1, y - 5, x1, y + 5], [x2, y - 5, x2, y + 5]], { stroke: c.ink, width: 1.5 });
  pen.text(text, (x1 + x2) / 2, y - 7, { size: 12, fill: c.ink, dir: direction, halo: c.ground });
  pen.poly([[cam.width - 26, 52], [cam.width - 19, 28], [cam.width - 12, 52], [cam.width - 19, 46]], { fill: c.ink });
  pen.text(t("map-n"), cam.width - 19, 24, { size: 12, weight: 600, fill: c.ink, halo: c.ground });
}

// Draws a scene with a pen, coarse from afar and fine from near. Canvas 2D with culling serves officers without a graphics card: at 10,000 items and
// 20,000 ties one frame took 26 ms here, a WebGL library 765 ms in software; and the same strokes write SVG and paper (docs/decisions/0029).
import { dot, face, label, places, write } from "./face.js";
import { far, lineLabel, near } from "./line.js";
import { drawNote } from "./notes.js";

const fewLines = 4000, fewNames = 700;

/**
 * @param pen see pen.js
 * @param scene see scene.js
 * @param look { camera, colours, dark, chosen, chosenLine, focus, note, dim: Set|null, types, t, faces, least, most, fine, letters, room, direction, at, screen, picture, full }
 * @param only draws nodes and lines for which it holds; null for all
 */
export function draw(pen, scene, content, look, only = null) {
  const cam = look.camera, k = cam.zoom;
  look.zoom = k;
  look.screen ??= cam.toScreen;
  look.reach = node => scene.reach(node, k);
  look.at = node => cam.toScreen(node.x, node.y);
  const margin = 30 + 40 * k;
  const [wx1, wy1] = cam.toWorld(-margin, -margin), [wx2, wy2] = cam.toWorld(cam.width + margin, cam.height + margin);
  const seen = node => node.x >= wx1 && node.x <= wx2 && node.y >= wy1 && node.y <= wy2;

  if (content.annotated !== false && !only) for (const note of content.annotations) if (note.kind === "box") drawNote(pen, note, look);

  const lines = scene.lines.filter(line => {
    const a = line.from, b = line.to;
    if (Math.max(a.x, b.x) < wx1 || Math.min(a.x, b.x) > wx2 || Math.max(a.y, b.y) < wy1 || Math.min(a.y, b.y) > wy2) return false;
    return !only || only(a) || only(b);
  });
  const faded = line => look.dim && !(look.dim.has(line.a) && look.dim.has(line.b));
  const ways = [];
  const coarse = !look.full && (look.reach({ r: 20, size: 1 }) < 3 || lines.length > fewLines);
  for (const dim of look.dim ? [true, false] : [false]) {
    pen.alpha(dim ? 0.18 : 1);
    const some = look.dim ? lines.filter(line => faded(line) === dim) : lines;
    if (coarse) far(pen, some, look);
    else for (const line of some) {
      const way = near(pen, line, look);
      if (way && !dim) ways.push([line, way]);
    }
  }
  pen.alpha(1);

  const nodes = scene.nodes.filter(node => seen(node) && (!only || only(node)));
  // What is chosen lies on top.
  nodes.sort((a, b) => look.chosen.has(a.id) - look.chosen.has(b.id));
  const taken = places(), names = named(nodes, look, taken);
  if (!coarse && (look.full || k >= 0.4)) for (const [line, way] of ways) if (look.full || line.count > 1 || k >= 0.6) lineLabel(pen, line, way, look, taken);
  for (const node of nodes) {
    const [x, y] = look.at(node), r = look.reach(node);
    if (look.dim) pen.alpha(look.dim.has(node.id) ? 1 : 0.18);
    if (r < 3 && !look.full) dot(pen, node, x, y, Math.max(1.6, r * 0.8), look);
    else face(pen, node, x, y, r, look);
  }
  pen.alpha(1);
  for (const name of names) write(pen, name, look);
  if (content.annotated !== false && !only) for (const note of content.annotations) if (note.kind !== "box") drawNote(pen, note, look);
  return { coarse, nodes: nodes.length, lines: lines.length };
}

/** Whose names there is room for: the chosen, the pinned and the large first. */
function named(nodes, look, taken) {
  let list = [];
  if (look.full || look.reach({ r: 20, size: 1 }) >= 7) list = nodes.filter(node => look.full || look.reach(node) >= 7).sort((a, b) => weight(b, look) - weight(a, look)).slice(0, look.full ? Infinity : fewNames);
  else if (look.chosen.size <= 60) list = nodes.filter(node => look.chosen.has(node.id));
  // An item covers what would stand under it.
  if (list.length <= fewNames || look.full) for (const node of nodes) if (look.reach(node) >= 7) { const [x, y] = look.at(node), r = look.reach(node); taken.take(x - r * 0.7, y - r * 0.7, r * 1.4, r * 1.4, true, node.id); }
  return list.filter(node => !look.dim || look.dim.has(node.id)).map(node => { const [x, y] = look.at(node); return label(node, x, y, Math.max(4, look.reach(node)), look, taken); }).filter(Boolean);
}

const weight = (node, look) => (look.chosen.has(node.id) ? 1e6 : 0) + (node.pinned ? 1e4 : 0) + node.r * 10 + (node.links ?? 0) + (node.group ? 1e3 : 0);

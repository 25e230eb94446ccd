// Where items are drawn on the map: those that would lie on each other share a spot, as a fan with a line to where each truly stands, or, where there are many, as one mark with their number.
import { span } from "./dates.js";
import { project } from "./geo.js";

const near = 58, fanned = 8, arm = 46;

/**
 * Who stands where, of what is drawn now: hidden items and the window of time count as on the chart.
 * @param map { points, stands } as the page answered
 * @returns {{ placed: { key, id, item, point, stand, x, y }[], without: string[] }} x and y in the plane of geo.js
 */
export function standing(s, map) {
  const points = new Map();
  for (const point of map.points) points.set(point.place, [...(points.get(point.place) ?? []), point]);
  const placed = [], there = new Set(), keys = new Set();
  for (const stand of map.stands) {
    if (!s.scene.shown.has(stand.item) || !inWindow(s.content.window, stand.dates)) continue;
    for (const point of points.get(stand.place) ?? []) {
      there.add(stand.item);
      // Several ties to one place are one mark.
      const key = `${stand.item} ${point.latitude},${point.longitude}`;
      if (keys.has(key)) continue;
      keys.add(key);
      const [x, y] = project(point.latitude, point.longitude);
      placed.push({ key, id: s.scene.stands(stand.item), item: s.items.get(stand.item), point, stand, x, y });
    }
  }
  return { placed, without: [...s.scene.shown].filter(id => !there.has(id)) };
}

function inWindow(window, dates) {
  if (!window) return true;
  const from = span(dates?.from) ?? span(dates?.to), to = span(dates?.to) ?? from;
  if (!from) return window.undated !== "hide";
  return from[0] < (span(window.to)?.[0] ?? Infinity) && to[1] > (span(window.from)?.[0] ?? -Infinity);
}

/**
 * Marks for one zoom; panning does not change them.
 * @returns {{ key, entries, x, y, dx, dy, tx, ty }[]} drawn (dx, dy) screen points from (x, y) of the plane; (tx, ty) is where a single entry truly stands
 */
export function marks(placed, zoom) {
  const cells = new Map(), heaps = [];
  const cell = (x, y) => `${Math.floor((x * zoom) / near)} ${Math.floor((y * zoom) / near)}`;
  for (const entry of placed) {
    let home = null;
    for (let across = -1; across <= 1 && !home; across++)
      for (let down = -1; down <= 1 && !home; down++)
        home = (cells.get(cell(entry.x + (across * near) / zoom, entry.y + (down * near) / zoom)) ?? []).find(heap => Math.hypot(heap.x - entry.x, heap.y - entry.y) * zoom < near) ?? null;
    if (home) { home.entries.push(entry); continue; }
    const made = { x: entry.x, y: entry.y, entries: [entry] };
    heaps.push(made);
    const at = cell(entry.x, entry.y);
    cells.set(at, [...(cells.get(at) ?? []), made]);
  }
  return heaps.flatMap(({ x, y, entries }) => {
    if (entries.length === 1 || entries.length > fanned) return [{ key: entries[0].key, entries, x, y, dx: 0, dy: 0, tx: x, ty: y }];
    const reach = arm + Math.max(0, entries.length - 5) * 7;
    return entries.map((entry, n) => {
      const angle = -Math.PI / 2 + (2 * Math.PI * n) / entries.length;
      return { key: entry.key, entries: [entry], x, y, dx: reach * Math.cos(angle), dy: reach * Math.sin(angle), tx: entry.x, ty: entry.y };
    });
  });
}

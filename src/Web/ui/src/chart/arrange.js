// Where items stand: in line, evenly spread, on a circle, on squares, apart from each other. Pure: places in, places out.
export const unit = 40;
export const snapTo = (x, y) => [Math.round(x / unit) * unit, Math.round(y / unit) * unit];

const mean = list => list.reduce((sum, n) => sum + n, 0) / list.length;

/** @param places [id, x, y][]; @param axis "x": one above the other, "y": side by side */
export function align(places, axis) {
  const n = axis === "x" ? 1 : 2;
  const middle = mean(places.map(place => place[n]));
  return places.map(([id, x, y]) => [id, n === 1 ? middle : x, n === 2 ? middle : y]);
}

export function distribute(places, axis) {
  const n = axis === "x" ? 1 : 2;
  const sorted = [...places].sort((a, b) => a[n] - b[n] || (a[0] < b[0] ? -1 : 1));
  const from = sorted[0][n], step = (sorted.at(-1)[n] - from) / Math.max(1, sorted.length - 1);
  // All on one spot cannot be spread between its ends: they get room.
  const apart = Math.abs(step) < 1 ? 80 : step;
  return sorted.map(([id, x, y], k) => [id, n === 1 ? from + k * apart : x, n === 2 ? from + k * apart : y]);
}

export function circle(places, ideal = 90) {
  const cx = mean(places.map(p => p[1])), cy = mean(places.map(p => p[2]));
  const r = Math.max(60, (places.length * ideal) / (2 * Math.PI));
  const sorted = [...places].sort((a, b) => Math.atan2(a[2] - cy, a[1] - cx) - Math.atan2(b[2] - cy, b[1] - cx));
  return sorted.map(([id], n) => { const t = (2 * Math.PI * n) / sorted.length - Math.PI / 2; return [id, cx + r * Math.cos(t), cy + r * Math.sin(t)]; });
}

/** Moves what overlaps apart, the fixed stay; order is kept as far as it goes. Deterministic. */
export function apart(nodes, least = 76, rounds = 60) {
  const made = nodes.map((node, n) => ({ ...node, n }));
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    const cells = new Map();
    for (const node of made) {
      const key = `${Math.floor(node.x / least)} ${Math.floor(node.y / least)}`;
      if (cells.has(key)) cells.get(key).push(node); else cells.set(key, [node]);
    }
    for (const a of made)
      for (let cx = -1; cx <= 1; cx++)
        for (let cy = -1; cy <= 1; cy++)
          for (const b of cells.get(`${Math.floor(a.x / least) + cx} ${Math.floor(a.y / least) + cy}`) ?? []) {
            if (b.n <= a.n || (a.fixed && b.fixed)) continue;
            let dx = b.x - a.x, dy = b.y - a.y, far = Math.hypot(dx, dy);
            if (far >= least - 0.01) continue;
            // On one spot: each pair gets a direction of its own.
            if (far < 0.01) { const t = (a.n * 7 + b.n * 13) % 63 / 10; dx = Math.cos(t); dy = Math.sin(t); far = 1; }
            const push = (least - Math.hypot(b.x - a.x, b.y - a.y)) / (a.fixed || b.fixed ? 1 : 2) / far;
            if (!a.fixed) { a.x -= dx * push; a.y -= dy * push; }
            if (!b.fixed) { b.x += dx * push; b.y += dy * push; }
            moved = true;
          }
    if (!moved) break;
  }
  return made.map(({ x, y }) => [x, y]);
}

// Finds what lies at a point or in a rectangle: a grid over the plane, as items are spread evenly enough for one.

/** @param nodes with x, y and r (reach), in the same unit */
export function grid(nodes, cell = 160) {
  const cells = new Map();
  let reach = 0;
  const key = (x, y) => x * 73_856_093 + y * 19_349_663;
  for (const node of nodes) {
    reach = Math.max(reach, node.r ?? 0);
    const at = key(Math.floor(node.x / cell), Math.floor(node.y / cell));
    const list = cells.get(at);
    if (list) list.push(node); else cells.set(at, [node]);
  }

  function* near(x1, y1, x2, y2) {
    const [cx1, cy1, cx2, cy2] = [x1, y1, x2, y2].map(v => Math.floor(v / cell));
    if ((cx2 - cx1 + 1) * (cy2 - cy1 + 1) > cells.size + 64) return yield* nodes;
    const seen = new Set();
    for (let cx = cx1; cx <= cx2; cx++)
      for (let cy = cy1; cy <= cy2; cy++) {
        const at = key(cx, cy);
        // Two cells may share a number.
        if (seen.has(at)) continue;
        seen.add(at);
        yield* cells.get(at) ?? [];
      }
  }

  return {
    /** The nearest node whose circle, widened by slack, holds the point; null if none. */
    at(x, y, slack = 0) {
      let best = null, least = Infinity;
      for (const node of near(x - reach - slack, y - reach - slack, x + reach + slack, y + reach + slack)) {
        const distance = Math.hypot(node.x - x, node.y - y) - (node.r ?? 0);
        if (distance <= slack && distance < least) { best = node; least = distance; }
      }
      return best;
    },
    /** All whose middle lies in the rectangle. */
    in(x1, y1, x2, y2) {
      const found = [];
      for (const node of near(x1, y1, x2, y2)) if (node.x >= x1 && node.x <= x2 && node.y >= y1 && node.y <= y2) found.push(node);
      return found;
    },
  };
}

/** How far a point lies from a line between two points, bent by a control point or not. */
export function distance(x, y, x1, y1, x2, y2, cx, cy) {
  if (cx === undefined) return segment(x, y, x1, y1, x2, y2);
  let least = Infinity, px = x1, py = y1;
  for (let n = 1; n <= 8; n++) {
    const t = n / 8, u = 1 - t;
    const qx = u * u * x1 + 2 * u * t * cx + t * t * x2, qy = u * u * y1 + 2 * u * t * cy + t * t * y2;
    least = Math.min(least, segment(x, y, px, py, qx, qy));
    [px, py] = [qx, qy];
  }
  return least;
}

function segment(x, y, x1, y1, x2, y2) {
  const dx = x2 - x1, dy = y2 - y1;
  const t = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

// Where the officer looks: a point of the plane in the middle of the window, and how many screen points one unit takes.
export const least = 0.02, most = 8;

/** @param range the least and the most that zoom may be */
export function camera(x = 0, y = 0, zoom = 1, range = [least, most]) {
  const made = {
    x, y, zoom, width: 1, height: 1,
    toScreen: (wx, wy) => [(wx - made.x) * made.zoom + made.width / 2, (wy - made.y) * made.zoom + made.height / 2],
    toWorld: (sx, sy) => [(sx - made.width / 2) / made.zoom + made.x, (sy - made.height / 2) / made.zoom + made.y],
    pan(dx, dy) { made.x -= dx / made.zoom; made.y -= dy / made.zoom; },
    /** What lies under the cursor stays under it. */
    zoomAt(sx, sy, factor) {
      const [wx, wy] = made.toWorld(sx, sy);
      made.zoom = Math.min(range[1], Math.max(range[0], made.zoom * factor));
      made.x = wx - (sx - made.width / 2) / made.zoom;
      made.y = wy - (sy - made.height / 2) / made.zoom;
    },
    /** @param box {x1, y1, x2, y2} */
    fit(box, margin = 36, closest = 1.25, smallest = 1) {
      const wide = Math.max(box.x2 - box.x1, smallest), high = Math.max(box.y2 - box.y1, smallest);
      made.zoom = Math.min(closest, Math.max(range[0], Math.min(Math.max(made.width - 2 * margin, 40) / wide, Math.max(made.height - 2 * margin, 40) / high)));
      made.x = (box.x1 + box.x2) / 2;
      made.y = (box.y1 + box.y2) / 2;
    },
    get view() { return { x: Math.round(made.x * 10) / 10, y: Math.round(made.y * 10) / 10, zoom: Math.round(made.zoom * 1000) / 1000 }; },
  };
  return made;
}

/** @param around how far faces and names reach beyond the middle of an item; @returns null where there is nothing */
export function boxOf(nodes, around = 24, below = 48) {
  let x1 = Infinity, y1 = Infinity, x2 = -Infinity, y2 = -Infinity;
  for (const node of nodes) {
    x1 = Math.min(x1, node.x); x2 = Math.max(x2, node.x);
    y1 = Math.min(y1, node.y); y2 = Math.max(y2, node.y);
  }
  return x1 <= x2 ? { x1: x1 - around, y1: y1 - around, x2: x2 + around, y2: y2 + below } : null;
}

// Which items a command selects: pure answers over sets of ids. `near` gives the neighbours of an item, as seen on the chart.
export const all = ids => new Set(ids);
export const invert = (ids, chosen) => new Set([...ids].filter(id => !chosen.has(id)));
export const join = (a, b) => new Set([...a, ...b]);
export const without = (a, b) => new Set([...a].filter(id => !b.has(id)));
export const toggle = (chosen, ids) => { const made = new Set(chosen); for (const id of ids) if (!made.delete(id)) made.add(id); return made; };

/** @param op "=", "<" or ">" */
export function byLinks(ids, count, op, n) {
  const fits = { "=": c => c === n, "<": c => c < n, ">": c => c > n }[op];
  return new Set([...ids].filter(id => fits(count(id))));
}

/** Neighbours only, without the chosen themselves. */
export function neighbours(chosen, near) {
  const found = new Set();
  for (const id of chosen) for (const other of near(id)) if (!chosen.has(other)) found.add(other);
  return found;
}

/** All within so many steps, the chosen included. */
export function within(chosen, near, steps) {
  const found = new Set(chosen);
  let edge = [...chosen];
  for (let step = 0; step < steps && edge.length; step++) {
    const further = [];
    for (const id of edge) for (const other of near(id)) if (!found.has(other)) { found.add(other); further.push(other); }
    edge = further;
  }
  return found;
}

export const component = (chosen, near) => within(chosen, near, Infinity);

/** Items of one type with one neighbour only, and the same one: what can be put into one bubble. */
export function leaves(ids, near, typeOf, kept) {
  const groups = new Map();
  for (const id of ids) {
    if (kept(id)) continue;
    const around = [...near(id)];
    if (around.length !== 1) continue;
    const key = `${around[0]} ${typeOf(id)}`;
    if (!groups.has(key)) groups.set(key, { hub: around[0], type: typeOf(id), members: [] });
    groups.get(key).members.push(id);
  }
  return [...groups.values()].filter(group => group.members.length > 1);
}

/** A point within a closed line of points: the lasso. */
export function inside(x, y, line) {
  let odd = false;
  for (let n = 0, before = line.length - 1; n < line.length; before = n++) {
    const [x1, y1] = line[n], [x2, y2] = line[before];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
  }
  return odd;
}

// Parallel ties as one line with a count, or one by one where the officer asked for it.

export const pairOf = (a, b) => (a < b ? `${a} ${b}` : `${b} ${a}`);

const standings = ["confirmed", "unconfirmed", "tentative"];

/**
 * @param ties with their drawn ends: [tie, a, b] (an end may be a group)
 * @param unbundled pairs that stay one by one
 * @returns {{ key, a, b, ties, count, forward, back, standing, strength, best, worst, state, bow }[]} bow: how far the line is bent, 0 is straight
 */
export function bundle(ties, unbundled) {
  const pairs = new Map();
  for (const entry of ties) {
    const key = pairOf(entry[1], entry[2]);
    const pair = pairs.get(key);
    if (pair) pair.push(entry); else pairs.set(key, [entry]);
  }
  const lines = [];
  for (const [key, entries] of pairs) {
    if (entries.length === 1) lines.push(line(key, entries, 0));
    else if (unbundled.has(key)) entries.forEach((entry, n) => lines.push(line(`${key} ${entry[0].id}`, [entry], n - (entries.length - 1) / 2, key)));
    else lines.push(line(key, entries, 0));
  }
  return lines;
}

function line(key, entries, bow, pair = key) {
  const [first, a, b] = entries[0];
  const made = { key, pair, a, b, ties: entries.map(entry => entry[0]), count: entries.length, forward: false, back: false, standing: first.standing, strength: 0, best: null, worst: null, state: "current", isNew: false, bow: 0 };
  for (const [tie, from] of entries) {
    if (tie.directed) if (from === a) made.forward = true; else made.back = true;
    if (standings.indexOf(tie.standing) < standings.indexOf(made.standing)) made.standing = tie.standing;
    made.strength = Math.max(made.strength, tie.strength ?? 0);
    if (tie.grade) {
      if (!made.best || rank(tie.grade.best) < rank(made.best)) made.best = tie.grade.best;
      if (!made.worst || rank(tie.grade.worst) > rank(made.worst)) made.worst = tie.grade.worst;
    }
    if (tie.state && tie.state !== "current" && (entries.length === 1 || tie.state === "changed")) made.state = tie.state;
  }
  // Seen from the same end, so that parallels bend to different sides.
  made.bow = bow === 0 ? 0 : bow * (a < b ? 1 : -1);
  return made;
}

/** What cannot be judged is neither good nor bad; it stands behind the worst. */
export const rank = grade => (grade.rank < 0 ? 5 : grade.rank);

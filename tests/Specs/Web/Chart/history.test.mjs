import assert from "node:assert/strict";
import { test } from "node:test";
import { depth, history } from "../../../../src/Web/ui/src/chart/history.js";

const chance = seed => () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 4294967296);
const start = { positions: { a: [0, 0], b: [1, 1] }, hidden: [], styles: [] };

/** Any change: a move, a new item, one that goes, something hidden, or nothing at all. */
function changed(content, rnd) {
  const kind = Math.floor(rnd() * 5), id = "abcdef"[Math.floor(rnd() * 6)];
  const positions = { ...content.positions };
  if (kind === 0) positions[id] = [Math.floor(rnd() * 9), Math.floor(rnd() * 9)];
  else if (kind === 1) delete positions[id];
  else if (kind === 2) return { ...content, hidden: [...content.hidden, id] };
  else if (kind === 3) return { ...content, window: rnd() < 0.5 ? null : { from: id, to: null } };
  return { ...content, positions };
}

test("undoing and redoing any number of any steps comes to the same contents", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const rnd = chance(seed), steps = history(), states = [start];
    for (let n = 0; n < 120; n++) {
      const next = changed(states.at(-1), rnd);
      if (steps.push(`step ${n}`, states.at(-1), next)) states.push(next);
    }
    let content = states.at(-1);
    for (let n = 0; n < 40; n++) {
      const to = Math.floor(rnd() * states.length);
      content = steps.go(content, to);
      assert.equal(steps.at, to);
      assert.deepEqual(JSON.parse(JSON.stringify(content)), JSON.parse(JSON.stringify(states[to])));
    }
  }
});

test("at least a hundred steps are kept, and the oldest go first", () => {
  const steps = history();
  let content = start;
  for (let n = 0; n < depth + 50; n++) {
    const next = { ...content, positions: { ...content.positions, a: [n + 1, 0] } };
    steps.push(String(n), content, next);
    content = next;
  }
  assert.ok(depth >= 100);
  assert.equal(steps.steps.length, depth);
  assert.deepEqual(steps.go(content, 0).positions.a, [50, 0]);
});

test("a change that changes nothing is no step", () => {
  const steps = history();
  assert.equal(steps.push("same", start, { ...start, positions: { a: [0, 0], b: [1, 1] }, hidden: [] }), false);
  assert.equal(steps.steps.length, 0);
});

test("a new step ends what could be redone", () => {
  const steps = history(), one = { ...start, hidden: ["a"] };
  steps.push("one", start, one);
  const back = steps.undo(one);
  steps.push("two", back, { ...back, hidden: ["b"] });
  assert.deepEqual(steps.steps, ["two"]);
});

test("what belongs to the step before is undone with it", () => {
  const steps = history(), added = { ...start, positions: { ...start.positions, c: [5, 5] } };
  steps.push("expand", start, added);
  const settled = { ...added, positions: { ...added.positions, c: [7, 7] } };
  assert.equal(steps.amend(added, settled), true);
  assert.deepEqual(steps.undo(settled).positions, start.positions);
  assert.deepEqual(steps.redo(start).positions.c, [7, 7]);
});

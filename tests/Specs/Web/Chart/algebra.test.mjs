import assert from "node:assert/strict";
import { test } from "node:test";
import * as algebra from "../../../../src/Web/ui/src/chart/algebra.js";
import { bundle, pairOf } from "../../../../src/Web/ui/src/chart/bundles.js";
import { distance, grid } from "../../../../src/Web/ui/src/chart/grid.js";

// a–b–c–d, and e alone
const edges = { a: ["b"], b: ["a", "c"], c: ["b", "d"], d: ["c"], e: [] };
const near = id => new Set(edges[id]);
const ids = Object.keys(edges);
const sorted = set => [...set].sort().join("");

test("inverting twice is what was chosen", () => {
  const chosen = new Set(["b", "e"]);
  assert.equal(sorted(algebra.invert(ids, chosen)), "acd");
  assert.equal(sorted(algebra.invert(ids, algebra.invert(ids, chosen))), "be");
});

test("neighbours are without the chosen, steps are with them", () => {
  assert.equal(sorted(algebra.neighbours(new Set(["b"]), near)), "ac");
  assert.equal(sorted(algebra.within(new Set(["a"]), near, 2)), "abc");
  assert.equal(sorted(algebra.component(new Set(["d"]), near)), "abcd");
  assert.equal(sorted(algebra.component(new Set(["e"]), near)), "e");
});

test("by number of links", () => {
  const links = id => edges[id].length;
  assert.equal(sorted(algebra.byLinks(ids, links, ">", 1)), "bc");
  assert.equal(sorted(algebra.byLinks(ids, links, "=", 1)), "ad");
  assert.equal(sorted(algebra.byLinks(ids, links, "<", 1)), "e");
});

test("ends of one type on one item make a group, the kept never", () => {
  const star = { hub: ["x", "y", "z", "p"], x: ["hub"], y: ["hub"], z: ["hub"], p: ["hub"] };
  const found = algebra.leaves(Object.keys(star), id => new Set(star[id]), id => (id === "p" ? "person" : "phone"), id => id === "z");
  assert.deepEqual(found.map(group => [group.hub, group.type, group.members.join("")]), [["hub", "phone", "xy"]]);
});

test("a lasso holds what lies within it, whatever its shape", () => {
  const horseshoe = [[0, 0], [10, 0], [10, 10], [7, 10], [7, 3], [3, 3], [3, 10], [0, 10]];
  assert.ok(algebra.inside(1, 9, horseshoe));
  assert.ok(algebra.inside(9, 9, horseshoe));
  assert.ok(!algebra.inside(5, 9, horseshoe));
  assert.ok(!algebra.inside(11, 1, horseshoe));
});

const grade = (text, rank) => ({ best: { text, rank }, worst: { text, rank } });
const tie = (id, source, target, more = {}) => [{ id, source, target, type: "t", directed: false, standing: "tentative", strength: 0.2, ...more }, source, target];

test("a bundle keeps the best and the worst grade, the best standing, both directions", () => {
  const lines = bundle([tie("1", "a", "b", { grade: grade("1A", 0), directed: true }), tie("2", "b", "a", { grade: grade("2D", 4), directed: true, standing: "confirmed", strength: 0.9 }), tie("3", "a", "b", { grade: grade("X", -1) })], new Set());
  assert.equal(lines.length, 1);
  const [line] = lines;
  assert.deepEqual([line.count, line.best.text, line.worst.text, line.standing, line.strength, line.forward, line.back], [3, "1A", "X", "confirmed", 0.9, true, true]);
});

test("unbundled ties stand one by one, bent to different sides", () => {
  const lines = bundle([tie("1", "a", "b"), tie("2", "b", "a"), tie("3", "c", "a")], new Set([pairOf("a", "b")]));
  assert.equal(lines.length, 3);
  const bows = lines.filter(line => line.pair === "a b").map(line => line.bow * (line.a < line.b ? 1 : -1));
  assert.deepEqual(bows.sort(), [-0.5, 0.5]);
  assert.equal(lines.find(line => line.pair === "a c").bow, 0);
});

test("the grid finds what a slow look finds", () => {
  let seed = 5;
  const rnd = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 4294967296);
  const nodes = Array.from({ length: 400 }, (_, id) => ({ id, x: rnd() * 3000 - 1500, y: rnd() * 3000 - 1500, r: 5 + rnd() * 30 }));
  const quick = grid(nodes);
  for (let n = 0; n < 300; n++) {
    const [x, y] = [rnd() * 3200 - 1600, rnd() * 3200 - 1600];
    const slow = nodes.map(node => [Math.hypot(node.x - x, node.y - y) - node.r, node]).filter(([d]) => d <= 4).sort((a, b) => a[0] - b[0])[0]?.[1] ?? null;
    assert.equal(quick.at(x, y, 4)?.id, slow?.id);
    const found = quick.in(x, y, x + 700, y + 500).map(node => node.id).sort();
    assert.deepEqual(found, nodes.filter(node => node.x >= x && node.x <= x + 700 && node.y >= y && node.y <= y + 500).map(node => node.id).sort());
  }
});

test("how far a point lies from a line", () => {
  assert.equal(distance(5, 3, 0, 0, 10, 0), 3);
  assert.equal(distance(-4, 3, 0, 0, 10, 0), 5);
  assert.ok(distance(5, 5, 0, 0, 10, 0, 5, 10) < 0.5);
});

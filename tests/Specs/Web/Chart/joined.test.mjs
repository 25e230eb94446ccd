import assert from "node:assert/strict";
import { test } from "node:test";
import { records } from "../../../../src/Web/ui/src/chart/records.js";
import { state } from "../../../../src/Web/ui/src/chart/state.js";

const captions = new Proxy({}, { get: (_, key) => String(key), has: () => true });
const tools = { layout: async () => {} };
const item = (id, more = {}) => ({ id, type: "person", caption: id, ...more });
const tie = (id, source, target) => ({ id, links: [id], source, target, type: "contact", directed: false, caption: "knows", standing: "confirmed" });

function chart(host = {}) {
  const s = state({ captions, language: "en", digits: "latn", direction: "ltr", chart: {
    id: "H-1", title: "T", version: 1, types: [], items: [item("a"), item("b"), item("c"), item("d")], ties: [tie("ac", "a", "c"), tie("bd", "b", "d"), tie("ab", "a", "b")],
    content: { format: 1, positions: { a: [0, 0], b: [100, 0], c: [0, 100], d: [100, 100] }, ties: ["ac", "bd", "ab"] } } }, host);
  const said = [];
  s.on("say", text => said.push(text));
  return { s, said, records: records(s, tools) };
}
const drawn = s => [...s.scene.shown].sort().join("");
const ends = s => s.scene.ties.map(one => [one.id, one.source, one.target].join(" ")).sort();

test("two that are judged one are drawn as one, with the ties of both; taken back, both stand where they were", async () => {
  const answers = [
    { items: [item("a", { records: 2, joined: ["b"] })], ties: [tie("ac", "a", "c"), tie("bd", "a", "d")], removed: ["b"] },
    { items: [item("a"), item("b")], ties: [tie("ac", "a", "c"), tie("bd", "b", "d"), tie("ab", "a", "b")], removed: [] },
  ];
  const asked = [];
  const { s, records } = chart({ judge: async (...ids) => (asked.push(ids), answers.shift()) });
  await records.judge("a", "b");
  assert.equal(drawn(s), "acd");
  assert.deepEqual(ends(s), ["ac a c", "bd a d"]);
  assert.deepEqual([...s.chosen], ["a"]);
  assert.deepEqual(s.content.positions.b, [100, 0]);
  await records.judge("a");   // one that is joined is asked about with a record of its own
  assert.deepEqual(asked, [["a", "b"], ["a", "b"]]);
  assert.equal(drawn(s), "abcd");
  assert.deepEqual(ends(s), ["ab a b", "ac a c", "bd b d"]);
});

test("a record that was not drawn leads at the place of the one that was", async () => {
  const { s, records } = chart({ judge: async () => ({ items: [item("x", { records: 2, joined: ["b"] })], ties: [tie("bd", "x", "d")], removed: ["b"] }) });
  await records.judge("b", "x");
  assert.equal(drawn(s), "acdx");
  assert.deepEqual(s.content.positions.x, [100, 0]);
});

test("a judgement is no step: undo goes past it and leaves it in force", async () => {
  const { s, records } = chart({ judge: async () => ({ items: [item("a", { records: 2, joined: ["b"] })], ties: [tie("ac", "a", "c"), tie("bd", "a", "d")], removed: ["b"] }) });
  s.change("move", c => ({ ...c, positions: { ...c.positions, c: [7, 7] } }));
  await records.judge("a", "b");
  assert.deepEqual(s.history.steps, ["move"]);
  s.undo();
  assert.equal(drawn(s), "acd");
});

test("what is taken off goes with the records that are joined in it", async () => {
  const { s, records } = chart({ judge: async () => ({ items: [item("a", { records: 2, joined: ["b"] })], ties: [], removed: ["b"] }) });
  await records.judge("a", "b");
  records.remove(["a"]);
  assert.deepEqual(Object.keys(s.content.positions).sort(), ["c", "d"]);
});

test("another chart comes as one step, and what stood here keeps its place", () => {
  const { s, records } = chart();
  records.combine({ items: [item("b"), item("e")], ties: [tie("be", "b", "e")] }, { positions: { b: [5, 5], e: [200, 0] }, ties: ["be"], pins: ["e"], hidden: [] });
  assert.deepEqual([s.content.positions.b, s.content.positions.e], [[100, 0], [200, 0]]);
  assert.equal(drawn(s), "abcde");
  assert.deepEqual(s.history.steps, ["combine"]);
  s.undo();
  assert.equal(drawn(s), "abcd");
});

test("common neighbours that were cut off are told with the true number", async () => {
  const { said, records, s } = chart({ common: async () => ({ items: [item("e")], ties: [], total: 6000, joins: { e: ["a", "b"] } }) });
  s.choose(["a", "b"]);
  await records.common();
  assert.match(said.at(-1), /common-part/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { holds, itemStyles, legend, lineStyles } from "../../../../src/Web/ui/src/chart/rules.js";
import { scene } from "../../../../src/Web/ui/src/chart/scene.js";
import { empty } from "../../../../src/Web/ui/src/chart/state.js";
import { words } from "../../../../src/Web/ui/src/chart/words.js";
import { cut, directionOf } from "../../../../src/Web/ui/src/chart/text.js";

const rule = (field, is, value, then, more = {}) => ({ id: field, on: true, when: { part: "item", field, is, value }, then, ...more });
const facts = { links: () => 2, measure: () => 0.5 };

test("a later rule paints over an earlier one, and a rule that is off says nothing", () => {
  const style = itemStyles([rule("type", "is", "phone", { colour: "teal", size: 2 }), rule("links", "atleast", "2", { colour: "plum" }), rule("type", "is", "phone", { halo: true }, { on: false })], facts);
  assert.deepEqual(style({ id: "a", type: "phone" }), { colour: "plum", size: 2 });
  assert.deepEqual(style({ id: "b", type: "person" }), { colour: "plum" });
});

test("comparisons", () => {
  assert.ok(holds("contains", ["Karim DANAR", ""], "danar"));
  assert.ok(!holds("contains", "x", ""));
  assert.ok(holds("not", ["travel"], "weapons"));
  assert.ok(!holds("not", ["travel", "weapons"], "weapons"));
  assert.ok(!holds("atleast", -1, "0"), "what cannot be judged is not at least anything");
  assert.ok(!holds("atmost", -1, "3"));
  assert.ok(!holds("atleast", null, "0"));
});

test("rules of lines look at all ties of a bundle", () => {
  const style = lineStyles([{ id: "1", on: true, when: { part: "tie", field: "type", is: "is", value: "use" }, then: { width: 5 } }]);
  assert.deepEqual(style({ ties: [{ type: "contact" }, { type: "use" }] }), { width: 5 });
});

const items = new Map([["a", { id: "a", type: "person", caption: "A" }], ["b", { id: "b", type: "phone", caption: "B", dates: { from: "2020" } }], ["c", { id: "c", type: "phone", caption: "C" }], ["d", { id: "d", type: "phone", caption: "D" }]]);
const tie = (id, source, target, from) => ({ id, links: [id], source, target, type: "use", directed: true, caption: "uses", standing: "confirmed", dates: from ? { from } : undefined });
const ties = new Map([tie("1", "a", "b", "2024"), tie("2", "a", "c", "2022"), tie("3", "c", "d")].map(one => [one.id, one]));
const content = { ...empty, positions: { a: [0, 0], b: [100, 0], c: [0, 100], d: [100, 100] }, ties: ["1", "2", "3"] };
const drawn = more => scene({ content: { ...content, ...more }, items, ties, steps: null, axis: "happened", measure: () => null, isNew: () => false });
const ids = made => made.nodes.map(node => node.id).sort().join("");

test("hidden links vanish with their ends", () => {
  const made = drawn({ hidden: ["c"] });
  assert.equal(ids(made), "abd");
  assert.deepEqual(made.ties.map(one => one.id), ["1"]);
});

test("the window filters ties and items; the undated are kept or hidden; a dated tie holds its ends", () => {
  const keep = drawn({ window: { from: "2023-06", to: "2025", undated: "keep" } });
  assert.equal(ids(keep), "abcd");
  assert.deepEqual(keep.ties.map(one => one.id), ["1", "3"]);
  const hide = drawn({ window: { from: "2023-06", to: "2025", undated: "hide" } });
  assert.equal(ids(hide), "ab");
  assert.equal(hide.outside, 2);
  // An item of another time goes, and its ties with it.
  assert.equal(ids(drawn({ window: { from: "2021", to: "2023", undated: "keep" } })), "acd");
});

test("a closed group stands for its members and takes over their ties; open it is as if it were not", () => {
  const group = { id: "group-1", caption: "Phones", members: ["c", "d"], open: false };
  const closed = drawn({ groups: [group] });
  assert.equal(ids(closed), "abgroup-1");
  assert.deepEqual(closed.lines.map(line => [line.a, line.b]).sort(), [["a", "b"], ["a", "group-1"]]);
  assert.deepEqual([closed.byId.get("group-1").x, closed.byId.get("group-1").y], [50, 100]);
  assert.equal(ids(drawn({ groups: [{ ...group, open: true }] })), "abcd");
});

test("the legend counts what is drawn", () => {
  const made = drawn({ hidden: ["d"] });
  const found = legend(made.nodes, made.lines, [rule("type", "is", "phone", { colour: "teal" }), rule("type", "is", "vehicle", { colour: "sky" })], made.facts);
  assert.deepEqual([...found.types], [["person", 1], ["phone", 2]]);
  assert.deepEqual(found.rules.map(one => one.count), [2, 0]);
});

test("words: plural forms of Arabic, figures of the officer's choice, values kept together", () => {
  const t = words({ "items#one": "one", "items#few": "{count} few", "items#many": "{count} many", "items#two": "two", "items#zero": "none", "items#other": "{count} other", say: "{who}: {n}" }, "ar", "arab");
  assert.deepEqual([0, 1, 2, 5, 11, 100].map(n => t.count("items", n)), ["none", "one", "two", "٥ few", "١١ many", "١٠٠ other"]);
  assert.equal(t("say", { who: "Karim", n: 12 }), "\u2068Karim\u2069: ١٢");
  assert.equal(t("missing"), "⟦chart.missing⟧");
  assert.equal(words({ "items#one": "1", "items#other": "{count}" }, "ckb").count("items", 2), "2");
});

test("a text is cut at its end and keeps a letter with its marks; its direction is that of its first letter", () => {
  assert.equal(cut("abcdef", 4), "abc…");
  assert.equal(cut("abc", 4), "abc");
  assert.ok(!cut("مُحَمَّد الطويل", 4).endsWith("َ…"));
  assert.equal(directionOf("+999 هاتف"), "rtl");
  assert.equal(directionOf("+999 555"), "ltr");
  assert.equal(directionOf("Danar دانار"), "ltr");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { align, apart, circle, distribute, snapTo } from "../../../../src/Web/ui/src/chart/arrange.js";
import { camera } from "../../../../src/Web/ui/src/chart/camera.js";
import { csv, graphml } from "../../../../src/Web/ui/src/chart/data.js";

const places = [["a", 0, 0], ["b", 10, 90], ["c", 110, 30]];

test("lines, even spaces, circles, squares", () => {
  assert.deepEqual(align(places, "x").map(p => p[1]), [40, 40, 40]);
  assert.deepEqual(align(places, "x").map(p => p[2]), [0, 90, 30]);
  assert.deepEqual(distribute(places, "x").map(p => p[1]), [0, 55, 110]);
  assert.deepEqual(distribute([["a", 5, 0], ["b", 5, 0]], "x").map(p => p[1]), [5, 85]);
  const around = circle(places);
  const cx = 40, cy = 40, far = around.map(([, x, y]) => Math.hypot(x - cx, y - cy));
  assert.ok(Math.max(...far) - Math.min(...far) < 1e-9);
  assert.deepEqual(snapTo(61, -21), [80, -40]);
});

test("what is set apart no longer overlaps, and the fixed stay", () => {
  const nodes = Array.from({ length: 30 }, (_, n) => ({ x: n % 3, y: 0, fixed: n === 0 }));
  const made = apart(nodes, 50, 400);
  assert.deepEqual(made[0], [0, 0]);
  for (let a = 0; a < made.length; a++) for (let b = 0; b < a; b++) assert.ok(Math.hypot(made[a][0] - made[b][0], made[a][1] - made[b][1]) > 44, `${a} ${b}`);
  assert.deepEqual(apart(nodes, 50, 400), made);
});

test("what lies under the cursor stays there while the wheel turns", () => {
  const cam = Object.assign(camera(5, 5, 1), { width: 800, height: 600 });
  const before = cam.toWorld(123, 456);
  cam.zoomAt(123, 456, 1.7);
  const [x, y] = cam.toScreen(...before);
  assert.ok(Math.abs(x - 123) < 1e-9 && Math.abs(y - 456) < 1e-9);
  cam.fit({ x1: 0, y1: 0, x2: 4000, y2: 100 });
  for (const [wx, wy] of [[0, 0], [4000, 100]]) { const [sx, sy] = cam.toScreen(wx, wy); assert.ok(sx >= 0 && sx <= 800 && sy >= 0 && sy <= 600); }
});

test("data that leave begin with the handling; no cell is a formula, no name breaks the file", () => {
  const a = { id: "E-1", type: "person", caption: '=HYPERLINK("x"), "A" & <B>' }, b = { id: "E-2", type: "phone", caption: "+999" }, lone = { id: "E-3", type: "phone", caption: "C" };
  const s = { chart: { id: "H-1", title: "T", today: "2026-11-26" }, items: new Map([["E-1", a], ["E-2", b]]), content: { positions: { "E-1": [0, 0], "E-2": [1, 2], "E-3": [3, 4] } } };
  const ties = [{ id: "T", links: ["L"], source: "E-1", target: "E-2", type: "use", directed: true, caption: "uses", standing: "confirmed" }];
  const text = csv(s, [a, b, lone], ties, "Restricted", {});
  assert.ok(text.startsWith("\ufeffRestricted,H-1"));
  assert.ok(text.includes(`"'=HYPERLINK(""x""), ""A"" & <B>"`));
  assert.ok(text.includes("'+999"));
  assert.equal(text.trim().split("\r\n").length, 4);
  const xml = graphml(s, [a, b, lone], ties, "Restricted -- C", {});
  assert.ok(xml.includes("&lt;B&gt;") && !xml.includes("Restricted -- C"));
  assert.equal(xml.match(/<node /g).length, 3);
});

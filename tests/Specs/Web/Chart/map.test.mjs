import assert from "node:assert/strict";
import { test } from "node:test";
import { camera } from "../../../../src/Web/ui/src/chart/camera.js";
import { graticule, ground, project, scaleBar, unproject } from "../../../../src/Web/ui/src/chart/geo.js";
import { marks, standing } from "../../../../src/Web/ui/src/chart/spots.js";

const looking = (latitude, longitude, zoom) => Object.assign(camera(...project(latitude, longitude), zoom, [0.015, 3000]), { width: 800, height: 600 });

test("there and back is the same place, north is up and east is onward", () => {
  for (const [north, east] of [[0, 0], [33.3152, 44.3661], [-54.8, -68.3], [71, 179.5]]) {
    const [n, e] = unproject(...project(north, east));
    assert.ok(Math.abs(n - north) < 1e-9 && Math.abs(e - east) < 1e-9);
  }
  assert.ok(project(34, 44)[1] < project(33, 44)[1]);
  assert.ok(project(33, 45)[0] > project(33, 44)[0]);
});

test("a length on the scale is the length on the ground", () => {
  const cam = looking(33.3, 44.4, 5), bar = scaleBar(cam);
  assert.ok(bar.points <= 130 && bar.points > 40);
  assert.match(String(bar.metres), /^[125]0*$/);
  // A degree of latitude is about 111.2 km.
  const [, y1] = cam.toScreen(...project(33.3, 44.4)), [, y2] = cam.toScreen(...project(33.31, 44.4));
  assert.ok(Math.abs(((y1 - y2) / bar.points) * bar.metres - 1112) < 3);
  assert.ok(Math.abs(ground(60) - 0.5) < 1e-12);
});

test("lines of the graticule are round, far enough apart and within the view", () => {
  for (const zoom of [0.02, 0.3, 5, 80, 2000]) {
    const cam = looking(33.3, 44.4, zoom), net = graticule(cam);
    assert.ok(net.meridians.length <= 13 && net.parallels.length <= 13, `${zoom}: ${net.meridians.length}, ${net.parallels.length}`);
    for (const east of net.meridians) { const [x] = cam.toScreen(...project(0, east)); assert.ok(x >= -1 && x <= 801); }
  }
  assert.deepEqual(graticule(looking(0, 0, 0.02)).parallels.includes(0), true);
});

const point = (place, latitude, longitude) => ({ place, caption: place, latitude, longitude, contested: false, handling: { code: "P", level: 0 } });
const chart = (ids, window = null) => ({ scene: { shown: new Set(ids), stands: id => id }, items: new Map(ids.map(id => [id, { id, caption: id }])), content: { window } });

test("who is drawn stands at each of the places that are told, and who has none is told too", () => {
  const map = { points: [point("p", 33, 44), point("q", 35, 45), point("q", 36, 45)], stands: [{ item: "a", place: "p" }, { item: "a", place: "p" }, { item: "b", place: "q" }, { item: "hidden", place: "p" }] };
  const found = standing(chart(["a", "b", "c"]), map);
  assert.deepEqual(found.placed.map(one => `${one.id} ${one.point.latitude}`), ["a 33", "b 35", "b 36"]);
  assert.deepEqual(found.without, ["c"]);
});

test("the window of time counts on the map as on the chart", () => {
  const map = { points: [point("p", 33, 44)], stands: [{ item: "a", place: "p", dates: { from: "2026-01-12", to: "2026-01-19" } }, { item: "b", place: "p" }] };
  const at = (from, to, undated) => standing(chart(["a", "b"], { from, to, undated }), map).placed.map(one => one.id);
  assert.deepEqual(at("2026-01-15", "2026-02-01", "keep"), ["a", "b"]);
  assert.deepEqual(at("2026-02-01", "2026-03-01", "keep"), ["b"]);
  assert.deepEqual(at("2026-01-15", "2026-02-01", "hide"), ["a"]);
});

test("some at one place are a fan, many are one mark, and no mark loses anybody", () => {
  const crowd = n => standing(chart(Array.from({ length: n }, (_, at) => `i${at}`)), { points: [point("p", 33, 44)], stands: Array.from({ length: n }, (_, at) => ({ item: `i${at}`, place: "p" })) }).placed;
  assert.equal(marks(crowd(1), 20)[0].dx, 0);
  const fan = marks(crowd(5), 20);
  assert.equal(fan.length, 5);
  for (const one of fan) for (const other of fan) if (one !== other) assert.ok(Math.hypot(one.dx - other.dx, one.dy - other.dy) > 30);
  const heap = marks(crowd(40), 20);
  assert.deepEqual([heap.length, heap[0].entries.length], [1, 40]);
});

test("marks part when one looks closer", () => {
  const two = standing(chart(["a", "b"]), { points: [point("p", 33.3, 44.3), point("q", 33.31, 44.3)], stands: [{ item: "a", place: "p" }, { item: "b", place: "q" }] }).placed;
  assert.ok(marks(two, 1).some(mark => mark.dx || mark.dy));
  assert.ok(marks(two, 500).every(mark => !mark.dx && !mark.dy));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { moment, overlaps, span, spanOf, times, weekHour } from "../../../../src/Web/ui/src/chart/dates.js";
import { extent, floor, histogram, next, units, weekGrid } from "../../../../src/Web/ui/src/chart/histogram.js";

const day = (y, m, d) => Date.UTC(y, m - 1, d);

test("a partial date is the whole of what is not known", () => {
  assert.deepEqual(span("2026"), [day(2026, 1, 1), day(2027, 1, 1)]);
  assert.deepEqual(span("2024-02"), [day(2024, 2, 1), day(2024, 3, 1)]);
  assert.deepEqual(span("2024-12"), [day(2024, 12, 1), day(2025, 1, 1)]);
  assert.deepEqual(span("2024-02-29"), [day(2024, 2, 29), day(2024, 3, 1)]);
  assert.equal(span("2026-03-14T10:20")[1] - span("2026-03-14T10:20")[0], 60_000);
  assert.equal(span("some day"), null);
  assert.equal(span(null), null);
});

test("events count before dates, and each axis has its own", () => {
  const tie = { dates: { from: "2020" }, events: [{ at: "2024-05-01", learned: "2025-01-01" }] };
  assert.deepEqual(times(tie), [span("2024-05-01")]);
  assert.deepEqual(times(tie, "learned"), [span("2025-01-01")]);
  assert.deepEqual(times({ dates: { from: "2020" } }), [span("2020")]);
  assert.deepEqual(times({ dates: { from: "2020", to: "2021" } }), [[day(2020, 1, 1), day(2022, 1, 1)]]);
  assert.deepEqual(times({}), []);
  assert.equal(spanOf({ from: null, to: null }), null);
});

test("what touches the window's end only is outside", () => {
  assert.ok(!overlaps([[0, 10]], 10, 20));
  assert.ok(overlaps([[0, 11]], 10, 20));
});

test("steps begin where calendars say: Mondays, firsts of month, years, decades", () => {
  const at = Date.UTC(2026, 10, 26, 13, 45);
  assert.equal(moment(floor(at, "week")), "2026-11-23");
  assert.equal(new Date(floor(at, "week")).getUTCDay(), 1);
  assert.equal(moment(floor(at, "month")), "2026-11-01");
  assert.equal(moment(next(floor(at, "month"), "month")), "2026-12-01");
  assert.equal(moment(next(Date.UTC(2026, 11, 1), "month")), "2027-01-01");
  assert.equal(moment(floor(at, "decade")), "2020-01-01");
  for (const unit of units) assert.ok(floor(at, unit) <= at && next(floor(at, unit), unit) > at, unit);
});

test("bars join without gaps, hold every event once, and are no more than asked", () => {
  const spans = [];
  let seed = 3;
  for (let n = 0; n < 500; n++) { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; const at = day(2019, 1, 1) + (seed % 200_000_000) * 1000; spans.push([at, at + 60_000]); }
  const [from, to] = extent(spans);
  const made = histogram(spans, from, to, 90);
  assert.ok(made.bars.length <= 92);
  made.bars.slice(1).forEach((bar, n) => assert.equal(bar.from, made.bars[n].to));
  assert.ok(made.bars.reduce((sum, bar) => sum + bar.count, 0) >= 500);
  assert.equal(made.most, Math.max(...made.bars.map(bar => bar.count)));
});

test("from years to minutes", () => {
  assert.equal(histogram([], day(1960, 1, 1), day(2026, 1, 1), 100).unit, "year");
  assert.equal(histogram([], day(2026, 1, 1), day(2026, 1, 1) + 3_600_000, 100).unit, "minute");
  assert.equal(histogram([], 5, 5), null);
});

test("an open end does not stretch the axis", () => assert.deepEqual(extent([[day(2020, 1, 1), span("9999")[1]]]), [day(2020, 1, 1), day(2020, 1, 1) + 1]));

test("the week's grid knows Monday, and leaves out what has no hour", () => {
  assert.deepEqual(weekHour("2026-11-26T23:10"), [3, 23]);
  assert.equal(weekHour("2026-11-26"), null);
  const cells = weekGrid([{ id: "a", events: [{ at: "2026-11-23T00:30" }, { at: "2026-11-23" }] }, { id: "b", events: [{ at: "2025-03-03T00:05" }] }], weekHour);
  assert.equal(cells[0].count, 2);
  assert.deepEqual([...cells[0].ids], ["a", "b"]);
});

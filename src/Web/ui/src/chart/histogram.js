// How many events lie in each step of time; the step is the smallest that gives not more bars than asked.
const day = 86_400_000;
const fixed = { minute: 60_000, hour: 3_600_000, day, week: 7 * day };
export const units = ["minute", "hour", "day", "week", "month", "year", "decade"];
const rough = { ...fixed, month: 30.4 * day, year: 365.25 * day, decade: 3652.5 * day };

/** The start of the step in which a moment lies. Weeks begin on Monday. */
export function floor(ms, unit) {
  if (unit === "week") return Math.floor((ms + 3 * day) / fixed.week) * fixed.week - 3 * day;
  if (fixed[unit]) return Math.floor(ms / fixed[unit]) * fixed[unit];
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  return start(unit === "decade" ? Math.floor(year / 10) * 10 : year, unit === "month" ? date.getUTCMonth() : 0);
}

export function next(ms, unit) {
  if (fixed[unit]) return ms + fixed[unit];
  const date = new Date(ms);
  return start(date.getUTCFullYear() + (unit === "decade" ? 10 : unit === "year" ? 1 : 0), date.getUTCMonth() + (unit === "month" ? 1 : 0));
}

const start = (year, month) => { const date = new Date(Date.UTC(2000, 0, 1)); date.setUTCFullYear(year, month, 1); return date.getTime(); };

export const unitFor = (from, to, most) => units.find(unit => (to - from) / rough[unit] <= most) ?? "decade";

/**
 * @param spans of all things, [from, to]
 * @returns {{ unit: string, bars: { from: number, to: number, count: number }[], most: number } | null} null where nothing has a date
 */
export function histogram(spans, from, to, most = 120) {
  if (!(to > from)) return null;
  const unit = unitFor(from, to, most);
  const bars = [];
  for (let at = floor(from, unit); at < to; at = next(at, unit)) bars.push({ from: at, to: next(at, unit), count: 0 });
  const find = ms => { let low = 0, high = bars.length; while (low < high) { const mid = (low + high) >> 1; if (bars[mid].to <= ms) low = mid + 1; else high = mid; } return low; };
  for (const [start, end] of spans) {
    if (end <= from || start >= to) continue;
    // What is known to the year only, or lasts, counts in each step that it touches.
    for (let n = find(Math.max(start, from)); n < bars.length && bars[n].from < end; n++) bars[n].count++;
  }
  return { unit, bars, most: bars.reduce((high, bar) => Math.max(high, bar.count), 0) };
}

/** The whole of what is dated; open ends do not stretch it. */
export function extent(spans) {
  let from = Infinity, to = -Infinity;
  for (const [start, end] of spans) {
    if (start > -2.5e14) { from = Math.min(from, start); to = Math.max(to, start + 1); }
    if (end < 2.5e14) { to = Math.max(to, end); from = Math.min(from, end - 1); }
  }
  return to > from ? [from, to] : null;
}

/** Seven days by 24 hours: counts, and which things each cell holds. */
export function weekGrid(things, weekHour) {
  const cells = Array.from({ length: 168 }, () => ({ count: 0, ids: new Set() }));
  for (const thing of things)
    for (const event of thing.events ?? []) {
      const at = weekHour(event.at);
      if (!at) continue;
      const cell = cells[at[0] * 24 + at[1]];
      cell.count++;
      cell.ids.add(thing.id);
    }
  return cells;
}

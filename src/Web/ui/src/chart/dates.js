// Partial dates as spans of time, in milliseconds UTC; a day that is not known is the whole month or year.
const shape = /^(-?\d{4,6})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2})(?::(\d{2})(?::(\d{2}))?)?)?)?)?/;
const known = new Map();

/** @returns {[number, number] | null} from (within) to (without); null where the text is no date */
export function span(text) {
  if (!text) return null;
  let found = known.get(text);
  if (found === undefined) known.set(text, (found = read(text)));
  return found;
}

function read(text) {
  const m = shape.exec(text);
  if (!m) return null;
  const [year, month, day, hour, minute, second] = m.slice(1).map(part => (part === undefined ? undefined : Number(part)));
  const at = (y, mo, d, h, mi, s) => { const date = new Date(Date.UTC(2000, mo, d, h, mi, s)); date.setUTCFullYear(y + Math.floor(mo / 12), ((mo % 12) + 12) % 12, date.getUTCDate()); return date.getTime(); };
  const start = at(year, (month ?? 1) - 1, 1, hour ?? 0, minute ?? 0, second ?? 0) + ((day ?? 1) - 1) * 86_400_000;
  if (!Number.isFinite(start)) return null;
  if (second !== undefined) return [start, start + 1000];
  if (minute !== undefined) return [start, start + 60_000];
  if (hour !== undefined) return [start, start + 3_600_000];
  if (day !== undefined) return [start, start + 86_400_000];
  if (month !== undefined) return [start, at(year, month, 1, 0, 0, 0)];
  return [start, at(year + 1, 0, 1, 0, 0, 0)];
}

/** The span of a pair of dates: where one end is not said, the other is all that is known. Null where neither is. */
export function spanOf(dates) {
  const from = span(dates?.from), to = span(dates?.to);
  return from || to ? [(from ?? to)[0], (to ?? from)[1]] : null;
}

/**
 * When something happened: its events where it has some, else its dates.
 * @param axis "happened" or "learned"
 * @returns {[number, number][]}
 */
export function times(thing, axis = "happened") {
  if (thing.events?.length) {
    const all = [];
    for (const event of thing.events) {
      const from = span(axis === "learned" ? event.learned : event.at);
      if (from) all.push([from[0], (axis === "happened" && span(event.to)?.[1]) || from[1]]);
    }
    return all;
  }
  const dates = axis === "happened" ? spanOf(thing.dates) : null;
  return dates ? [dates] : [];
}

export const overlaps = (spans, from, to) => spans.some(([start, end]) => start < to && end > from);

const two = n => String(n).padStart(2, "0");

/** A moment as text, as exact as the unit: "2026", "2026-03", "2026-03-14", "2026-03-14 10:20". */
export function moment(ms, unit = "day") {
  const d = new Date(ms);
  const year = String(d.getUTCFullYear()).padStart(4, "0");
  if (unit === "year" || unit === "decade") return year;
  const month = `${year}-${two(d.getUTCMonth() + 1)}`;
  if (unit === "month") return month;
  const day = `${month}-${two(d.getUTCDate())}`;
  return unit === "hour" || unit === "minute" ? `${day} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}` : day;
}

/** Monday 0 … Sunday 6, and the hour; null where the hour is not known. */
export function weekHour(text) {
  if (!/T\d{2}|\d{2}:\d{2}/.test(text ?? "")) return null;
  const start = span(text)?.[0];
  if (start === undefined) return null;
  const date = new Date(start);
  return [(date.getUTCDay() + 6) % 7, date.getUTCHours()];
}

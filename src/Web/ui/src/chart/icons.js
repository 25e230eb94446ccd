// The schema's icons (inner parts of an SVG of 24 by 24) as paths that a canvas can fill, and a few of our own.

/** @returns the outline as one path text; empty where there is none */
export function outline(inner) {
  if (!inner) return "";
  const parts = [];
  for (const [tag] of inner.matchAll(/<(path|circle|rect|polygon|ellipse)\b[^>]*>/g)) {
    const of = name => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const n = name => Number(of(name) ?? 0);
    if (of("fill") === "none") continue;
    if (tag.startsWith("<path")) parts.push(of("d") ?? "");
    else if (tag.startsWith("<circle")) parts.push(round(n("cx"), n("cy"), n("r"), n("r")));
    else if (tag.startsWith("<ellipse")) parts.push(round(n("cx"), n("cy"), n("rx"), n("ry")));
    else if (tag.startsWith("<rect")) parts.push(`M${n("x")} ${n("y")}h${n("width")}v${n("height")}h${-n("width")}z`);
    else if (tag.startsWith("<polygon")) parts.push(`M${of("points")}z`);
  }
  return parts.join("");
}

const round = (x, y, rx, ry) => `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;

/** Own marks, drawn for 24 by 24. */
export const marks = {
  pin: "M16 3v2l-1 1v5l3 3v2h-5v6l-1 1-1-1v-6H6v-2l3-3V6L8 5V3z",
  travel: "M21 16v-2l-8-5V3.500a1.500 1.500 0 0 0-3 0V9l-8 5v2l8-2.500V19l-2 1.500V22l3.500-1 3.500 1v-1.500L13 19v-5.500z",
  weapons: "M12 2l2 7h7l-5.500 4.500 2 7.500-5.500-4.500L6.500 21l2-7.500L3 9h7z",
  minor: "M12 5a3 3 0 1 0 0-.01zM8 10h8v6h-2v6h-4v-6H8z",
  protected: "M12 2l8 3v6c0 5-3.500 9.300-8 11-4.500-1.700-8-6-8-11V5z",
  watched: "M12 5c5 0 9 4 10.500 7-1.500 3-5.500 7-10.500 7S3 15 1.500 12C3 9 7 5 12 5zm0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
  flag: "M5 3h14l-3 5 3 5H7v8H5z",
  changed: "M11 4h2v10h-2zM11 17h2v3h-2z",
};

const prepared = new Map();
/** A path for a canvas, made once. */
export function path(d) {
  let made = prepared.get(d);
  if (!made) prepared.set(d, (made = new Path2D(d)));
  return made;
}

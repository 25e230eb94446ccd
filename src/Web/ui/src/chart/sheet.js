// A sheet of paper: banner, title, drawing, legend, sources, who and when. The same for SVG, PNG and print, all by the pen of the screen.
import { boxOf, camera } from "./camera.js";
import { draw } from "./draw.js";
import { drawLegend, legendRows } from "./legend.js";
import { onPaper } from "./colours.js";
import { normal, pictureOf } from "./notes.js";
import { cut, directionOf } from "./text.js";

/** In points of 1/96 inch, lying. */
export const papers = { a4: [1123, 794], a3: [1587, 1123], a2: [2245, 1587] };

/** @param facts the page's answer to `exported`; @param options { paper, notes, whole } */
export function sheet(pen, s, facts, options) {
  const [W, H] = papers[options.paper] ?? papers.a4, edge = 28, t = s.t, rtl = s.direction === "rtl", c = onPaper;
  const start = rtl ? W - edge : edge, end = rtl ? edge : W - edge, dir = s.direction;
  const write = (text, x, y, style) => pen.text(text, x, y, { fill: c.ink, dir, ...style });
  const atStart = { align: rtl ? "end" : "start" }, atEnd = { align: rtl ? "start" : "end" };

  pen.rect(0, 0, W, H, { fill: "#ffffff" });
  const banner = facts.handling ?? s.chart.handling;
  const bar = y => { pen.rect(0, y, W, 22, { fill: c[`level-${banner.level}`] }); write(banner.text, W / 2, y + 15.5, { size: 12, weight: 600, fill: "#ffffff" }); };
  bar(0);
  bar(H - 22);
  write(cut(s.chart.title, 80), start, 46, { size: 17, weight: 600, dir: directionOf(s.chart.title), ...atStart });
  write(`${s.chart.id} · ${t.moment(facts.at ?? s.chart.today)}`, end, 46, { size: 11, fill: c.quiet, dir: "ltr", ...atEnd });

  const foot = [[facts.officer, facts.purpose].filter(Boolean).join(" · "), facts.notice ?? t("print-notice"), s.scene.outside || s.content.hidden.length || s.steps ? t.count("not-drawn", s.members().length - s.scene.shown.size) : ""].filter(Boolean);
  foot.forEach((line, n) => write(cut(line, Math.floor(W / 6)), start, H - 32 - (foot.length - 1 - n) * 14, { size: 10, fill: c.quiet, ...atStart }));

  const rows = legendRows(s), look0 = { colours: c, dark: false, t, direction: dir };
  const side = 196, sources = facts.sources ?? [], columns = Math.max(1, Math.floor((W - 2 * edge) / 180));
  const lines = Math.min(Math.ceil(sources.length / columns), Math.floor((H * 0.22) / 13)), room = lines * columns;
  const below = H - 40 - foot.length * 14 - (sources.length ? 20 + lines * 13 : 0);
  if (sources.length) {
    write(t("sources"), start, below + 14, { size: 10.5, weight: 600, ...atStart });
    const told = sources.length > room ? sources.slice(0, room - 1) : sources;
    const column = (W - 2 * edge) / columns;
    const cell = (text, n, tied) => write(text, rtl ? W - edge - Math.floor(n / lines) * column : edge + Math.floor(n / lines) * column, below + 28 + (n % lines) * 13, { size: 9.5, dir: tied, ...atStart });
    told.forEach((source, n) => cell(`\u2066${source.ref}\u2069${source.grade ? ` · ${source.grade.text ?? source.grade}` : ""}${source.count ? ` · ${t.number(source.count)}` : ""}`, n, dir));
    // What does not fit is said, with the true number.
    if (told.length < sources.length) cell(t.count("sources-more", sources.length - told.length), room - 1, dir);
  }

  const box = { x: rtl ? edge + side + 12 : edge, y: 58, w: W - 2 * edge - side - 12, h: below - 66 };
  pen.rect(box.x, box.y, box.w, box.h, { stroke: c.rule });
  const cam = options.whole ? whole(s, box, options) : Object.assign(camera(s.camera.x, s.camera.y, Math.min(box.w / s.camera.width, box.h / s.camera.height) * s.camera.zoom), { width: box.w, height: box.h });
  // The camera draws into the frame, not into a window of its own.
  const look = { ...look0, camera: shifted(cam, box), chosen: new Set(), chosenLine: () => false, focus: null, note: null, dim: null, types: s.types, faces: s.content.faces, least: cam.zoom < 0.35 ? 6.5 : 8, most: 13, fine: 10, letters: 30, room: 70, full: s.scene.nodes.length <= 1500, picture: note => pictureOf(note, () => {}) };
  pen.clip(box.x, box.y, box.w, box.h, () => draw(pen, s.scene, { ...s.content, annotated: options.notes }, look));
  drawLegend(pen, rows, rtl ? edge : W - edge - side, 52, side, look0);
  return { width: W, height: H };
}

function whole(s, box, options) {
  const made = camera();
  Object.assign(made, { width: box.w, height: box.h });
  const extra = options.notes ? s.content.annotations.flatMap(note => { const b = normal(note); return [{ x: b.x1, y: b.y1 }, { x: b.x2, y: b.y2 }]; }) : [];
  const all = boxOf([...s.scene.nodes, ...extra]);
  if (all) made.fit(all, 34, 1.4);
  return made;
}

function shifted(cam, box) {
  const made = { ...cam };
  made.toScreen = (x, y) => { const [sx, sy] = cam.toScreen(x, y); return [sx + box.x, sy + box.y]; };
  made.toWorld = (x, y) => cam.toWorld(x - box.x, y - box.y);
  made.width = box.w + box.x;
  made.height = box.h + box.y;
  return made;
}

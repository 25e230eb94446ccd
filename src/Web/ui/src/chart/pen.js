// One set of strokes for the screen, for pictures and for paper: a pen draws on a canvas or writes SVG. The drawing itself does not know which.
import { path } from "./icons.js";

const family = "UiLatin, UiArabic, sans-serif";
const dashes = { solid: [], dashed: [7, 4], dotted: [1.5, 3.5] };

export function canvasPen(g) {
  const stroke = style => {
    g.strokeStyle = style.stroke;
    g.lineWidth = style.width ?? 1;
    g.setLineDash(dashes[style.dash ?? "solid"]);
  };
  const paint = style => {
    if (style.fill) { g.fillStyle = style.fill; g.fill(); }
    if (style.stroke) { stroke(style); g.stroke(); }
  };
  const pen = {
    alpha(a) { g.globalAlpha = a; },
    line(x1, y1, x2, y2, style, cx, cy) {
      stroke(style);
      g.beginPath();
      g.moveTo(x1, y1);
      if (cx === undefined) g.lineTo(x2, y2); else g.quadraticCurveTo(cx, cy, x2, y2);
      g.stroke();
    },
    /** Many straight strokes of one look: [x1, y1, x2, y2][]. Some hundreds a path: one huge path is slower than its parts. */
    lines(list, style) {
      stroke(style);
      for (let from = 0; from < list.length; from += 300) {
        g.beginPath();
        for (let n = from; n < Math.min(list.length, from + 300); n++) { g.moveTo(list[n][0], list[n][1]); g.lineTo(list[n][2], list[n][3]); }
        g.stroke();
      }
    },
    circle(x, y, r, style) { g.beginPath(); g.arc(x, y, r, 0, 6.2832); paint(style); },
    rect(x, y, w, h, style, round = 0) { if (!style.stroke && !round) { g.fillStyle = style.fill; g.fillRect(x, y, w, h); return; } g.beginPath(); if (round) g.roundRect(x, y, w, h, round); else g.rect(x, y, w, h); paint(style); },
    poly(points, style, closed = true) {
      g.beginPath();
      points.forEach(([x, y], n) => (n ? g.lineTo(x, y) : g.moveTo(x, y)));
      if (closed) g.closePath();
      paint(style);
    },
    icon(d, x, y, size, fill) {
      g.save();
      g.translate(x - size / 2, y - size / 2);
      g.scale(size / 24, size / 24);
      g.fillStyle = fill;
      g.fill(path(d));
      g.restore();
    },
    measure(text, size, weight = 400) { g.font = `${weight} ${size}px ${family}`; return g.measureText(text).width; },
    /** align: start, middle or end of the drawing's own direction (x grows from start to end) */
    text(text, x, y, { size, weight = 400, fill, align = "middle", dir = "ltr", halo = null }) {
      g.font = `${weight} ${size}px ${family}`;
      g.direction = dir;
      g.textAlign = align === "middle" ? "center" : align === "start" ? "left" : "right";
      g.textBaseline = "alphabetic";
      if (halo) { g.strokeStyle = halo; g.lineWidth = 3; g.setLineDash([]); g.lineJoin = "round"; g.strokeText(text, x, y); }
      g.fillStyle = fill;
      g.fillText(text, x, y);
    },
    image(picture, x, y, w, h) { if (picture.complete && picture.naturalWidth) g.drawImage(picture, x, y, w, h); },
    clip(x, y, w, h, inner) { g.save(); g.beginPath(); g.rect(x, y, w, h); g.clip(); inner(); g.restore(); },
  };
  return pen;
}

const escape = text => String(text).replace(/[&<>"]/g, c => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "");
const n = value => Math.round(value * 100) / 100;

/** @param measuring a canvas context, only to know how wide a text is */
export function svgPen(measuring) {
  const out = [];
  let opacity = 1, clips = 0;
  const look = style => `fill="${style.fill ?? "none"}"${style.stroke ? ` stroke="${style.stroke}" stroke-width="${n(style.width ?? 1)}"` : ""}${style.dash && style.dash !== "solid" ? ` stroke-dasharray="${dashes[style.dash].join(" ")}"` : ""}${opacity < 1 ? ` opacity="${opacity}"` : ""}`;
  return {
    alpha(a) { opacity = a; },
    line(x1, y1, x2, y2, style, cx, cy) { out.push(`<path d="M${n(x1)} ${n(y1)}${cx === undefined ? "L" : `Q${n(cx)} ${n(cy)} `}${n(x2)} ${n(y2)}" ${look(style)}/>`); },
    lines(list, style) { if (list.length) out.push(`<path d="${list.map(([x1, y1, x2, y2]) => `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`).join("")}" ${look(style)}/>`); },
    circle(x, y, r, style) { out.push(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${look(style)}/>`); },
    rect(x, y, w, h, style, round = 0) { out.push(`<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}"${round ? ` rx="${round}"` : ""} ${look(style)}/>`); },
    poly(points, style, closed = true) { out.push(`<path d="M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join("L")}${closed ? "z" : ""}" ${look(style)}/>`); },
    icon(d, x, y, size, fill) { out.push(`<path d="${d}" transform="translate(${n(x - size / 2)} ${n(y - size / 2)}) scale(${n(size / 24)})" fill="${fill}"${opacity < 1 ? ` opacity="${opacity}"` : ""}/>`); },
    measure(text, size, weight = 400) { measuring.font = `${weight} ${size}px ${family}`; return measuring.measureText(text).width; },
    text(text, x, y, { size, weight = 400, fill, align = "middle", dir = "ltr", halo = null }) {
      // SVG's start and end turn with the direction of the text; the drawing's do not.
      const anchor = align === "middle" ? "middle" : (align === "start") === (dir !== "rtl") ? "start" : "end";
      const edge = halo ? ` paint-order="stroke" stroke="${halo}" stroke-width="3" stroke-linejoin="round"` : "";
      out.push(`<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}"${weight === 400 ? "" : ` font-weight="${weight}"`} direction="${dir}" unicode-bidi="embed" text-anchor="${anchor}" fill="${fill}"${edge}${opacity < 1 ? ` opacity="${opacity}"` : ""}>${escape(text)}</text>`);
    },
    image(picture, x, y, w, h) { out.push(`<image href="${escape(picture.src)}" x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" preserveAspectRatio="none"/>`); },
    clip(x, y, w, h, inner) {
      const id = `c${clips++}`;
      out.push(`<clipPath id="${id}"><rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}"/></clipPath><g clip-path="url(#${id})">`);
      inner();
      out.push("</g>");
    },
    /** @param scale points of the drawing in one point of paper */
    finish(width, height, title, unit = "") {
      return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}${unit}" height="${height}${unit}" viewBox="0 0 ${width} ${height}" font-family="${family}" role="img"><title>${escape(title)}</title>${out.join("\n")}</svg>`;
    },
  };
}

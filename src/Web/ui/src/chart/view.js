// The canvas: when to draw, how to stay quick while the officer moves, and what lies over the drawing (lasso, dragged items).
import { draw } from "./draw.js";
import { canvasPen } from "./pen.js";
import { tokens } from "./colours.js";
import { boxOf } from "./camera.js";
import { pictureOf } from "./notes.js";

const slow = 22; // a frame dearer than this is shown from its last picture while the view moves

export function view(s, place) {
  const base = place.appendChild(document.createElement("canvas"));
  const over = place.appendChild(document.createElement("canvas"));
  for (const canvas of [base, over]) canvas.setAttribute("aria-hidden", "true");
  const g = base.getContext("2d", { alpha: false }), top = over.getContext("2d");
  const pens = { base: canvasPen(g), over: canvasPen(top) };
  const still = document.createElement("canvas"), stillContext = still.getContext("2d", { alpha: false });
  let stillView = null, asked = 0, ratio = 1, cost = 0, colours = tokens(place), dark = false, rest = 0, moving = null, overlay = null, glide = null;
  const cam = s.camera;

  const look = () => ({
    camera: cam, colours, dark, chosen: s.chosen, focus: document.activeElement === place ? s.focus : null, note: s.note, dim: s.dim, types: s.types, t: s.t, faces: s.content.faces, direction: s.direction,
    chosenLine: line => line.ties.some(tie => s.chosenTies.has(tie.id)), least: 11, most: 14, fine: 13, letters: 30, room: 110, full: false, picture: note => pictureOf(note, () => ask()),
  });

  function clear(context, colour) {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (colour) { context.fillStyle = colour; context.fillRect(0, 0, cam.width, cam.height); } else context.clearRect(0, 0, cam.width, cam.height);
  }

  function paint() {
    asked = 0;
    if (glide) step();
    const quick = stillView && rest && cost > slow && !moving;
    if (quick) {
      // The last picture, shifted and scaled; the true drawing follows as soon as the view rests.
      clear(g, colours.ground);
      const k = cam.zoom / stillView.zoom;
      const [x, y] = cam.toScreen(stillView.x - cam.width / 2 / stillView.zoom, stillView.y - cam.height / 2 / stillView.zoom);
      g.drawImage(still, x, y, cam.width * k, cam.height * k);
    } else if (moving) {
      clear(g, colours.ground);
      if (moving.still) g.drawImage(still, 0, 0, cam.width, cam.height);
      else {
        draw(pens.base, part(node => !moving.ids.has(node.id)), s.content, look());
        keepStill();
        moving.still = true;
      }
    } else {
      const began = performance.now();
      clear(g, colours.ground);
      if (s.content.snap && cam.zoom > 0.3) squares();
      draw(pens.base, s.scene, s.content, look());
      // Strokes are carried out after this returns: what a frame costs is known when the next one begins.
      requestAnimationFrame(() => (cost = performance.now() - began - 12));
      if (cost > slow) keepStill(); else stillView = null;
    }
    clear(top);
    if (moving) draw(pens.over, s.scene, s.content, look(), node => moving.ids.has(node.id));
    overlay?.(pens.over, { colours, dark });
    if (glide) ask();
  }

  const part = keeps => ({ ...s.scene, nodes: s.scene.nodes.filter(keeps), lines: s.scene.lines.filter(line => keeps(line.from) && keeps(line.to)) });
  function keepStill() {
    if (still.width !== base.width || still.height !== base.height) { still.width = base.width; still.height = base.height; }
    stillContext.drawImage(base, 0, 0);
    stillView = { x: cam.x, y: cam.y, zoom: cam.zoom };
  }
  function squares() {
    const unit = 40, [x1, y1] = cam.toWorld(0, 0);
    for (let x = Math.ceil(x1 / unit) * unit; (x - cam.x) * cam.zoom < cam.width / 2; x += unit)
      for (let y = Math.ceil(y1 / unit) * unit; (y - cam.y) * cam.zoom < cam.height / 2; y += unit) { const [sx, sy] = cam.toScreen(x, y); pens.base.rect(sx - 0.75, sy - 0.75, 1.5, 1.5, { fill: colours.rule }); }
  }
  const ask = () => { if (!asked) asked = requestAnimationFrame(paint); };

  // Layout is shown as a movement, unless the officer's system asks for none; any key or click ends it.
  function step() {
    const part = Math.min(1, (performance.now() - glide.began) / glide.time), eased = 1 - (1 - part) ** 3;
    for (const node of s.scene.nodes) {
      const to = s.content.positions[node.id], from = glide.from[node.id];
      if (to && from) { node.x = from[0] + (to[0] - from[0]) * eased; node.y = from[1] + (to[1] - from[1]) * eased; }
    }
    if (part === 1) land();
  }
  function land() {
    if (!glide) return;
    glide = null;
    for (const node of s.scene.nodes) { const to = s.content.positions[node.id]; if (to) [node.x, node.y] = to; }
    s.scene.moved();
    ask();
  }

  const made = {
    ask, land, look, element: base,
    get gliding() { return glide !== null; },
    /** The view moves (pan, zoom): true drawing when it rests. */
    moved() { clearTimeout(rest); rest = setTimeout(() => { rest = 0; ask(); }, 140); ask(); s.emit("view"); },
    /** Items follow the pointer on their own layer until `lift(null)`. */
    lift(ids) { moving = ids ? { ids, still: false } : null; ask(); },
    over(drawn) { overlay = drawn; ask(); },
    glide(from, time = 450) { if (matchMedia("(prefers-reduced-motion: reduce)").matches || s.scene.nodes.length > 3000) return ask(); glide = { from, time, began: performance.now() }; ask(); },
    fit(ids) {
      const nodes = ids?.length ? ids.map(id => s.scene.byId.get(s.scene.stands(id))).filter(Boolean) : s.scene.nodes;
      // Where they go, not where a layout's movement shows them now.
      const box = boxOf(nodes.map(node => { const to = glide && s.content.positions[node.id]; return to ? { x: to[0], y: to[1] } : node; }));
      if (box) { cam.fit(box); made.moved(); }
    },
    centre(id) {
      const node = s.scene.byId.get(s.scene.stands(id));
      if (!node) return;
      [cam.x, cam.y] = [node.x, node.y];
      if (cam.zoom < 0.7) cam.zoom = 0.9;
      made.moved();
    },
    zoom(factor) { cam.zoomAt(cam.width / 2, cam.height / 2, factor); made.moved(); },
    get cost() { return cost; },
    dispose() { cancelAnimationFrame(asked); clearTimeout(rest); sizes.disconnect(); theme.disconnect(); offs.forEach(off => off()); },
  };

  let first = true;
  const sizes = new ResizeObserver(() => {
    const box = place.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return;
    ratio = Math.min(3, devicePixelRatio || 1);
    cam.width = box.width;
    cam.height = box.height;
    for (const canvas of [base, over]) { canvas.width = Math.round(box.width * ratio); canvas.height = Math.round(box.height * ratio); }
    stillView = null;
    if (first) {
      first = false;
      colours = tokens(place);
      if (s.content.view) Object.assign(cam, s.content.view); else made.fit();
    }
    if (moving) moving.still = false;
    paint();
  });
  sizes.observe(place);
  const retint = () => { colours = tokens(place); dark = document.documentElement.dataset.theme === "dark"; stillView = null; ask(); };
  const theme = new MutationObserver(retint);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  retint();
  const offs = [s.on("scene", () => { stillView = null; ask(); }), s.on("selection", ask), s.on("dim", ask), s.on("focus", ask)];
  for (const kind of ["focus", "blur"]) place.addEventListener(kind, ask);
  // Canvas text does not wait for a font: both are asked for before they are needed.
  Promise.all(["14px UiLatin", "600 14px UiLatin", "14px UiArabic", "600 14px UiArabic"].map(font => document.fonts.load(font, "aه"))).then(ask, ask);
  return made;
}

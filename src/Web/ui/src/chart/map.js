// The map of a chart: the same items, the same selection, where records say that they stand. It opens over the drawing, which keeps its own places and its own view.
import { boxOf, camera } from "./camera.js";
import { tokens } from "./colours.js";
import { ask, button, h } from "./dom.js";
import { project } from "./geo.js";
import { drawMap, size } from "./mapdraw.js";
import { menu } from "./menu.js";
import { canvasPen } from "./pen.js";
import { marks, standing } from "./spots.js";
import { mapPointer } from "./mappointer.js";

const widest = 0.015, closest = 3000; // screen points a kilometre
const nothing = { placed: [], without: [], marks: [] };

export function map(s, { context, open, close }) {
  const t = s.t, cam = camera(0, 0, 20, [widest, closest]);
  const canvas = h("canvas", { "aria-hidden": "true" });
  const place = h("div", { class: "chart-place chart-map-place", tabindex: "0", role: "application", dir: "ltr", "aria-label": t("map-drawing", { title: s.chart.title }), "aria-roledescription": t("map") }, canvas);
  const count = button("", () => open("places"), "small", { "aria-live": "polite", dir: s.direction });
  const bare = h("p", { class: "quiet", dir: s.direction }, t("map-bare"));
  const empty = h("div", { class: "panel empty chart-empty", dir: s.direction, hidden: true }, h("p", {}, t("map-empty")), h("p", { class: "quiet" }, t("map-empty-next")));
  const element = h("div", { class: "chart-map", dir: "ltr", hidden: true }, place, empty, h("div", { class: "chart-map-words" }, count, bare));
  const g = canvas.getContext("2d", { alpha: false }), pen = canvasPen(g), drawing = s.place;
  let known = null, members = "", found = nothing, zoomed = 0, asked = 0, colours = tokens(element), dark = false, fitted = false, focused = null, reading = 0;

  const at = mark => { const [x, y] = cam.toScreen(mark.x, mark.y); return [x + mark.dx, y + mark.dy]; };
  const look = () => ({ camera: cam, colours, dark, chosen: s.chosen, focus: null, focused: document.activeElement === place ? focused : null, dim: s.dim, types: s.types, t, faces: 0, direction: s.direction, least: 11, most: 13, fine: 99, letters: 30, full: false,
    byId: s.scene.byId, toScreen: (latitude, longitude) => cam.toScreen(...project(latitude, longitude)) });

  function paint() {
    asked = 0;
    if (element.hidden || cam.width < 2) return;
    if (zoomed !== cam.zoom) { zoomed = cam.zoom; found.marks = marks(found.placed, cam.zoom); }
    const ratio = Math.min(3, devicePixelRatio || 1);
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.fillStyle = colours.ground;
    g.fillRect(0, 0, cam.width, cam.height);
    drawMap(pen, found, look(), at);
  }
  const draw = () => { asked ||= requestAnimationFrame(paint); };

  /** Asked anew when other items stand on the chart; nothing is asked while the map is closed. */
  async function read() {
    const now = s.members().sort().join(" ");
    if (now !== members) {
      const turn = ++reading;
      const answer = s.members().length ? await ask(s, () => s.host.places(s.members()), t("working-map")) : { points: [], stands: [] };
      if (turn !== reading || !answer) return;
      [known, members] = [answer, now];
    }
    place.removeAttribute("aria-busy");
    lay();
  }
  function lay() {
    if (element.hidden || !known) return;
    found = { ...standing(s, known), marks: [] };
    zoomed = 0;
    empty.hidden = found.placed.length > 0;
    count.textContent = found.without.length ? t.count("without-place", found.without.length) : t("all-placed");
    if (!fitted && found.placed.length) { fitted = true; made.fit(); }
    s.emit("map", found);
    draw();
  }

  const made = {
    element, place, camera: cam,
    get shown() { return !element.hidden; },
    get found() { return found; },
    get marks() { return found.marks; },
    draw, at,
    moved: draw,
    toggle() {
      element.hidden = !element.hidden;
      drawing.hidden = made.shown;
      // What gives the focus back to the drawing gives it to the map.
      s.place = made.shown ? place : drawing;
      s.emit("map-shown");
      if (made.shown) { open("places"); read(); } else close("places");
      s.place.focus({ preventScroll: true });
    },
    fit(ids) {
      const wanted = ids?.length ? new Set(ids) : null;
      const box = boxOf(found.placed.filter(one => !wanted || wanted.has(one.id)).map(({ x, y }) => ({ x, y })), 0, 0);
      if (!box) return;
      cam.fit(box, 90, 30, 0.02);
      draw();
    },
    centre(id) {
      const one = found.placed.find(entry => entry.id === s.scene.stands(id) || entry.item.id === id);
      if (!one) return s.say(t("no-place", { item: s.caption(id) }));
      [cam.x, cam.y] = [one.x, one.y];
      focused = found.marks.find(mark => mark.entries.some(entry => entry.key === one.key))?.key ?? one.key;
      draw();
    },
    zoom(factor) { cam.zoomAt(cam.width / 2, cam.height / 2, factor); draw(); },
    hit: (x, y) => found.marks.findLast(mark => { const [mx, my] = at(mark); return Math.hypot(mx - x, my - y) <= size + 5; }) ?? null,
    /** One is chosen at a time, or added with Ctrl: a place chooses nobody who stands there. */
    press(mark, add) {
      focused = mark.key;
      if (mark.entries.length > 1) return list(mark, add);
      pick(mark.entries[0], add);
    },
    menu(mark, x, y) {
      if (mark.entries.length > 1) return list(mark, false);
      if (!s.chosen.has(mark.entries[0].id)) s.choose([mark.entries[0].id]);
      context(x, y, { node: s.scene.byId.get(mark.entries[0].id) });
    },
    /** @returns whether the key was the map's */
    key(event) {
      const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.code], add = event.ctrlKey || event.metaKey;
      const mark = found.marks.find(one => one.key === focused), box = place.getBoundingClientRect();
      if (way && add) { cam.pan(-way[0] * 60, -way[1] * 60); draw(); }
      else if (way) walk(mark, ...way);
      else if ((event.code === "ContextMenu" || (event.shiftKey && /Enter|F10/.test(event.code))) && mark) made.menu(mark, box.x + at(mark)[0] + 8, box.y + at(mark)[1] + 8);
      else if (/^(Numpad)?Enter$/.test(event.code) && mark) made.press(mark, add);
      else return false;
      return true;
    },
    dispose() { cancelAnimationFrame(asked); sizes.disconnect(); theme.disconnect(); offs.forEach(off => off()); },
  };

  function pick(entry, add) {
    const chosen = new Set(add ? s.chosen : []);
    if (!(add && chosen.delete(entry.id))) chosen.add(entry.id);
    s.choose(chosen);
  }
  function list(mark, add) {
    const box = place.getBoundingClientRect(), [x, y] = at(mark);
    menu(s, [{ head: mark.entries[0].point.caption }, ...mark.entries.map(entry => ({ label: `\u2068${entry.item.caption}\u2069`, note: entry.stand.how ?? "", checked: s.chosen.has(entry.id), run: () => pick(entry, add) }))], { x: box.x + x + 8, y: box.y + y + 8 });
  }
  function walk(from, dx, dy) {
    const [x, y] = from ? at(from) : [cam.width / 2, cam.height / 2];
    let best = null, least = Infinity;
    for (const mark of found.marks) {
      if (mark === from) continue;
      const [mx, my] = at(mark), along = (mx - x) * dx + (my - y) * dy, aside = Math.abs((mx - x) * dy) + Math.abs((my - y) * dx);
      const away = along + aside * 2;
      if ((along > 0 || !from) && Math.abs(away) < least) { best = mark; least = Math.abs(away); }
    }
    if (!best) return;
    focused = best.key;
    const [mx, my] = at(best);
    if (mx < 40 || my < 40 || mx > cam.width - 40 || my > cam.height - 40) [cam.x, cam.y] = [best.x, best.y];
    s.say(best.entries.length > 1 ? t.count("items", best.entries.length) : says(best.entries[0]));
    draw();
  }
  const says = entry => t("map-says", { item: entry.item.caption, type: s.type(entry.item.type), place: entry.stand.how ? `${entry.stand.how} ${entry.point.caption}` : entry.point.caption });

  mapPointer(s, made);
  const sizes = new ResizeObserver(() => {
    const box = place.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return;
    const first = cam.width < 2, ratio = Math.min(3, devicePixelRatio || 1);
    [cam.width, cam.height] = [box.width, box.height];
    [canvas.width, canvas.height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
    if (first) made.fit();
    draw();
  });
  sizes.observe(place);
  const retint = () => { colours = tokens(element); dark = document.documentElement.dataset.theme === "dark"; draw(); };
  const theme = new MutationObserver(retint);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const offs = [s.on("scene", () => { if (made.shown) read(); }), s.on("selection", draw), s.on("dim", draw), s.on("map-shown", retint)];
  for (const kind of ["focus", "blur"]) place.addEventListener(kind, draw);
  return made;
}

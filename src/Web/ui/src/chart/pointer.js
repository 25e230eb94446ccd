// Mouse, pen and fingers on the drawing.
import { course } from "./line.js";
import { distance } from "./grid.js";
import { inside, join } from "./algebra.js";
import { noteAt } from "./notes.js";
import { snapTo } from "./arrange.js";

/** @param act { expand(id), open(group), menu(x, y, what), offerJudge(a, b, x, y), editNote(id), drawn(note) } */
export function pointer(s, view, place, act) {
  const cam = s.camera, fingers = new Map();
  let gesture = null, spaced = false, tool = "rectangle";
  const where = event => { const box = place.getBoundingClientRect(); return [event.clientX - box.x, event.clientY - box.y]; };
  const nodeAt = (x, y) => s.scene.hits.at(...cam.toWorld(x, y), Math.max(4, s.scene.reach({ r: 20, size: 1 }, cam.zoom) - 20 * cam.zoom + 3) / cam.zoom);

  function lineAt(x, y) {
    if (s.scene.reach({ r: 20, size: 1 }, cam.zoom) < 3) return null;
    const look = { zoom: cam.zoom, reach: node => s.scene.reach(node, cam.zoom), at: node => cam.toScreen(node.x, node.y) };
    let best = null, least = 6;
    for (const line of s.scene.lines) {
      const [x1, y1] = look.at(line.from), [x2, y2] = look.at(line.to);
      if (x < Math.min(x1, x2) - 70 || x > Math.max(x1, x2) + 70 || y < Math.min(y1, y2) - 70 || y > Math.max(y1, y2) + 70) continue;
      const way = course(line, look);
      if (!way) continue;
      const chip = line.count > 1 && line.chip !== undefined && Math.hypot(line.chip[0] - x, line.chip[1] - y) < 14;
      const away = chip ? 0 : distance(x, y, way.x1, way.y1, way.x2, way.y2, way.cx, way.cy);
      if (away < least) { least = away; best = { line, chip }; }
    }
    return best;
  }

  const at = (x, y) => {
    const node = nodeAt(x, y);
    if (node) return { node };
    const note = s.content.annotated !== false ? noteAt(s.content.annotations, ...cam.toWorld(x, y), 5 / cam.zoom) : null;
    return note ? { note } : lineAt(x, y) ?? {};
  };

  place.addEventListener("pointerdown", event => {
    place.focus({ preventScroll: true });
    if (view.gliding) view.land();
    const [x, y] = where(event);
    fingers.set(event.pointerId, [x, y]);
    place.setPointerCapture(event.pointerId);
    if (fingers.size === 2) { drop(); gesture = { kind: "pinch" }; return; }
    if (event.button === 2) return;
    const found = at(x, y);
    const add = event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.button === 1 || spaced) gesture = { kind: "pan" };
    else if (tool in { box: 1, text: 1, arrow: 1 } && !s.readOnly) gesture = { kind: "note", from: cam.toWorld(x, y), to: cam.toWorld(x, y), note: tool };
    else if (found.node) pressNode(found.node, event, add);
    else if (found.note) pressNote(found.note, x, y);
    else if (found.line) { pressLine(found, add); return; }
    else gesture = event.pointerType === "touch" ? { kind: "pan", tap: true } : { kind: tool === "lasso" || event.altKey ? "lasso" : "rectangle", add, points: [[x, y]] };
    if (gesture) Object.assign(gesture, { x, y, x0: x, y0: y, far: false });
  });

  function pressNode(node, event, add) {
    const already = s.chosen.has(node.id);
    if (add) s.choose(toggled(node.id, event.shiftKey), s.chosenTies);
    else if (!already) s.choose([node.id]);
    s.focus = node.id;
    s.emit("focus");
    gesture = { kind: "drag", node, alone: already && !add, ids: s.chosen.has(node.id) ? [...s.chosen] : [node.id], shift: event.shiftKey };
  }
  const toggled = (id, keep) => { const made = new Set(s.chosen); if (made.has(id) && !keep) made.delete(id); else made.add(id); return made; };

  function pressNote(id, x, y) {
    const note = s.content.annotations.find(one => one.id === id);
    s.choose([]);
    s.note = id;
    s.emit("selection");
    const [ex, ey] = cam.toScreen(note.x2, note.y2);
    gesture = { kind: "move-note", id, note, resize: Math.hypot(ex - x, ey - y) < 12 };
  }

  function pressLine({ line, chip }, add) {
    const ids = line.ties.map(tie => tie.id);
    if (chip) s.change("unbundle", c => ({ ...c, unbundled: [...c.unbundled, line.pair] }));
    s.choose(add ? s.chosen : [], add ? [...s.chosenTies, ...ids] : ids);
  }

  place.addEventListener("pointermove", event => {
    const [x, y] = where(event);
    if (!gesture) { if (fingers.size === 0) hover(x, y); return; }
    if (gesture.kind === "pinch") return pinch(event.pointerId, x, y);
    fingers.set(event.pointerId, [x, y]);
    const [dx, dy] = [x - gesture.x, y - gesture.y];
    if (!gesture.far && Math.hypot(x - gesture.x0, y - gesture.y0) < 4) return;
    const begins = !gesture.far;
    gesture.far = true;
    [gesture.x, gesture.y] = [x, y];
    if (gesture.kind === "pan") { cam.pan(dx, dy); view.moved(); }
    else if (gesture.kind === "drag") drag(begins, x, y, begins ? x - gesture.x0 : dx, begins ? y - gesture.y0 : dy);
    else if (gesture.kind === "note") { gesture.to = cam.toWorld(x, y); band(); }
    else if (gesture.kind === "move-note") moveNote(x, y);
    else { gesture.points.push([x, y]); band(); }
  });

  function drag(begins, x, y, dx, dy) {
    if (begins) view.lift(new Set(gesture.ids));
    for (const id of gesture.ids) {
      const node = s.scene.byId.get(id);
      if (node) { node.x += dx / cam.zoom; node.y += dy / cam.zoom; }
    }
    s.scene.moved();
    gesture.onto = gesture.ids.length === 1 && s.host.judge && !s.readOnly ? under(gesture.ids[0], x, y) : null;
    view.over(gesture.onto ? (pen, { colours }) => { const [sx, sy] = cam.toScreen(gesture.onto.x, gesture.onto.y); pen.circle(sx, sy, gesture.onto.r * cam.zoom + 7, { stroke: colours.accent, width: 3, dash: "dashed" }); } : null);
  }
  function under(id, x, y) {
    const [wx, wy] = cam.toWorld(x, y);
    const moved = s.scene.byId.get(id);
    return s.scene.nodes.find(node => node.id !== id && node.item && moved.item && node.item.type === moved.item.type && Math.hypot(node.x - wx, node.y - wy) < node.r * 0.8) ?? null;
  }

  function moveNote(x, y) {
    const [wx, wy] = cam.toWorld(x, y), [x0, y0] = cam.toWorld(gesture.x0, gesture.y0), note = gesture.note;
    const [dx, dy] = [wx - x0, wy - y0];
    gesture.made = gesture.resize ? { ...note, x2: note.x2 + dx, y2: note.y2 + dy } : { ...note, x: note.x + dx, y: note.y + dy, x2: note.x2 + dx, y2: note.y2 + dy };
    s.content = { ...s.content, annotations: s.content.annotations.map(one => (one.id === note.id ? gesture.made : one)) };
    view.ask();
  }

  function band() {
    const { kind, points, from, to } = gesture;
    view.over((pen, { colours }) => {
      const style = { stroke: colours.accent, width: 1.5, dash: "dashed" };
      if (kind === "lasso") { pen.alpha(0.15); pen.poly(points, { fill: colours.accent }); pen.alpha(1); pen.poly(points, style); return; }
      const [x1, y1] = kind === "note" ? cam.toScreen(...from) : points[0], [x2, y2] = kind === "note" ? cam.toScreen(...to) : points.at(-1);
      if (kind === "note" && gesture.note === "arrow") return pen.line(x1, y1, x2, y2, style);
      pen.alpha(0.12);
      pen.rect(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1), { fill: colours.accent });
      pen.alpha(1);
      pen.rect(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1), style);
    });
  }

  function pinch(id, x, y) {
    const before = [...fingers.values()];
    fingers.set(id, [x, y]);
    const after = [...fingers.values()];
    const middle = list => [(list[0][0] + list[1][0]) / 2, (list[0][1] + list[1][1]) / 2];
    const apart = list => Math.hypot(list[0][0] - list[1][0], list[0][1] - list[1][1]) || 1;
    const [a, b] = [middle(before), middle(after)];
    cam.pan(b[0] - a[0], b[1] - a[1]);
    cam.zoomAt(b[0], b[1], apart(after) / apart(before));
    view.moved();
  }

  const up = event => {
    fingers.delete(event.pointerId);
    if (gesture?.kind === "pinch") { if (fingers.size === 0) gesture = null; return; }
    const done = gesture;
    gesture = null;
    if (!done) return;
    view.over(null);
    const [x, y] = where(event);
    if (done.kind === "drag") finishDrag(done, x, y);
    else if (done.kind === "note") { setTool("rectangle"); act.drawn(done.note, done.from, done.far ? done.to : [done.from[0] + 160, done.from[1] + (done.note === "arrow" ? 0 : 60)]); }
    else if (done.kind === "move-note" && done.made) { s.content = { ...s.content, annotations: s.content.annotations.map(one => (one.id === done.id ? done.note : one)) }; s.change("note-move", c => ({ ...c, annotations: c.annotations.map(one => (one.id === done.id ? done.made : one)) })); }
    else if (done.kind === "pan" && done.tap && !done.far) s.choose([]);
    else if (done.points) finishBand(done);
  };
  place.addEventListener("pointerup", up);
  place.addEventListener("pointercancel", event => { fingers.delete(event.pointerId); drop(); });

  function finishDrag(done, x, y) {
    if (!done.far) { if (done.alone) s.choose([done.node.id]); if (done.shift && s.chosen.size === 2) act.menu(...pageOf(x, y), { pair: [...s.chosen] }); return; }
    view.lift(null);
    const moved = {};
    for (const id of done.ids) {
      const node = s.scene.byId.get(id);
      if (!node) continue;
      const was = node.members ? null : s.content.positions[id];
      if (was) moved[id] = s.content.snap ? snapTo(node.x, node.y) : [Math.round(node.x * 10) / 10, Math.round(node.y * 10) / 10];
      else shiftGroup(node, moved);
    }
    s.change("move", c => ({ ...c, positions: { ...c.positions, ...moved } }));
    if (done.onto) act.offerJudge(done.ids[0], done.onto.id, ...pageOf(x, y));
  }
  function shiftGroup(node, moved) {
    const places = node.members.map(id => s.content.positions[id]);
    const dx = node.x - places.reduce((sum, p) => sum + p[0], 0) / places.length, dy = node.y - places.reduce((sum, p) => sum + p[1], 0) / places.length;
    for (const id of node.members) moved[id] = [s.content.positions[id][0] + dx, s.content.positions[id][1] + dy];
  }
  function finishBand(done) {
    if (!done.far) { if (!done.add) { s.note = null; s.choose([]); } return; }
    let ids;
    if (done.kind === "lasso") {
      const line = done.points.map(point => cam.toWorld(...point));
      ids = s.scene.nodes.filter(node => inside(node.x, node.y, line)).map(node => node.id);
    } else {
      const [x1, y1] = cam.toWorld(...done.points[0]), [x2, y2] = cam.toWorld(...done.points.at(-1));
      ids = s.scene.hits.in(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)).map(node => node.id);
    }
    s.choose(done.add ? join(s.chosen, ids) : ids);
  }
  function drop() { if (gesture?.kind === "drag" && gesture.far) { view.lift(null); s.rebuild(); } gesture = null; view.over(null); }

  const pageOf = (x, y) => { const box = place.getBoundingClientRect(); return [x + box.x, y + box.y]; };

  place.addEventListener("dblclick", event => {
    const found = at(...where(event));
    if (found.node?.group) act.open(found.node.id);
    else if (found.node) act.expand(found.node.id);
    else if (found.note) act.editNote(found.note);
    else if (!found.line) view.fit();
  });
  place.addEventListener("contextmenu", event => {
    event.preventDefault();
    const found = at(...where(event));
    if (found.node && !s.chosen.has(found.node.id)) s.choose([found.node.id]);
    if (found.line && !found.line.ties.some(tie => s.chosenTies.has(tie.id))) s.choose([], found.line.ties.map(tie => tie.id));
    act.menu(event.clientX, event.clientY, found);
  });
  place.addEventListener("wheel", event => {
    event.preventDefault();
    const [x, y] = where(event);
    const unit = event.deltaMode === 1 ? 20 : 1;
    if (event.shiftKey) cam.pan(-(event.deltaX || event.deltaY) * unit, 0);
    else cam.zoomAt(x, y, Math.exp(-Math.max(-200, Math.min(200, event.deltaY * unit)) * (event.ctrlKey ? 0.008 : 0.0016)));
    view.moved();
  }, { passive: false });

  function hover(x, y) {
    const found = spaced ? {} : at(x, y);
    const cursor = spaced ? "grab" : found.node ? "pointer" : found.note || found.line ? "pointer" : tool === "rectangle" ? "default" : "crosshair";
    if (place.style.cursor !== cursor) place.style.cursor = cursor;
    const title = found.node?.item ? `${found.node.item.caption}${found.node.item.grade?.words ? ` · ${found.node.item.grade.words}` : ""}` : found.line ? found.line.ties.map(tie => tie.caption).slice(0, 4).join(" · ") : "";
    if (place.title !== title) place.title = title;
  }
  function setTool(name) { tool = name; place.style.cursor = name === "rectangle" ? "default" : "crosshair"; s.emit("tool", name); }

  return { setTool, get tool() { return tool; }, space(on) { spaced = on; place.style.cursor = on ? "grab" : "default"; }, cancel: drop, get busy() { return gesture !== null; } };
}

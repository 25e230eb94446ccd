// Mouse, pen and fingers on the map: dragging moves the view. There is no lasso and no rectangle: nobody is selected by where a place lies (docs/decisions/0036).
export function mapPointer(s, map) {
  const { place, camera: cam } = map, fingers = new Map();
  let drag = null;
  const where = event => { const box = place.getBoundingClientRect(); return [event.clientX - box.x, event.clientY - box.y]; };

  place.addEventListener("pointerdown", event => {
    place.focus({ preventScroll: true });
    if (event.button === 2) return;
    const [x, y] = where(event);
    fingers.set(event.pointerId, [x, y]);
    place.setPointerCapture(event.pointerId);
    drag = fingers.size === 2 ? { pinch: true } : { x, y, x0: x, y0: y, far: false, mark: event.button === 0 ? map.hit(x, y) : null };
  });
  place.addEventListener("pointermove", event => {
    const [x, y] = where(event);
    if (!drag) return hover(x, y);
    if (drag.pinch) return pinch(event.pointerId, x, y);
    if (!drag.far && Math.hypot(x - drag.x0, y - drag.y0) < 4) return;
    drag.far = true;
    cam.pan(x - drag.x, y - drag.y);
    [drag.x, drag.y] = [x, y];
    fingers.set(event.pointerId, [x, y]);
    map.moved();
  });
  function pinch(id, x, y) {
    const before = [...fingers.values()];
    fingers.set(id, [x, y]);
    const after = [...fingers.values()];
    const middle = ([a, b]) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], apart = ([a, b]) => Math.hypot(a[0] - b[0], a[1] - b[1]) || 1;
    const [from, to] = [middle(before), middle(after)];
    cam.pan(to[0] - from[0], to[1] - from[1]);
    cam.zoomAt(...to, apart(after) / apart(before));
    map.moved();
  }
  place.addEventListener("pointerup", event => {
    fingers.delete(event.pointerId);
    const done = drag;
    drag = fingers.size ? drag : null;
    if (!done || done.pinch || done.far || event.button !== 0) return;
    if (done.mark) map.press(done.mark, event.ctrlKey || event.metaKey || event.shiftKey);
    else s.choose([]);
    map.draw();
  });
  place.addEventListener("pointercancel", event => { fingers.delete(event.pointerId); drag = null; });
  place.addEventListener("dblclick", event => { if (!map.hit(...where(event))) map.fit(); });
  place.addEventListener("contextmenu", event => {
    event.preventDefault();
    const mark = map.hit(...where(event));
    if (mark) map.menu(mark, event.clientX, event.clientY);
  });
  place.addEventListener("wheel", event => {
    event.preventDefault();
    cam.zoomAt(...where(event), Math.exp(-Math.max(-200, Math.min(200, event.deltaY * (event.deltaMode === 1 ? 20 : 1))) * (event.ctrlKey ? 0.008 : 0.0016)));
    map.moved();
  }, { passive: false });

  function hover(x, y) {
    const mark = map.hit(x, y), title = mark ? mark.entries.slice(0, 6).map(entry => `${entry.item.caption}${entry.stand.how ? ` · ${entry.stand.how}` : ""} · ${entry.point.caption}`).join("\n") : "";
    if (place.title !== title) place.title = title;
    place.style.cursor = mark ? "pointer" : "grab";
  }
}

// Keys by their place on the keyboard, so that they work on Arabic and Kurdish layouts; never inside text boxes; what is taken here goes no further.

const inText = target => target.closest?.("input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=range]), textarea, select, [contenteditable=''], [contenteditable=true], [role=slider]") != null;

export const pressed = event => `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${event.shiftKey ? "Shift+" : ""}${event.code.replace(/^Numpad([0-9])$/, "Digit$1").replace("NumpadAdd", "Equal").replace("NumpadSubtract", "Minus")}`;

/** A key as the help page shows it. */
export const shown = key => key.split("+").map(part => part.replace(/^Key|^Digit/, "").replace("Slash", "/").replace("Equal", "+").replace("Minus", "−").replace("Escape", "Esc").replace("Delete", "Del")).join("+").replace("Shift+/", "?");

const arrows = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** @param known the commands of commands.js */
export function keys(s, root, known, { tools, view, map, panels, pointer }) {
  const byKey = new Map();
  for (const command of known) for (const key of command.keys) {
    if (byKey.has(key)) throw new Error(`two commands on ${key}`);
    byKey.set(key, command);
  }
  // Nobody else has the focus: the page's keys go to the chart.
  const ours = target => root.contains(target) || target === document.body || target.id === "main" || target.tagName === "H1";

  function down(event) {
    if (event.isComposing || event.defaultPrevented || s.closeMenu || !ours(event.target) || inText(event.target) || document.querySelector("dialog[open], [data-trap]")) return;
    const key = pressed(event);
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && document.documentElement.dataset.keys === "off" && event.code !== "Escape" && !arrows[event.code]) return;
    if (view.gliding) view.land();
    if (event.code === "Escape") {
      if (pointer.busy) pointer.cancel();
      else if (pointer.tool !== "rectangle") pointer.setTool("rectangle");
      else if (s.dim) panels.clearSearch();
      else if (s.chosen.size + s.chosenTies.size > 0 || s.note) tools.none();
      else if (s.steps) tools.steps(0);
      else return;
      return take(event);
    }
    const onCanvas = event.target === s.place || !root.contains(event.target);
    if (map.shown && onCanvas && map.key(event)) return take(event);
    if (event.code === "Space" && onCanvas) { pointer.space(true); return take(event); }
    if (arrows[event.code] && onCanvas) {
      const [dx, dy] = arrows[event.code];
      if (event.shiftKey) tools.nudge(dx * 10, dy * 10);
      else if (event.ctrlKey || event.metaKey) { s.camera.pan(-dx * 60, -dy * 60); view.moved(); }
      else tools.walk(dx, dy);
      return take(event);
    }
    if (onCanvas && (event.code === "Enter" || event.code === "NumpadEnter")) {
      if (event.shiftKey || event.code === "NumpadEnter") panels.menuAtFocus();
      else if (s.focus) s.choose(event.ctrlKey ? toggled(s.focus) : [s.focus]);
      return take(event);
    }
    if (onCanvas && (event.code === "ContextMenu" || (event.shiftKey && event.code === "F10"))) { panels.menuAtFocus(); return take(event); }
    const command = byKey.get(key);
    if (!command || (event.repeat && !["undo", "redo", "closer", "further"].includes(command.id))) return;
    if (/^(Home|Delete)$/.test(event.code) && !onCanvas) return;
    take(event);
    if (command.when && !command.when()) return s.say(s.t("not-now", { command: s.t(`do-${command.id}`) }));
    command.run();
  }
  const toggled = id => { const made = new Set(s.chosen); if (!made.delete(id)) made.add(id); return made; };
  function take(event) { event.preventDefault(); event.stopPropagation(); }
  const up = event => { if (event.code === "Space") pointer.space(false); };
  // Before the page's own listener, which sits on the document too.
  window.addEventListener("keydown", down, true);
  window.addEventListener("keyup", up, true);
  return { dispose() { window.removeEventListener("keydown", down, true); window.removeEventListener("keyup", up, true); } };
}

// Every command of the chart: its menu, its keys, when it can be given. Menus, keyboard and help page are made from this list and from nothing else.
// Keys are physical (event.code). The first is the habit of other tools; where a browser may take it, a plain second one works as well.

/** @returns {{ id, menu, keys: string[], run, when?: () => boolean, checked?: () => boolean, writes?: true, needs?: string }[]} */
export function commands(s, { tools, records, view, map, panels, pointer, out }) {
  const some = () => s.chosen.size > 0, one = () => s.chosen.size === 1, two = () => s.chosen.size === 2, several = () => s.chosen.size > 1;
  const items = () => s.chosenItems();
  const c = (id, menu, keys, run, more = {}) => ({ id, menu, keys, run, ...more });
  const layouts = ["force", "stress", "hierarchy", "circle", "concentric", "grid", "time", "tidy"];

  return [
    c("all", "select", ["Ctrl+KeyA", "KeyA"], tools.all),
    c("none", "select", ["Escape"], tools.none),
    c("invert", "select", ["Ctrl+Alt+KeyA", "KeyV"], tools.invert),
    c("by-type", "select", ["KeyT"], () => panels.open("choose")),
    c("neighbours", "select", ["KeyB"], tools.neighbours, { when: some }),
    c("extend", "select", ["Shift+KeyB"], tools.extend, { when: some }),
    c("component", "select", ["KeyC"], tools.component, { when: some }),
    c("related", "select", ["Ctrl+Shift+KeyR", "KeyR"], tools.related, { when: some }),
    c("rectangle", "select", ["KeyQ"], () => pointer().setTool("rectangle"), { checked: () => pointer().tool === "rectangle" }),
    c("lasso", "select", ["KeyW"], () => pointer().setTool("lasso"), { checked: () => pointer().tool === "lasso" }),

    c("fit", "view", ["Home"], () => view.fit()),
    c("fit-chosen", "view", ["Ctrl+KeyF", "KeyF"], () => view.fit([...s.chosen]), { when: some }),
    c("closer", "view", ["Equal"], () => view.zoom(1.3)),
    c("further", "view", ["Minus"], () => view.zoom(1 / 1.3)),
    c("hide", "view", ["Ctrl+KeyH", "KeyH"], () => tools.hide(items()), { when: some }),
    c("hide-others", "view", ["Ctrl+Shift+KeyH", "Shift+KeyH"], tools.hideOthers, { when: some }),
    c("show-hidden", "view", ["KeyS"], tools.showAll, { when: () => s.content.hidden.length > 0 }),
    c("steps-1", "view", ["Digit1"], () => tools.steps(1), { when: some }),
    c("steps-2", "view", ["Digit2"], () => tools.steps(2), { when: some }),
    c("steps-3", "view", ["Digit3"], () => tools.steps(3), { when: some }),
    c("steps-0", "view", ["Digit0"], () => tools.steps(0), { when: () => s.steps !== null }),
    c("faces", "view", ["KeyO"], () => s.change("faces", content => ({ ...content, faces: (content.faces + 2) % 6 })), { checked: () => s.content.faces > 0 }),
    c("styles", "view", ["KeyY"], () => panels.open("styles")),
    c("legend", "view", ["Shift+KeyY"], () => panels.open("legend")),
    c("map", "view", ["Shift+KeyK"], () => map.toggle(), { checked: () => map.shown, needs: "places" }),
    c("strip", "view", ["KeyJ"], () => panels.strip()),
    c("heat", "view", ["Shift+KeyJ"], () => panels.open("heat")),
    c("activity", "view", ["KeyK"], () => panels.open("activity")),
    c("table", "view", ["KeyX"], () => panels.open("table")),
    c("steps-done", "view", ["Shift+KeyZ"], () => panels.open("steps")),

    c("pin", "arrange", ["KeyL"], () => tools.pin(items()), { when: some }),
    c("unpin", "arrange", ["Shift+KeyL"], () => tools.unpin(items()), { when: some }),
    ...layouts.map((name, n) => c(`layout-${name}`, "arrange", n === 0 ? ["KeyD"] : n === 7 ? ["Shift+KeyD"] : [], () => (name === "hierarchy" || name === "concentric" ? panels.open("layout", name) : tools.layout(name)))),
    c("align-x", "arrange", [], () => tools.align("x"), { when: several }),
    c("align-y", "arrange", [], () => tools.align("y"), { when: several }),
    c("align-circle", "arrange", [], tools.round, { when: several }),
    c("distribute-x", "arrange", [], () => tools.distribute("x"), { when: several }),
    c("distribute-y", "arrange", [], () => tools.distribute("y"), { when: several }),
    c("snap", "arrange", ["Shift+KeyS"], tools.snap, { checked: () => s.content.snap }),
    c("group", "arrange", ["Shift+KeyG"], () => tools.group(), { when: several }),
    c("group-leaves", "arrange", [], tools.groupLeaves),
    c("ungroup", "arrange", ["Shift+KeyU"], () => [...s.chosen].filter(id => s.scene.byId.get(id)?.group).forEach(tools.ungroup), { when: () => [...s.chosen].some(id => s.scene.byId.get(id)?.group) }),
    c("bundle", "arrange", [], tools.bundleAll, { when: () => s.content.unbundled.length > 0 }),

    c("search", "find", ["Slash"], () => panels.search()),
    c("expand", "find", ["Ctrl+KeyE", "KeyE"], () => panels.expand(items()), { when: some, needs: "expand" }),
    c("collapse", "find", ["Shift+KeyE"], () => records.collapse([...s.chosen][0]), { when: one }),
    c("path", "find", ["KeyP"], () => panels.open("path"), { when: several, needs: "path" }),
    c("common", "find", ["Shift+KeyP"], records.common, { when: several, needs: "common" }),
    c("similar", "find", ["Shift+KeyQ"], async () => { await records.similar(); panels.open("similar"); }, { needs: "similar" }),
    c("measures", "find", ["Shift+KeyM"], () => panels.open("measures"), { needs: "measure" }),
    c("inspect", "find", ["Ctrl+KeyI", "KeyI"], () => s.host.inspect([...s.chosen][0] ?? s.ties.get([...s.chosenTies][0])?.links[0]), { when: () => some() || s.chosenTies.size > 0, needs: "inspect" }),
    c("accept", "find", [], () => records.accept(s.chosen.size ? items().filter(id => s.items.get(id)?.state === "changed") : null), { when: () => s.fresh.size > 0 || [...s.items.values()].some(item => item.state === "changed"), writes: true, needs: "accept" }),

    c("note-text", "insert", ["Shift+KeyT"], () => pointer().setTool("text"), { writes: true }),
    c("note-box", "insert", ["Shift+KeyX"], () => pointer().setTool("box"), { writes: true }),
    c("note-arrow", "insert", ["Shift+KeyA"], () => pointer().setTool("arrow"), { writes: true }),
    c("note-picture", "insert", [], () => panels.picture(), { writes: true }),
    c("annotated", "insert", ["Shift+KeyN"], () => s.change("annotated", content => ({ ...content, annotated: !content.annotated })), { checked: () => s.content.annotated }),
    c("create-link", "insert", ["Shift+KeyC"], () => records.createLink(...items()), { when: two, writes: true, needs: "createLink" }),
    c("create-item", "insert", ["Shift+KeyW"], records.createItem, { writes: true, needs: "createItem" }),
    c("merge", "insert", ["KeyM"], () => records.judge(...items()), { when: () => two() || (one() && s.items.get(items()[0])?.records > 1), writes: true, needs: "judge" }),
    c("remove", "insert", ["Delete"], () => (s.note ? panels.removeNote() : records.remove(items())), { when: () => some() || s.note !== null }),

    c("undo", "edit", ["Ctrl+KeyZ", "KeyU"], () => s.undo(), { when: () => s.history.at > 0 }),
    c("redo", "edit", ["Ctrl+KeyY", "Shift+KeyR"], () => s.redo(), { when: () => s.history.at < s.history.steps.length }),
    c("combine", "insert", ["Shift+KeyO"], () => s.host.combine(), { writes: true, needs: "combine" }),
    c("new", "edit", ["Ctrl+KeyN", "KeyN"], () => s.host.create(), { needs: "create" }),

    c("print", "export", ["Ctrl+KeyP", "Shift+KeyI"], () => out.ask("print")),
    c("svg", "export", [], () => out.ask("svg")),
    c("png", "export", [], () => out.ask("png")),
    c("csv", "export", [], () => out.data("csv")),
    c("graphml", "export", [], () => out.data("graphml")),

    c("help", "help", ["Shift+Slash"], () => panels.help()),
  ].filter(command => (!command.needs || typeof s.host[command.needs] === "function") && !(command.writes && s.readOnly));
}

export const menus = ["select", "find", "view", "arrange", "insert", "export"];

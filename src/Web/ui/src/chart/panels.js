// Which panel stands beside the drawing, and what opens over it.
import { activityPanel } from "./activity.js";
import { tablePanel } from "./alltable.js";
import { annotator } from "./annotate.js";
import { choosePanel, layoutPanel } from "./choose.js";
import { chosenPanel } from "./chosen.js";
import { button, dialog, glyph, h } from "./dom.js";
import { expandDialog, quickExpand } from "./expand.js";
import { heatPanel } from "./heat.js";
import { help } from "./help.js";
import { legendPanel } from "./legend.js";
import { measuresPanel } from "./measures.js";
import { menu } from "./menu.js";
import { pathPanel } from "./paths.js";
import { placesPanel } from "./placespanel.js";
import { similarPanel } from "./similar.js";
import { stepsPanel } from "./steps.js";
import { stylesPanel } from "./stylespanel.js";

const makers = { chosen: chosenPanel, table: tablePanel, choose: choosePanel, layout: layoutPanel, styles: stylesPanel, legend: legendPanel, steps: stepsPanel, path: pathPanel, measures: measuresPanel, heat: heatPanel, activity: activityPanel, places: placesPanel, similar: similarPanel };

export function panels(s, parts) {
  const t = s.t, { view, records, tools, strip, finder } = parts;
  const notes = annotator(s, view);
  const side = h("aside", { class: "chart-side", "aria-label": t("side"), hidden: true });
  let shown = null, name = null;
  let known = [];
  const command = id => known.find(one => one.id === id);

  function open(which, what) {
    if (name === which && !what) { if (side.contains(document.activeElement)) return close(); focus(); return; }
    shown?.dispose();
    name = which;
    shown = makers[which](s, { ...parts, panels: me, command }, what);
    side.replaceChildren(h("header", {}, h("h2", { tabindex: "-1" }, shown.title), h("button", { type: "button", class: "icon-button", "aria-label": t("close"), onclick: close }, glyph("M19 6.400L17.600 5 12 10.600 6.400 5 5 6.400 10.600 12 5 17.600 6.400 19 12 13.400 17.600 19 19 17.600 13.400 12z"))), shown.element);
    side.classList.toggle("wide", shown.wide === true);
    side.classList.toggle("medium", shown.medium === true);
    side.hidden = false;
    side.dataset.panel = name;
    // Where nothing in it takes the focus, the panel itself does: it may be longer than its room.
    if (!shown.element.querySelector("button, input, select, [tabindex]")) shown.element.tabIndex = 0;
    s.emit("panel", name);
    if (which !== "chosen") focus();
  }
  const focus = () => side.querySelector("h2")?.focus({ preventScroll: true });
  function close() {
    const within = side.contains(document.activeElement);
    shown?.dispose();
    shown = name = null;
    side.hidden = true;
    side.replaceChildren();
    s.emit("panel", null);
    if (within) s.place.focus({ preventScroll: true });
  }
  side.addEventListener("keydown", event => { if (event.code === "Escape") { close(); event.stopPropagation(); event.preventDefault(); } });

  const entry = id => { const one = command(id); return one ? { label: t(`do-${id}`), keys: one.keys.length ? parts.shownKey(one.keys.at(-1)) : null, disabled: one.when ? !one.when() : false, run: one.run } : null; };
  const entries = ids => ids.map(id => (id === null ? null : entry(id))).filter((row, n, all) => row !== undefined && !(row === null && ids[n] !== null) && !(row === null && (n === 0 || all[n - 1] === null)));

  /** For what was clicked with the other button: neighbours by type with counts, before anything is fetched. */
  async function context(x, y, what) {
    if (what.pair) return menu(s, [{ head: t("pair") }, ...entries(["create-link", "merge", "path", "common"])], { x, y });
    if (what.line) return menu(s, [{ head: what.line.ties.map(tie => tie.caption).slice(0, 2).join(" · ") }, ...entries(["inspect"]),
      what.line.count > 1 ? { label: t("do-unbundle"), run: () => tools.unbundle(what.line.pair, true) } : what.line.key !== what.line.pair ? { label: t("do-bundle"), run: () => tools.unbundle(what.line.pair, false) } : null].filter(Boolean), { x, y });
    if (what.note) return menu(s, [{ label: t("note-edit"), run: () => notes.edit(what.note), disabled: s.readOnly }, { label: t("remove"), run: () => notes.remove(what.note), disabled: s.readOnly }], { x, y });
    if (!what.node) return menu(s, entries(["fit", "all", "invert", "show-hidden", null, "layout-force", "layout-tidy", null, "create-item", "combine", "similar", null, "note-text", "note-box", "note-arrow", null, "legend", "help"]), { x, y });
    if (what.node.group) return menu(s, [{ head: what.node.group.caption }, { label: t("group-open"), run: () => tools.openGroup(what.node.id) }, ...entries(["ungroup", "hide", "remove"]), { label: t("group-rename"), run: () => renameGroup(what.node.group) }], { x, y });
    const ids = s.chosenItems();
    const rows = () => entries(["expand", "collapse", "inspect", null, "neighbours", "extend", "component", null, "hide", "hide-others", "pin", "unpin", "group", null, "path", "common", "create-link", "merge", null, "remove"]);
    const head = { head: ids.length === 1 ? s.caption(ids[0]) : t.count("items", ids.length) };
    menu(s, [head, ...rows()], { x, y });
    if (!s.host.neighbourCounts || ids.length > 50) return;
    const counts = await s.host.neighbourCounts(ids).catch(() => null);
    // The menu may be gone by now, or another may be open.
    if (!counts?.groups?.length || !s.closeMenu) return;
    s.closeMenu(false);
    menu(s, [head, ...counts.groups.slice(0, 8).map(group => ({ label: t("expand-only", { what: s.types.get(group.itemType)?.plural ?? s.type(group.itemType), tie: s.type(group.tieType) }), note: t.number(group.count), run: () => records.expand(ids, { tieTypes: [group.tieType], itemTypes: [group.itemType], from: null, to: null, gradeAtLeast: null, most: 500, order: "most-connected", kin: true }) })), null, ...rows()], { x, y });
  }
  function renameGroup(group) {
    const input = h("input", { type: "text", value: group.caption, dir: "auto", "aria-label": t("group-rename"), maxlength: 80 });
    const made = dialog(s, t("group-rename"), input, [button(t("keep"), () => { made.close(); if (input.value.trim()) tools.rename(group.id, input.value.trim()); }, "filled"), button(t("cancel"), () => made.close(), "text")]);
    input.select();
  }

  const me = {
    side, open, close, entry, context, notes,
    get name() { return name; },
    use(list) { known = list; },
    strip() { strip.element.hidden = !strip.element.hidden; strip.refresh(); s.emit("panel", name); },
    search: () => finder.focus(),
    clearSearch: () => finder.clear(),
    expand: ids => expandDialog(s, records, ids),
    quickExpand: id => { if (s.host.expand) quickExpand(s, records, [id]); },
    help: () => help(s, known),
    picture: notes.picture,
    removeNote: () => notes.remove(),
    menuAtFocus() {
      const node = s.scene.byId.get(s.focus ?? [...s.chosen][0]);
      const box = s.place.getBoundingClientRect();
      if (node && !s.chosen.has(node.id)) s.choose([node.id]);
      const [x, y] = node ? s.camera.toScreen(node.x, node.y) : [box.width / 2, box.height / 2];
      context(box.x + x + 8, box.y + y + 8, node ? { node } : {});
    },
    offerJudge(a, b, x, y) {
      menu(s, [{ head: t("dropped", { a: s.caption(a), b: s.caption(b) }) }, { label: t("do-merge"), run: () => records.judge(a, b) }, { label: t("dropped-leave"), run() {} }], { x, y });
    },
    /** Someone else saved meanwhile. @returns "theirs", "copy", or null where nothing was decided */
    conflict(answer) {
      return new Promise(done => {
        let choice = null;
        const decide = what => () => { choice = what; made.close(); };
        const made = dialog(s, t("conflict"), h("p", {}, t("conflict-why", { who: answer.by ?? "", at: t.moment(answer.at) })), [
          button(t("conflict-theirs"), decide("theirs"), "filled", { id: "conflict-theirs" }), button(t("conflict-copy"), decide("copy"), "", { id: "conflict-copy" }), button(t("conflict-later"), () => made.close(), "text")], () => done(choice));
      });
    },
    dispose() { close(); },
  };
  return me;
}

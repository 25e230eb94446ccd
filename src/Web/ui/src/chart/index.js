// The link chart of the browser: what page and drawing say to each other stands in contract.md.
import { commands } from "./commands.js";
import { h } from "./dom.js";
import { exporter } from "./out.js";
import { finder as makeFinder } from "./find.js";
import { dotnetHost } from "./host.js";
import { keys, shown } from "./keys.js";
import { map as makeMap } from "./map.js";
import { panels as makePanels } from "./panels.js";
import { pointer as makePointer } from "./pointer.js";
import { records as makeRecords } from "./records.js";
import { saver as makeSaver } from "./saver.js";
import { load, state } from "./state.js";
import { strip as makeStrip } from "./strip.js";
import { toolbar as makeToolbar } from "./toolbar.js";
import { tools as makeTools } from "./tools.js";
import { view as makeView } from "./view.js";

/** @returns a handle; see contract.md */
export function mount(element, options, host) {
  const s = state(options, host), t = s.t;
  s.root = element;
  element.classList.add("chart");
  element.dir = options.direction;

  const place = (s.place = h("div", { class: "chart-place", tabindex: "0", role: "application", dir: "ltr", "aria-label": t("drawing", { title: s.chart.title }), "aria-roledescription": t("chart") }));
  const said = h("p", { class: "chart-said", role: "status", "aria-live": "polite" });
  const refused = h("div", { class: "chart-refused notice", role: "alert", hidden: true });
  const working = h("p", { class: "chart-working", role: "status", hidden: true });
  const emptyWord = h("div", { class: "panel empty chart-empty", hidden: true }, h("p", {}, t("empty")), h("p", { class: "quiet" }, t("empty-next")));
  const view = makeView(s, place);
  const map = makeMap(s, { context: (...where) => panels.context(...where), open: name => panels.open(name), close: name => panels.name === name && panels.close() });
  // Whoever looks for an item looks where it is drawn now.
  const eye = Object.assign(Object.create(view), Object.fromEntries(["fit", "centre", "zoom"].map(name => [name, what => (map.shown ? map : view)[name](what)])));
  const body = h("div", { class: "chart-body" }, h("div", { class: "chart-stage" }, place, map.element, emptyWord, working, refused, said));
  const tools = makeTools(s, view), records = makeRecords(s, tools), strip = makeStrip(s), finder = makeFinder(s, { view: eye }), out = exporter(s);
  s.stripHidden = () => strip.element.hidden;
  let pointer = null;
  const panels = makePanels(s, { view: eye, map, tools, records, strip, finder, shownKey: shown });
  pointer = makePointer(s, view, place, { expand: panels.quickExpand, open: tools.openGroup, menu: panels.context, offerJudge: panels.offerJudge, editNote: panels.notes.edit, drawn: panels.notes.drawn });
  const known = commands(s, { tools, records, view: eye, map, panels, pointer: () => pointer, out });
  panels.use(known);
  const bar = makeToolbar(s, known, { finder, panels });
  body.append(panels.side);
  element.replaceChildren(bar.element, body, strip.element);
  const saver = makeSaver(s, panels.conflict);
  const board = keys(s, element, known, { tools, view, map, panels, pointer });

  let fading = 0, telling = 0;
  const offs = [
    s.on("say", text => { said.textContent = text; clearTimeout(fading); fading = setTimeout(() => (said.textContent = ""), 6000); }),
    s.on("refused", text => { refused.hidden = !text; if (text) refused.replaceChildren(h("p", {}, text), h("button", { type: "button", class: "button text", onclick: () => { refused.hidden = true; place.focus(); } }, t("close"))); }),
    s.on("working", text => { working.hidden = !text; working.textContent = text ?? ""; element.setAttribute("aria-busy", String(Boolean(text))); }),
    s.on("scene", () => { emptyWord.hidden = map.shown || s.scene.nodes.length > 0; }),
    s.on("map-shown", () => { emptyWord.hidden = map.shown || s.scene.nodes.length > 0; bar.refresh(); }),
    // Who does not see the drawing hears where the focus stands.
    s.on("focus", () => { const node = s.scene.byId.get(s.focus); if (node) s.say(node.item ? t("focus-says", { item: node.item.caption, type: s.type(node.item.type), links: t.count("links-here", s.scene.links(node.id)) }) : node.group.caption); view.ask(); }),
    s.on("selection", () => { clearTimeout(telling); telling = setTimeout(() => s.host.selected?.(s.chosenItems()), 150); tell(); if (!panels.name && (s.chosen.size > 1)) panels.open("chosen"); }),
    s.on("saved", () => tell()),
  ];
  let told = "";
  function tell() {
    const { dirty, saving } = saver.state, now = { items: s.scene.shown.size, ties: s.scene.ties.length, selected: s.chosen.size, dirty, saving };
    if (JSON.stringify(now) !== told) { told = JSON.stringify(now); s.host.changed?.(now); }
  }
  emptyWord.hidden = s.scene.nodes.length > 0;
  // A chart that was never laid out gets places that can be read.
  if (s.placeless.length > 0) settle();
  async function settle() {
    const fresh = s.placeless.length < s.members().length;
    await tools.layout(fresh ? "tidy" : "force", fresh ? { only: s.placeless } : {});
    s.history.clear();
    s.emit("content");
    view.fit();
  }

  return {
    select: ids => s.choose(ids.map(s.scene.stands).filter(id => s.scene.byId.has(id))),
    selection: () => s.chosenItems(),
    centre: id => view.centre(id),
    apply: records.apply,
    judged: records.judged,
    combine: records.combine,
    add: (items, ties, positions) => records.add("combine", { items, ties }, null, positions),
    content: () => ({ ...s.content, view: s.camera.view }),
    save: () => saver.save(),
    /** What a colleague kept, unless something of one's own is under way. */
    taken: chart => !pointer.busy && saver.taken(chart),
    setChart(chart) { load(s, chart); saver.restart(chart); s.emit("content"); s.emit("selection"); view.fit(); },
    run(id) { const command = known.find(one => one.id === id); if (command && (!command.when || command.when())) command.run(); },
    svg: (facts = {}, choices = { paper: "a4", whole: true, notes: true }) => out.svgOf(facts, choices),
    state: () => ({ ...saver.state, steps: s.history.steps.length, at: s.history.at, frame: view.cost, items: s.scene.shown.size, ties: s.scene.ties.length }),
    /** Where an item stands on the page, for a test that drags it. */
    placeOf(id) { const node = s.scene.byId.get(s.scene.stands(id)), box = place.getBoundingClientRect(); if (!node) return null; const [x, y] = s.camera.toScreen(node.x, node.y); return { x: x + box.x, y: y + box.y, r: node.r * s.camera.zoom }; },
    async dispose() {
      clearTimeout(fading);
      clearTimeout(telling);
      const last = saver.dispose();
      for (const part of [board, bar, panels, strip, finder, map, view]) part.dispose();
      s.closeMenu?.(false);
      offs.forEach(off => off());
      element.replaceChildren();
      await last;
    },
  };
}

/** The same over a DotNetObjectReference. @param options as in mount, and `answers`: the names of what the page answers */
export const mountFor = (element, options, target) => mount(element, options, dotnetHost(target, options.answers ?? []));

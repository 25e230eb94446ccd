// What an officer does with items that are there: choose, hide, pin, lay out, line up, group, mark.
import * as algebra from "./algebra.js";
import { align, apart, circle, distribute, snapTo } from "./arrange.js";
import { ask } from "./dom.js";
import { times } from "./dates.js";

export function tools(s, view) {
  const ids = () => s.scene.nodes.map(node => node.id);
  const near = id => new Set([...(s.scene.byId.get(id)?.members ?? [id])].flatMap(one => [...s.scene.near(one)].map(s.scene.stands)).filter(other => other !== id));
  const places = list => list.filter(id => s.content.positions[id]).map(id => [id, ...s.content.positions[id]]);
  const put = (label, moved) => {
    const before = Object.fromEntries(s.scene.nodes.map(node => [node.id, [node.x, node.y]]));
    const changed = s.change(label, c => ({ ...c, positions: { ...c.positions, ...Object.fromEntries(moved.map(([id, x, y]) => [id, [Math.round(x * 10) / 10, Math.round(y * 10) / 10]])) } }));
    if (changed) view.glide(before);
    return changed;
  };

  const me = {
    near,
    all: () => s.choose(ids(), s.scene.ties.map(tie => tie.id)),
    none: () => { s.note = null; s.choose([]); },
    invert: () => s.choose(algebra.invert(ids(), s.chosen)),
    byType: type => s.choose(s.scene.nodes.filter(node => node.item?.type === type).map(node => node.id)),
    byTieType: type => { const found = s.scene.ties.filter(tie => tie.type === type); s.choose(found.flatMap(tie => [tie.source, tie.target]).map(s.scene.stands), found.map(tie => tie.id)); },
    byLinks: (op, n) => s.choose(algebra.byLinks(ids(), s.scene.links, op, n)),
    neighbours: () => s.choose(algebra.neighbours(s.chosen, near)),
    extend: () => s.choose(algebra.within(s.chosen, near, 1)),
    component: () => s.choose(algebra.component(s.chosen, near)),
    related() { const all = algebra.within(s.chosen, near, 1); s.choose(all, s.scene.ties.filter(tie => all.has(s.scene.stands(tie.source)) && all.has(s.scene.stands(tie.target))).map(tie => tie.id)); },

    steps(n) {
      if (n === 0) return s.setStep(null);
      if (s.chosen.size === 0) return s.say(s.t("choose-first"));
      // Over the whole chart, not over what an earlier press left of it.
      const chosen = new Set(s.chosenItems());
      s.steps = null;
      s.rebuild();
      s.setStep(algebra.within(chosen, s.scene.near, n));
      s.choose([...chosen].map(s.scene.stands));
    },
    hide(list) { const gone = new Set(list); s.change("hide", c => ({ ...c, hidden: [...new Set([...c.hidden, ...gone])] })); },
    hideOthers() { const kept = new Set(s.chosenItems()); s.change("hide-others", c => ({ ...c, hidden: Object.keys(c.positions).filter(id => !kept.has(id)) })); },
    showAll() { s.change("show-hidden", c => ({ ...c, hidden: [] })); },
    pin(list) { s.change("pin", c => ({ ...c, pins: [...new Set([...c.pins, ...list])] })); },
    unpin(list) { const gone = new Set(list); s.change("unpin", c => ({ ...c, pins: c.pins.filter(id => !gone.has(id)) })); },

    align: axis => put(`align-${axis}`, align(places(s.chosenItems()), axis)),
    distribute: axis => put(`distribute-${axis}`, distribute(places(s.chosenItems()), axis)),
    round: () => put("align-circle", circle(places(s.chosenItems()))),
    snap() {
      const on = !s.content.snap, list = s.chosen.size ? s.chosenItems() : [];
      s.change("snap", c => ({ ...c, snap: on }));
      if (on && list.length) put("snap", places(list).map(([id, x, y]) => [id, ...snapTo(x, y)]));
      view.ask();
    },

    /**
     * @param options { only: ids that move, quiet: no step of its own word, join: part of the step before, measure, flow, root }
     */
    async layout(method, { only = null, join = false, measure = null, flow = "down" } = {}) {
      const drawn = [...s.scene.shown];
      const list = only ?? (s.chosen.size > 1 ? s.chosenItems() : drawn);
      const free = new Set(list), pins = new Set(s.content.pins);
      const index = new Map(drawn.map((id, n) => [id, n]));
      const request = {
        method, seed: 1, flow, ideal: 130, size: 20,
        nodes: drawn, positions: drawn.map(id => (only && method === "force" && !join ? null : s.content.positions[id])), fixed: drawn.map(id => pins.has(id) || !free.has(id)),
        edges: s.scene.ties.map(tie => [index.get(tie.source), index.get(tie.target), tie.strength ?? 0.5]), types: drawn.map(id => s.items.get(id).type),
        values: drawn.map(id => (method === "time" ? times(s.items.get(id), s.axis)[0]?.[0] ?? firstOfTies(id) : method === "concentric" ? s.measures.get(measure)?.values?.[id]?.value ?? s.scene.links(id) : null)),
        root: [...s.chosen].map(id => index.get(id)).find(n => n !== undefined) ?? null,
      };
      const answer = await ask(s, () => s.host.layout(request), s.t("working-layout"));
      if (!answer?.positions) return;
      const moved = drawn.map((id, n) => [id, ...answer.positions[n]]).filter(([id], n) => !request.fixed[n]);
      if (!join) put(`layout-${method}`, moved);
      else settle(moved, pins);
      if (!only && s.chosen.size < 2) view.fit();
    },

    group(list = s.chosenItems()) {
      const kept = new Set(s.content.pins);
      const members = list.filter(id => !kept.has(id) && !important(id));
      if (members.length < 2) return s.say(s.t("group-few"));
      const type = s.items.get(members[0]).type, same = members.every(id => s.items.get(id).type === type);
      addGroups([{ members, caption: same ? s.types.get(type)?.plural ?? s.type(type) : s.t("group-mixed"), type }], "group");
      if (members.length < list.length) s.say(s.t.count("group-kept", list.length - members.length));
    },
    groupLeaves() {
      const kept = new Set([...s.content.pins, ...s.content.groups.filter(group => !group.open).flatMap(group => group.members)]);
      const found = algebra.leaves(s.scene.shown, s.scene.near, id => s.items.get(id).type, id => kept.has(id) || important(id));
      if (found.length === 0) return s.say(s.t("group-none"));
      addGroups(found.map(group => ({ ...group, caption: s.t("group-of", { types: s.types.get(group.type)?.plural ?? s.type(group.type), item: s.caption(group.hub) }) })), "group-leaves");
    },
    openGroup(id, open = true) { s.change(open ? "group-open" : "group-close", c => ({ ...c, groups: c.groups.map(group => (group.id === id ? { ...group, open } : group)) })); },
    ungroup(id) { s.change("ungroup", c => ({ ...c, groups: c.groups.filter(group => group.id !== id) })); },
    rename(id, caption) { s.change("group-name", c => ({ ...c, groups: c.groups.map(group => (group.id === id ? { ...group, caption } : group)) })); },

    unbundle(pair, on) { s.change(on ? "unbundle" : "bundle", c => ({ ...c, unbundled: on ? [...new Set([...c.unbundled, pair])] : c.unbundled.filter(one => one !== pair) })); },
    bundleAll() { s.change("bundle", c => ({ ...c, unbundled: [] })); },
    nudge(dx, dy) { const list = s.chosenItems(); if (list.length) s.change("move", c => ({ ...c, positions: { ...c.positions, ...Object.fromEntries(places(list).map(([id, x, y]) => [id, [x + dx, y + dy]])) } })); },

    /** The nearest item in a direction of the drawing, from the one that has the focus. */
    walk(dx, dy) {
      const from = s.scene.byId.get(s.focus ?? [...s.chosen][0]) ?? { x: s.camera.x, y: s.camera.y, id: null };
      let best = null, least = Infinity;
      for (const node of s.scene.nodes) {
        if (node.id === from.id) continue;
        const along = (node.x - from.x) * dx + (node.y - from.y) * dy, across = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
        if (along <= 0 && from.id) continue;
        const far = from.id ? along + across * 2.2 : Math.hypot(node.x - from.x, node.y - from.y);
        if (far < least) { least = far; best = node; }
      }
      if (best) me.focus(best.id);
    },
    focus(id) {
      s.focus = id;
      const node = s.scene.byId.get(id), [x, y] = s.camera.toScreen(node.x, node.y);
      if (x < 40 || y < 40 || x > s.camera.width - 40 || y > s.camera.height - 40) view.centre(id);
      s.emit("focus");
    },
  };

  /** What is flagged, changed or of the best grade is never swallowed by a group. */
  const important = id => { const item = s.items.get(id); return (item.flags ?? []).length > 0 || item.state === "changed" || item.grade?.rank === 0; };
  function addGroups(list, label) {
    const taken = new Set(list.flatMap(group => group.members));
    const stamp = s.content.groups.reduce((most, group) => Math.max(most, Number(/^group-(\d+)$/.exec(group.id)?.[1] ?? 0)), 0);
    s.change(label, c => ({ ...c, groups: [...c.groups.map(group => ({ ...group, members: group.members.filter(id => !taken.has(id)) })).filter(group => group.members.length > 1),
      ...list.map((group, n) => ({ id: `group-${stamp + n + 1}`, caption: group.caption, members: group.members, type: group.type, open: false }))] }));
  }
  function firstOfTies(id) {
    let first = null;
    for (const tie of s.scene.ties) if (tie.source === id || tie.target === id) { const at = times(tie, s.axis)[0]?.[0]; if (at !== undefined && (first === null || at < first)) first = at; }
    return first;
  }
  /** Joins the step before: what was just added finds its place, nothing else moves, and one undo takes all of it back. */
  function settle(moved, pins) {
    const fixed = new Set(moved.map(([id]) => id));
    const nodes = [...s.scene.shown].map(id => ({ id, fixed: !fixed.has(id) || pins.has(id) }));
    const at = Object.fromEntries(moved.map(([id, x, y]) => [id, [x, y]]));
    const clear = apart(nodes.map(node => { const [x, y] = at[node.id] ?? s.content.positions[node.id]; return { x, y, fixed: node.fixed }; }));
    const before = Object.fromEntries(s.scene.nodes.map(node => [node.id, [node.x, node.y]]));
    const positions = { ...s.content.positions };
    nodes.forEach((node, n) => { if (!node.fixed) positions[node.id] = clear[n].map(v => Math.round(v * 10) / 10); });
    const after = { ...s.content, positions };
    s.history.amend(s.content, after);
    s.set(after);
    view.glide(before);
  }
  return me;
}

// What brings records onto the chart and takes them off: expand, collapse, path, common neighbours, links, merges, accepted changes.
// Nothing here changes the register but createLink, createItem, judge and accept, which the page's own forms do.
import { ask } from "./dom.js";
import { spiral } from "./state.js";

export const threshold = 500;

export function records(s, tools) {
  /** Puts records on the chart as one step; those that are new get a place, those that are there keep theirs. */
  function add(label, answer, around = null, positions = {}) {
    s.learn(answer);
    const known = s.content.positions;
    const fresh = (answer.items ?? []).map(item => item.id).filter(id => !(id in known));
    const lines = (answer.ties ?? []).map(tie => tie.id);
    const at = around && known[around] ? known[around] : middle();
    const busy = around ? [...s.scene.near(around)].length : 0;
    const placed = {};
    fresh.forEach((id, n) => (placed[id] = positions[id] ?? near(at, n, fresh.length, busy)));
    const changed = s.change(label, c => {
      const ties = new Set(c.ties);
      for (const id of lines) ties.add(id);
      // What was hidden and is asked for again is shown.
      const asked = new Set((answer.items ?? []).map(item => item.id));
      return { ...c, positions: { ...c.positions, ...placed }, ties: ties.size === c.ties.length ? c.ties : [...ties], hidden: c.hidden.filter(id => !asked.has(id)) };
    });
    if (!changed) s.rebuild();
    return fresh;
  }
  function middle() {
    const all = s.scene.nodes;
    return all.length ? [all.reduce((sum, n) => sum + n.x, 0) / all.length, all.reduce((sum, n) => sum + n.y, 0) / all.length] : [0, 0];
  }
  /** On a ring around the one that was expanded; on the free side of it the layout will sort them. */
  function near([x, y], n, count, busy) {
    if (count > 40) { const [dx, dy] = spiral(n + 4, 80); return [x + dx, y + dy]; }
    const angle = (2 * Math.PI * n) / Math.max(count, 3) + busy * 0.7, far = 120 + Math.max(0, count - 8) * 8;
    return [Math.round(x + far * Math.cos(angle)), Math.round(y + far * Math.sin(angle))];
  }

  const me = {
    add,
    /** @param conditions see contract.md */
    async expand(ids, conditions) {
      const answer = await ask(s, () => s.host.expand(ids, { ...conditions, onChart: s.members() }), s.t("working-expand"));
      if (!answer) return null;
      const fresh = add("expand", answer, ids.length === 1 ? ids[0] : null);
      for (const id of ids) {
        const item = s.items.get(id);
        if (item && conditions.all) item.hiddenNeighbours = 0;
      }
      if (fresh.length) { s.choose(fresh); await tools.layout("force", { only: fresh, quiet: true, join: true }); }
      s.say(answer.total > answer.taken ? s.t("expanded-part", { taken: answer.taken, total: answer.total }) : s.t.count("expanded", fresh.length));
      return fresh;
    },
    /** Puts what came into one bubble a type, so that much does not bury what was there. */
    groupNew(fresh) {
      const types = new Map();
      for (const id of fresh) { const type = s.items.get(id)?.type; if (type) types.set(type, [...(types.get(type) ?? []), id]); }
      for (const list of types.values()) if (list.length > 1) tools.group(list);
    },
    /** Takes off the neighbours that hang on this one alone; everything else stays. */
    collapse(id) {
      const alone = [...s.scene.near(id)].filter(other => [...neighboursOnChart(other)].every(third => third === id) && !s.content.pins.includes(other));
      if (alone.length === 0) return s.say(s.t("collapse-none"));
      me.remove(alone, "collapse");
      s.say(s.t.count("collapsed", alone.length));
    },
    remove(ids, label = "remove") {
      // The records that are joined here keep a place of their own; they go together.
      const gone = new Set(ids.flatMap(id => [id, ...(s.items.get(id)?.joined ?? [])]));
      s.change(label, c => {
        const positions = { ...c.positions };
        for (const id of gone) delete positions[id];
        return { ...c, positions, ties: c.ties.filter(id => { const tie = s.ties.get(id); return tie && !gone.has(tie.source) && !gone.has(tie.target); }), pins: c.pins.filter(id => !gone.has(id)), hidden: c.hidden.filter(id => !gone.has(id)),
          groups: c.groups.map(group => ({ ...group, members: group.members.filter(id => !gone.has(id)) })).filter(group => group.members.length > 1) };
      });
    },
    async common() {
      const ids = s.chosenItems();
      const answer = await ask(s, () => s.host.common(ids), s.t("working-common"));
      if (!answer) return;
      const found = answer.items ?? [];
      if (found.length === 0) return s.say(s.t("common-none"));
      const cut = answer.total > found.length;
      add("common", answer);
      // Between those that they join, not in the middle of everything.
      const moved = {};
      for (const item of found) {
        const joined = (answer.joins?.[item.id] ?? []).map(id => s.content.positions[id]).filter(Boolean);
        if (joined.length && !s.content.pins.includes(item.id)) moved[item.id] = [joined.reduce((t, p) => t + p[0], 0) / joined.length, joined.reduce((t, p) => t + p[1], 0) / joined.length];
      }
      const between = { ...s.content, positions: { ...s.content.positions, ...moved } };
      s.history.amend(s.content, between);
      s.set(between);
      await tools.layout("tidy", { only: found.map(item => item.id), quiet: true, join: true });
      s.choose(found.map(item => item.id));
      s.say(cut ? s.t("common-part", { taken: found.length, total: answer.total }) : s.t.count("common-found", found.length));
    },
    async createLink(a, b) {
      const answer = await ask(s, () => s.host.createLink(a, b));
      if (answer?.notice) s.say(answer.notice);
      if (answer?.ties?.length) { add("link", answer); s.choose([a, b], answer.ties.filter(tie => tie.id === answer.made).map(tie => tie.id)); }
    },
    async createItem() {
      const answer = await ask(s, () => s.host.createItem());
      if (answer?.notice) s.say(answer.notice);
      if (answer?.items?.length) { const fresh = add("item", answer); s.choose(fresh); }
    },
    /** Two that could be one, or one that is joined: the page's sheet. */
    async judge(a, b = s.items.get(a)?.joined?.[0]) {
      const answer = await ask(s, () => s.host.judge(a, b));
      if (answer) me.judged(answer);
    },
    /** What people judged is no step of the chart: it stands in the register until it is taken back there. Who is joined keeps a place for the day of being apart. */
    judged(answer) {
      if (!answer.items && !answer.removed) return;
      const places = {};
      for (const item of answer.items ?? []) {
        if (s.content.positions[item.id]) continue;
        const [x, y] = [...(item.joined ?? []), ...(answer.items ?? []).map(one => one.id)].map(id => s.content.positions[id]).find(Boolean) ?? middle();
        places[item.id] = (answer.removed ?? []).length ? [x, y] : [x + 60, y + 60];
      }
      for (const id of answer.removed ?? []) s.items.delete(id);
      add("merge", answer, null, places);
      for (const pair of s.similar ?? []) pair.judged = (answer.items ?? []).some(item => [pair.one, pair.other].includes(item.id) || (item.joined ?? []).some(id => id === pair.one || id === pair.other));
      s.emit("content");
      s.choose((answer.items ?? []).map(item => item.id).filter(id => s.scene.byId.has(id)));
    },
    /** Another chart on top of this one, as one step; what stood here keeps its place. */
    combine(answer, content) {
      s.learn(answer);
      s.change("combine", c => ({ ...c, positions: { ...content.positions, ...c.positions }, ties: [...new Set([...c.ties, ...content.ties])], pins: [...new Set([...c.pins, ...content.pins])], hidden: content.hidden }));
    },
    async accept(ids) {
      const answer = await ask(s, () => s.host.accept(ids));
      if (!answer) return;
      me.apply(answer);
      for (const tie of answer.ties ?? []) s.fresh.delete(tie.id);
      if (ids === null) s.fresh.clear();
      s.rebuild();
      s.emit("content");
    },
    async similar() {
      const answer = await ask(s, () => s.host.similar(s.members()));
      if (!answer) return;
      const found = new Set(answer.marked ?? []);
      for (const [id, item] of s.items) s.items.set(id, { ...item, similar: found.has(id) });
      s.similar = answer.pairs ?? [];
      s.similarTotal = answer.total ?? s.similar.length;
      s.rebuild();
      s.say(s.t.count("similar-found", found.size));
      return found.size;
    },
    /** News from the server: no step, only what is drawn. */
    apply(answer) {
      s.learn(answer);
      for (const id of answer.removed ?? []) { const item = s.items.get(id); if (item) s.items.set(id, { ...item, state: "withdrawn" }); }
      for (const id of answer.removedTies ?? []) { const tie = s.ties.get(id); if (tie) s.ties.set(id, { ...tie, state: "withdrawn" }); }
      s.rebuild();
    },
  };
  /** Over all ties of the chart, hidden or not: what is linked elsewhere is no leaf. */
  function neighboursOnChart(id) {
    const found = new Set();
    for (const tieId of s.content.ties) {
      const tie = s.ties.get(tieId);
      if (!tie) continue;
      if (tie.source === id && tie.target in s.content.positions) found.add(tie.target);
      else if (tie.target === id && tie.source in s.content.positions) found.add(tie.source);
    }
    return found;
  }
  return me;
}

// One mounted chart: its records, its content, what is chosen, and who wants to know of changes. All parts share this one selection.
import { history } from "./history.js";
import { scene } from "./scene.js";
import { words } from "./words.js";
import { camera } from "./camera.js";

export const empty = { format: 1, positions: {}, ties: [], pins: [], hidden: [], groups: [], annotations: [], styles: [], window: null, unbundled: [], faces: 2, annotated: true, snap: false, view: null };

export function state(options, host) {
  const listeners = new Map();
  const s = {
    t: words(options.captions, options.language, options.digits), options, host, readOnly: options.readOnly === true, direction: options.direction,
    chart: options.chart, types: new Map(), items: new Map(), ties: new Map(), content: empty, history: history(), camera: camera(), scene: null,
    chosen: new Set(), chosenTies: new Set(), note: null, focus: null, dim: null, steps: null, axis: "happened", fresh: new Set(), measures: new Map(),

    on(topic, hear) { if (!listeners.has(topic)) listeners.set(topic, new Set()); listeners.get(topic).add(hear); return () => listeners.get(topic).delete(hear); },
    emit(topic, what) { for (const hear of [...(listeners.get(topic) ?? [])]) hear(what); },

    /** A step that can be undone. @param edit content → another content, never changed in place */
    change(label, edit) {
      const before = s.content, after = edit(before);
      if (after === before || !s.history.push(label, before, after)) return false;
      s.set(after);
      return true;
    },
    set(content) { s.content = content; s.rebuild(); s.emit("content"); },
    undo() { s.goTo(s.history.at - 1); },
    redo() { s.goTo(s.history.at + 1); },
    goTo(at) {
      const before = s.content;
      const after = s.history.go(before, Math.max(0, Math.min(at, s.history.steps.length)));
      if (after !== before) s.set(after);
    },
    rebuild() {
      s.scene = scene({ content: s.content, items: s.items, ties: s.ties, steps: s.steps, axis: s.axis, measure: (name, id) => s.measures.get(name)?.values?.[id]?.value ?? null, isNew: tie => s.fresh.has(tie.id) });
      prune();
      s.emit("scene");
    },

    choose(ids, ties = []) {
      s.chosen = new Set(ids);
      s.chosenTies = new Set(ties);
      if (s.chosen.size + s.chosenTies.size > 0) s.note = null;
      s.emit("selection");
    },
    /** Chosen items; of a closed group its members. */
    chosenItems: () => [...s.chosen].flatMap(id => s.scene.byId.get(id)?.members ?? [id]),
    members: () => Object.keys(s.content.positions),
    caption: id => s.items.get(id)?.caption ?? s.content.groups.find(group => group.id === id)?.caption ?? id,
    type: name => s.types.get(name)?.label ?? name,

    /** Remembers records; they are on the chart only once they have a place in its content. */
    learn(answer) {
      for (const item of answer.items ?? []) s.items.set(item.id, item);
      for (const tie of answer.ties ?? []) s.ties.set(tie.id, tie);
      for (const type of answer.types ?? []) s.types.set(type.name, type);
    },
    setStep(steps) { s.steps = steps; s.rebuild(); },
    say(text) { s.emit("say", text); },
  };

  function prune() {
    const ids = [...s.chosen].filter(id => s.scene.byId.has(id));
    const drawn = new Set(s.scene.ties.map(tie => tie.id));
    const ties = [...s.chosenTies].filter(id => drawn.has(id));
    if (ids.length !== s.chosen.size || ties.length !== s.chosenTies.size) { s.chosen = new Set(ids); s.chosenTies = new Set(ties); s.emit("selection"); }
    if (s.focus && !s.scene.byId.has(s.focus)) s.focus = null;
  }

  load(s, options.chart);
  return s;
}

/** Takes a chart as the server has it; ties that it did not know are marked as new. */
export function load(s, chart) {
  s.chart = chart;
  s.types = new Map(chart.types.map(type => [type.name, type]));
  s.items = new Map(chart.items.map(item => [item.id, item]));
  s.ties = new Map(chart.ties.map(tie => [tie.id, tie]));
  s.history.clear();
  s.steps = s.dim = s.focus = s.note = null;
  const content = { ...empty, ...chart.content };
  s.placeless = chart.items.filter(item => !content.positions[item.id]).map(item => item.id);
  const charted = new Set(content.ties);
  s.fresh = chart.content ? new Set(chart.ties.filter(tie => !charted.has(tie.id)).map(tie => tie.id)) : new Set();
  content.positions = { ...content.positions };
  s.placeless.forEach((id, n) => (content.positions[id] = spiral(n)));
  content.ties = [...new Set([...content.ties, ...chart.ties.map(tie => tie.id)])];
  s.content = content;
  s.chosen = new Set();
  s.chosenTies = new Set();
  s.rebuild();
}

/** Places that never meet, outwards from the middle. */
export function spiral(n, step = 90) {
  const angle = n * 2.39996, far = step * Math.sqrt(n);
  return [Math.round(far * Math.cos(angle)), Math.round(far * Math.sin(angle))];
}

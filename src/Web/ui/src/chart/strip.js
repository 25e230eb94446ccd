// The strip of time under the drawing: bars of what happened, a window with two handles, slid by its middle, played at a chosen pace.
import { button, choice, check, h } from "./dom.js";
import { moment, span, times } from "./dates.js";
import { extent, floor, histogram, next } from "./histogram.js";
import { tokens } from "./colours.js";

export function strip(s) {
  const t = s.t;
  let range = null, whole = null, bars = null, playing = null, drag = null;
  const canvas = h("canvas", { "aria-hidden": "true" });
  const handle = (which, label) => h("div", { class: "chart-handle", role: "slider", tabindex: "0", "aria-label": label, "aria-orientation": "horizontal", onkeydown: event => keyed(event, which), onpointerdown: event => grab(event, which) });
  const start = handle("from", t("window-from")), end = handle("to", t("window-to"));
  const middle = h("div", { class: "chart-window", title: t("window-slide"), onpointerdown: event => grab(event, "both") });
  const area = h("div", { class: "chart-strip-area", dir: "ltr", onpointermove: move, onpointerup: drop, onpointercancel: drop, onwheel: wheel, ondblclick: () => { range = whole; refresh(); } }, canvas, middle, start, end);
  const words = h("span", { class: "chart-strip-words", role: "status" });
  const play = button(t("play"), toggle, "small");
  const pace = choice([[2400, t("pace-slow")], [1100, t("pace-normal")], [450, t("pace-quick")]], 1100, null, { "aria-label": t("pace") });
  const axis = choice([["happened", t("axis-happened")], ["learned", t("axis-learned")]], "happened", value => { s.axis = value; range = whole = null; s.rebuild(); }, { "aria-label": t("axis") });
  const undated = check(t("undated-keep"), true, on => set(current(), on ? "keep" : "hide"));
  const off = button(t("window-off"), () => { stop(); s.change("window", c => ({ ...c, window: null })); }, "text small");
  const element = h("section", { class: "chart-strip", "aria-label": t("do-strip") }, h("div", { class: "row chart-strip-tools" }, play, pace, axis, undated, off, words), area);

  const current = () => { const w = s.content.window; return w ? [span(w.from)?.[0] ?? whole?.[0], span(w.to)?.[0] ?? whole?.[1]] : whole; };
  const exact = () => (bars && /minute|hour/.test(bars.unit) ? "minute" : "day");
  const text = (ms, unit = exact()) => moment(ms, unit).replace(" ", "T");

  function set(pair, keeps = s.content.window?.undated ?? (undated.querySelector("input").checked ? "keep" : "hide"), quiet = false) {
    if (!pair) return;
    const window = { from: text(pair[0]), to: text(pair[1]), undated: keeps };
    if (quiet) { s.content = { ...s.content, window }; s.rebuild(); }
    else s.change("window", c => ({ ...c, window }));
  }

  function spans() {
    const all = [];
    for (const id in s.content.positions) { const item = s.items.get(id); if (item) all.push(...times(item, s.axis)); }
    for (const id of s.content.ties) { const tie = s.ties.get(id); if (tie && tie.source in s.content.positions && tie.target in s.content.positions) all.push(...times(tie, s.axis)); }
    return all;
  }
  function refresh() {
    if (!element.isConnected || element.hidden) return;
    const all = spans();
    const seen = extent(all);
    // Whole steps at both ends, so that the last day is not cut.
    whole = seen && [seen[0], seen[1]];
    if (whole) { const unit = histogram([], whole[0], whole[1]).unit; whole = [floor(whole[0], unit), next(floor(whole[1] - 1, unit), unit)]; }
    if (!range || !whole || range[1] <= whole[0] || range[0] >= whole[1]) range = whole;
    bars = range ? histogram(all, range[0], range[1], 140) : null;
    draw();
  }
  const x = ms => ((ms - range[0]) / (range[1] - range[0])) * canvas.clientWidth;
  const ms = at => range[0] + (at / Math.max(1, canvas.clientWidth)) * (range[1] - range[0]);

  function draw() {
    area.hidden = !bars;
    const box = area.getBoundingClientRect(), ratio = devicePixelRatio || 1, g = canvas.getContext("2d"), c = tokens(element);
    canvas.width = Math.max(1, box.width * ratio);
    canvas.height = Math.max(1, box.height * ratio);
    g.scale(ratio, ratio);
    for (const one of [start, end, middle]) one.hidden = !bars;
    play.disabled = !bars;
    off.hidden = !s.content.window;
    if (!bars) { words.textContent = t("no-dates"); return; }
    const pair = current(), high = box.height - 20;
    g.font = "11px UiLatin, UiArabic, sans-serif";
    let labelled = -60;
    for (const bar of bars.bars) {
      const from = x(bar.from), wide = Math.max(1, x(bar.to) - from - 1), tall = bars.most ? (bar.count / bars.most) * (high - 4) : 0;
      const within = !s.content.window || (bar.from < pair[1] && bar.to > pair[0]);
      g.fillStyle = within ? c.accent : c.rule;
      g.fillRect(from, high - tall, wide, tall);
      if (from < labelled) continue;
      const text = t.shown(moment(bar.from, bars.unit === "week" ? "day" : bars.unit));
      g.fillStyle = c.quiet;
      g.fillText(text, from + 1, box.height - 5);
      labelled = from + Math.max(84, g.measureText(text).width + 14);
    }
    g.fillStyle = c.edge;
    g.fillRect(0, high, box.width, 1);
    place(pair, box.width);
    words.textContent = s.content.window ? `${t.shown(text(pair[0]).replace("T", " "))} – ${t.shown(text(pair[1]).replace("T", " "))}` : t(`unit-${bars.unit}`);
    words.dir = s.content.window ? "ltr" : s.direction;
    undated.querySelector("input").checked = (s.content.window?.undated ?? "keep") === "keep";
  }
  // Places along the time axis are physical: the axis keeps its direction in every language.
  function place(pair, width) {
    const a = Math.max(0, Math.min(width, x(pair[0]))), b = Math.max(0, Math.min(width, x(pair[1])));
    start.style.insetInlineStart = `${a - 5}px`;
    end.style.insetInlineStart = `${b - 5}px`;
    middle.style.insetInlineStart = `${a}px`;
    middle.style.inlineSize = `${Math.max(2, b - a)}px`;
    for (const [one, value] of [[start, pair[0]], [end, pair[1]]]) { one.setAttribute("aria-valuemin", range[0]); one.setAttribute("aria-valuemax", range[1]); one.setAttribute("aria-valuenow", value); one.setAttribute("aria-valuetext", text(value)); }
  }

  function grab(event, which) {
    event.preventDefault();
    stop();
    area.setPointerCapture(event.pointerId);
    drag = { which, x: event.clientX, pair: current(), before: s.content };
    if (which !== "both") (which === "from" ? start : end).focus();
  }
  function move(event) {
    if (!drag) return;
    const by = ms(event.clientX - drag.x) - ms(0);
    set(shifted(drag.pair, drag.which, by), undefined, true);
  }
  function drop() {
    if (!drag) return;
    const made = s.content.window, before = drag.before;
    drag = null;
    s.content = before;
    s.change("window", c => ({ ...c, window: made }));
  }
  function shifted([from, to], which, by) {
    const step = next(bars.bars[0].from, bars.unit) - bars.bars[0].from;
    if (which === "from") return [Math.min(from + by, to - Math.min(step, to - from)), to];
    if (which === "to") return [from, Math.max(to + by, from + Math.min(step, to - from))];
    const held = Math.max(whole[0] - from, Math.min(by, whole[1] - to));
    return [from + held, to + held];
  }
  function keyed(event, which) {
    const step = next(bars.bars[0].from, bars.unit) - bars.bars[0].from, pair = current();
    const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, PageDown: -step * 7, PageUp: step * 7 }[event.code];
    if (by !== undefined) set(shifted(pair, event.shiftKey ? "both" : which, by));
    else if (event.code === "Home") set(which === "from" ? [whole[0], pair[1]] : pair);
    else if (event.code === "End") set(which === "to" ? [pair[0], whole[1]] : pair);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  /** From years to minutes, at the cursor. */
  function wheel(event) {
    if (!bars) return;
    event.preventDefault();
    const at = ms(event.clientX - area.getBoundingClientRect().x), factor = Math.exp(Math.max(-200, Math.min(200, event.deltaY)) * 0.002);
    const from = Math.max(whole[0], at - (at - range[0]) * factor), to = Math.min(whole[1], at + (range[1] - at) * factor);
    if (to - from >= 30 * 60_000) { range = [from, to]; refresh(); }
  }

  function toggle() {
    if (playing) return stop();
    const pair = s.content.window ? current() : [whole[0], whole[0] + (whole[1] - whole[0]) / 8];
    let [from, to] = pair[1] >= whole[1] ? [whole[0], whole[0] + (pair[1] - pair[0])] : pair;
    const before = s.content;
    play.textContent = t("stop");
    const tick = () => {
      set([from, to], undefined, true);
      if (to >= whole[1]) return stop();
      const step = Math.max((to - from) / 4, next(bars.bars[0].from, bars.unit) - bars.bars[0].from);
      from += step; to += step;
      playing = { timer: setTimeout(tick, Number(pace.value)), before };
    };
    playing = { timer: 0, before };
    tick();
  }
  function stop() {
    if (!playing) return;
    clearTimeout(playing.timer);
    const made = s.content.window, before = playing.before;
    playing = null;
    play.textContent = t("play");
    // All that was played is one step.
    s.content = { ...s.content, window: before.window };
    s.change("window", c => ({ ...c, window: made }));
  }
  const offs = [s.on("scene", refresh)];
  const sizes = new ResizeObserver(refresh);
  sizes.observe(area);
  const theme = new MutationObserver(refresh);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return { element, refresh, stop, dispose() { stop(); sizes.disconnect(); theme.disconnect(); offs.forEach(offOne => offOne()); } };
}

// One row per chosen item with a mark for each of its events and, by choice, those of its ties.
import { bdi, check, h } from "./dom.js";
import { span } from "./dates.js";
import { extent } from "./histogram.js";

export function activityPanel(s, { view }) {
  const t = s.t;
  let linked = true;
  const list = h("div", { class: "chart-activity" }), word = h("p", { class: "quiet" });
  const element = h("div", { class: "chart-panel-body stack" }, word, check(t("activity-linked"), linked, on => { linked = on; refresh(); }), list);

  function marksOf(id) {
    const own = happenings(s.items.get(id)).map(event => ({ ...event, own: true }));
    if (!linked) return own;
    for (const tie of s.scene.ties) if (tie.source === id || tie.target === id) for (const event of happenings(tie)) own.push({ ...event, own: false, caption: `${tie.caption}: ${s.caption(tie.source === id ? tie.target : tie.source)}`, tie: tie.id });
    return own;
  }
  function happenings(thing) {
    const events = thing.events?.length ? thing.events : thing.dates?.from ? [{ at: thing.dates.from, to: thing.dates.to }] : [];
    return events.map(event => ({ span: span(s.axis === "learned" ? event.learned : event.at), at: s.axis === "learned" ? event.learned : event.at, caption: event.caption ?? thing.caption })).filter(event => event.span);
  }
  function refresh() {
    const ids = (s.chosen.size ? s.chosenItems() : [...s.scene.shown]).slice(0, 60);
    const all = ids.map(id => [id, marksOf(id)]).filter(([, marks]) => s.chosen.size > 0 || marks.length > 0);
    const range = extent(all.flatMap(([, marks]) => marks.map(mark => mark.span)));
    word.textContent = !range ? t("no-dates") : t(s.chosen.size ? "activity-why" : "activity-all");
    list.replaceChildren(...all.map(([id, marks]) => h("div", { class: "chart-activity-row" },
      h("button", { type: "button", class: "chart-activity-name clip", onclick: () => { s.choose([s.scene.stands(id)]); view.centre(id); } }, bdi(s.caption(id))),
      h("div", { class: "chart-activity-line", dir: "ltr" }, marks.map(mark => {
        const one = h("span", { class: mark.own ? "own" : "linked", title: `${t.shown(mark.at)} ${mark.caption}` });
        one.style.insetInlineStart = `${(100 * (mark.span[0] - range[0])) / (range[1] - range[0])}%`;
        return one;
      })),
      h("span", { class: "visually-hidden" }, marks.map(mark => `${mark.at} ${mark.caption}`).join("; ")))));
    if (range) list.append(h("p", { class: "chart-activity-ends quiet", dir: "ltr" }, h("span", {}, t.shown(new Date(range[0]).toISOString().slice(0, 10))), h("span", {}, t.shown(new Date(range[1]).toISOString().slice(0, 10)))));
  }
  const offs = [s.on("selection", refresh), s.on("scene", refresh)];
  refresh();
  return { element, title: t("do-activity"), dispose: () => offs.forEach(off => off()) };
}

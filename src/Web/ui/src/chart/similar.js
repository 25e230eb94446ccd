// Records that could be one, as the page's matching suggests: marked on the drawing, listed here, judged on the page's sheet by a person.
import { bdi, button, h } from "./dom.js";

export function similarPanel(s, { records, view }) {
  const t = s.t;
  const list = h("ul", { class: "chart-pairs", "aria-label": t("do-similar") });
  const count = h("p", { class: "quiet", role: "status" });
  const element = h("div", { class: "chart-panel-body stack" }, h("p", { class: "quiet" }, t("similar-why")), count, list);
  const here = id => s.scene.byId.has(s.scene.stands(id));

  function draw() {
    const pairs = s.similar ?? [];
    count.textContent = pairs.length === 0 ? t("similar-none") : pairs.length < s.similarTotal ? t("similar-part", { shown: pairs.length, total: s.similarTotal }) : t.count("similar-pairs", pairs.length);
    list.replaceChildren(...pairs.map(pair => h("li", {},
      h("span", {}, bdi(pair.oneName), " ~ ", bdi(pair.otherName)),
      h("small", { class: "quiet" }, pair.judged ? t("similar-judged") : [pair.words, here(pair.one) && here(pair.other) ? null : t("similar-elsewhere")].filter(Boolean).join(" · ")),
      h("span", { class: "row" },
        here(pair.one) || here(pair.other) ? button(t("similar-show"), () => { const ids = [pair.one, pair.other].filter(here).map(s.scene.stands); s.choose(ids); view.centre(ids[0]); }, "small text") : null,
        s.host.judge && !s.readOnly && !pair.judged ? button(t("do-merge"), () => records.judge(pair.one, pair.other), "small") : null))));
  }
  const offs = [s.on("content", draw), s.on("scene", draw)];
  draw();
  return { element, title: t("do-similar"), medium: true, dispose: () => offs.forEach(off => off()) };
}

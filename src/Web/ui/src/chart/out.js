// What leaves the chart: pictures, paper, tables. The page records the act first; where it cannot be recorded, nothing leaves.
import { ask, button, check, choice, dialog, field, h } from "./dom.js";
import { canvasPen, svgPen } from "./pen.js";
import { papers, sheet } from "./sheet.js";
import { csv, graphml } from "./data.js";

export function exporter(s) {
  const t = s.t;
  const ids = () => [...s.scene.shown];
  const allowed = kind => (s.host.exported ? ask(s, () => s.host.exported(kind, ids()), t("working-export")) : Promise.resolve({}));

  function options(kind) {
    const paper = choice([["a4", "A4"], ["a3", "A3"], ["a2", "A2"]], s.scene.nodes.length > 150 ? "a3" : "a4"), sharp = choice([[1, t("sharp-1")], [2, t("sharp-2")], [3, t("sharp-3")]], 2);
    let notes = s.content.annotated, part = "whole";
    const what = choice([["whole", t("export-whole")], ["view", t("export-view")]], "whole", value => (part = value));
    const made = dialog(s, t(`do-${kind}`), h("div", { class: "stack" }, h("p", { class: "quiet" }, t("export-why")), h("div", { class: "form-grid" }, field(t("paper"), paper), kind === "png" ? field(t("sharpness"), sharp) : null, field(t("what"), what)),
      s.content.annotations.length ? check(t("with-notes"), notes, on => (notes = on)) : null),
      [button(t(`do-${kind}`), async () => { made.close(); const facts = await allowed(kind); if (facts) await ways[kind](facts, { paper: paper.value, whole: part === "whole", notes }, Number(sharp.value)); }, "filled"), button(t("cancel"), () => made.close(), "text")]);
  }
  const measuring = () => document.createElement("canvas").getContext("2d");
  function svgOf(facts, choices) {
    const pen = svgPen(measuring()), { width, height } = sheet(pen, s, facts, choices);
    return pen.finish(width, height, `${s.chart.title} ${s.chart.id}`);
  }
  const ways = {
    svg: (facts, choices) => save(new Blob([svgOf(facts, choices)], { type: "image/svg+xml" }), "svg"),
    async png(facts, choices, sharp) {
      const [w, h1] = papers[choices.paper], canvas = document.createElement("canvas");
      canvas.width = w * sharp;
      canvas.height = h1 * sharp;
      const g = canvas.getContext("2d");
      g.scale(sharp, sharp);
      sheet(canvasPen(g), s, facts, choices);
      save(await new Promise(done => canvas.toBlob(done, "image/png")), "png");
    },
    print(facts, choices) {
      const page = h("div", { class: `chart-paper chart-paper-${choices.paper}` });
      page.innerHTML = svgOf(facts, choices);
      // A chart of its own sheet: everything else of the page stays away while it prints.
      document.body.append(page);
      document.documentElement.classList.add("chart-printing");
      const style = h("style", {}, `@page { size: ${choices.paper} landscape; margin: 0; }`);
      document.head.append(style);
      const done = () => { page.remove(); style.remove(); document.documentElement.classList.remove("chart-printing"); removeEventListener("afterprint", done); };
      addEventListener("afterprint", done);
      requestAnimationFrame(() => window.print());
    },
  };
  function save(blob, ending) {
    const link = h("a", { href: URL.createObjectURL(blob), download: `${s.chart.id}.${ending}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    s.say(t("exported"));
  }
  return {
    ask: options,
    svgOf,
    async data(kind) {
      const facts = await allowed(kind);
      if (!facts) return;
      const items = ids().map(id => s.items.get(id)), banner = (facts.handling ?? s.chart.handling).text;
      const text = kind === "csv" ? csv(s, items, s.scene.ties, banner, facts) : graphml(s, items, s.scene.ties, banner, facts);
      save(new Blob([text], { type: kind === "csv" ? "text/csv;charset=utf-8" : "application/xml" }), kind === "csv" ? "csv" : "graphml");
    },
  };
}

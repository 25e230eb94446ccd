// Paths between what is chosen: asked from the register, offered as a list, each with its weakest grade.
import { ask, button, check, choice, field, h, bdi } from "./dom.js";

export function pathPanel(s, { records, tools, view }) {
  const t = s.t;
  const directed = check(t("path-directed"), false), inOrder = check(t("path-in-order"), false), hubs = check(t("path-avoid-hubs"), true), kin = check(t("path-kin"), false);
  const on = label => label.querySelector("input").checked;
  const most = h("input", { type: "number", min: "1", max: "8", value: "5" });
  const grade = choice([["", t("any-grade")], ...(s.chart.grades ?? []).map(one => [one.rank, one.text])], "");
  const types = [...s.types.values()].filter(type => type.of === "tie");
  const tieType = choice([["", t("any-tie")], ...types.map(type => [type.name, type.label])], "");
  const between = h("p", { class: "quiet" }), found = h("ol", { class: "chart-paths" }), word = h("p", { role: "status" });
  const go = button(t("do-path"), run, "filled");
  const element = h("div", { class: "chart-panel-body stack" }, between, h("div", { class: "form-grid" }, field(t("path-most"), most), field(t("grade-at-least"), grade), field(t("tie-type"), tieType)), directed, inOrder, hubs, kin, go, word, found);
  let ends = [];

  function refresh() {
    const ids = s.chosenItems();
    if (ids.length > 1 && !found.childElementCount) ends = ids;
    between.replaceChildren(...ends.slice(0, 6).flatMap((id, n) => [n ? " … " : "", bdi(s.caption(id))]));
    go.disabled = ends.length < 2 && ids.length < 2;
  }
  async function run() {
    const ids = s.chosenItems();
    if (ids.length > 1) ends = ids;
    found.replaceChildren();
    word.textContent = "";
    refresh();
    const options = { directed: on(directed), datesInOrder: on(inOrder), avoidHubs: on(hubs), kin: on(kin), most: Number(most.value) || 5, gradeAtLeast: grade.value === "" ? null : Number(grade.value), tieTypes: tieType.value ? [tieType.value] : null, onChart: s.members() };
    let none = 0, all = 0;
    for (let n = 1; n < ends.length; n++) {
      const [a, b] = [ends[n - 1], ends[n]];
      const answer = await ask(s, () => s.host.path(a, b, options), t("working-path"));
      if (!answer) return;
      s.learn(answer);
      all += answer.total ?? answer.paths?.length ?? 0;
      if (!answer.paths?.length) { none++; continue; }
      if (ends.length > 2) found.append(h("li", { class: "menu-head" }, bdi(s.caption(a)), " … ", bdi(s.caption(b))));
      found.append(...answer.paths.map(path => row(path, answer)));
    }
    const shown = found.querySelectorAll("button").length;
    word.textContent = shown === 0 ? t("path-none") : all > shown ? t("path-part", { shown, total: all }) : t.count("paths", shown);
    found.querySelector("button")?.focus();
  }
  function row(path, answer) {
    return h("li", {}, h("button", { type: "button", class: "menu-row", onclick: () => show(path, answer) },
      h("span", { class: "grow" }, path.items.flatMap((id, n) => [n ? (s.direction === "rtl" ? " ← " : " → ") : "", bdi(s.caption(id))])),
      h("small", { class: "quiet row" }, t.count("path-links", path.ties.length), path.weakest ? h("span", {}, t("path-weakest"), " ", h("span", { class: "chart-grade", title: path.weakest.words }, path.weakest.text)) : null,
        path.items.some(id => !(id in s.content.positions)) ? h("span", { class: "tag" }, t("path-adds")) : null)));
  }
  /** What the chart lacks is added in one step, so that one undo takes it away again. */
  async function show(path, answer) {
    const lacking = path.items.filter(id => !(id in s.content.positions));
    const positions = {};
    path.items.forEach((id, n) => {
      if (!lacking.includes(id)) return;
      // Between its neighbours on the path that already have a place.
      const before = path.items.slice(0, n).reverse().map(one => positions[one] ?? s.content.positions[one]).find(Boolean), after = path.items.slice(n + 1).map(one => s.content.positions[one]).find(Boolean);
      const gap = path.items.slice(n).findIndex(one => s.content.positions[one]) + 1 || 2;
      positions[id] = before && after ? [before[0] + (after[0] - before[0]) / gap + 12 * n, before[1] + (after[1] - before[1]) / gap - 18] : [(before ?? after ?? [0, 0])[0] + 120, (before ?? after ?? [0, 0])[1]];
    });
    const known = new Set(path.ties);
    records.add("path", { items: path.items.map(id => (answer.items ?? []).find(item => item.id === id) ?? s.items.get(id)).filter(Boolean), ties: (answer.ties ?? []).filter(tie => known.has(tie.id)) }, null, positions);
    if (lacking.length) await tools.layout("tidy", { only: lacking, join: true });
    s.choose(path.items.map(s.scene.stands), path.ties);
    view.fit(path.items);
  }
  const off = s.on("selection", refresh);
  refresh();
  return { element, title: t("do-path"), dispose: off };
}

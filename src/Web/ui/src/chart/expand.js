// Expanding with conditions: what is there by type, counted before anything is fetched; above the threshold a choice of filter, sample or group.
import { ask, button, check, choice, dialog, field, h } from "./dom.js";
import { threshold } from "./records.js";

const open = { tieTypes: null, itemTypes: null, from: null, to: null, gradeAtLeast: null, most: threshold, order: "most-connected", kin: true, all: true };

/** Straight away where little would come; a dialog where there is much. */
export async function quickExpand(s, records, ids) {
  const counts = s.host.neighbourCounts ? await ask(s, () => s.host.neighbourCounts(ids), s.t("working-count")) : null;
  if (s.host.neighbourCounts && !counts) return;
  if (counts && counts.total === 0) return s.say(s.t("expand-none"));
  if (counts && counts.total > threshold) return expandDialog(s, records, ids, counts);
  await records.expand(ids, open);
}

export async function expandDialog(s, records, ids, given = null) {
  const t = s.t;
  const counts = given ?? (await ask(s, () => s.host.neighbourCounts(ids), t("working-count")));
  if (!counts) return;
  const chosen = new Set(counts.groups.map((_, n) => n));
  const total = h("p", { role: "status" });
  const groups = h("fieldset", { class: "chart-counts" }, h("legend", {}, t("expand-groups")), counts.groups.map((group, n) =>
    h("label", { class: "check" }, h("input", { type: "checkbox", checked: true, onchange: event => { if (event.target.checked) chosen.add(n); else chosen.delete(n); refresh(); } }),
      h("span", { class: "row" }, h("span", { class: "grow" }, s.types.get(group.itemType)?.plural ?? s.type(group.itemType), h("small", { class: "quiet" }, ` · ${s.type(group.tieType)}`)), h("span", { class: "number" }, t.number(group.count))))));
  const from = h("input", { type: "date" }), to = h("input", { type: "date" });
  const grade = choice([["", t("any-grade")], ...(s.chart.grades ?? []).map(one => [one.rank, one.words ? `${one.text} · ${one.words}` : one.text])], "");
  const most = h("input", { type: "number", min: "1", max: "5000", value: String(Math.min(threshold, Math.max(1, counts.total))) });
  const order = choice(["most-connected", "least-connected", "latest", "sample"].map(name => [name, t(`order-${name}`)]), "most-connected");
  let grouped = counts.total > threshold;
  const go = button(t("do-expand"), run, "filled");
  const warning = counts.total > threshold ? h("p", { class: "notice person" }, t.count("expand-much", counts.total)) : null;
  const made = dialog(s, t.count("expand-title", ids.length, { item: s.caption(ids[0]) }), h("div", { class: "stack" }, warning, counts.groups.length ? groups : h("p", {}, t("expand-none")),
    h("div", { class: "form-grid" }, field(t("from"), from), field(t("until"), to), field(t("grade-at-least"), grade), field(t("at-most"), most), field(t("which-first"), order)),
    check(t("group-what-comes"), grouped, on => (grouped = on)), total, h("p", { class: "quiet" }, t("expand-why"))), [go, button(t("cancel"), () => made.close(), "text")]);

  function refresh() {
    const sum = [...chosen].reduce((n, k) => n + counts.groups[k].count, 0);
    total.textContent = t("expand-will", { total: Math.min(sum, Number(most.value) || 0), of: sum });
    go.disabled = sum === 0;
  }
  most.addEventListener("input", refresh);
  refresh();

  async function run() {
    made.close();
    const picked = [...chosen].map(n => counts.groups[n]), all = picked.length === counts.groups.length;
    const fresh = await records.expand(ids, {
      tieTypes: all ? null : [...new Set(picked.map(group => group.tieType))], itemTypes: all ? null : [...new Set(picked.map(group => group.itemType))],
      from: from.value || null, to: to.value || null, gradeAtLeast: grade.value === "" ? null : Number(grade.value), most: Number(most.value) || threshold, order: order.value, kin: true,
      all: all && !from.value && !to.value && grade.value === "" && Number(most.value) >= counts.total,
    });
    if (grouped && fresh?.length > 1) records.groupNew(fresh);
  }
}

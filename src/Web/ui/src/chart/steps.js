// All that was done, step by step; choosing one goes back to it, or forth again.
import { h } from "./dom.js";

export function stepsPanel(s) {
  const t = s.t;
  const list = h("ol", { class: "chart-list chart-steps" });
  const element = h("div", { class: "chart-panel-body stack" }, h("p", { class: "quiet" }, t("steps-why")), list);
  function refresh() {
    const at = s.history.at;
    const row = (label, n) => h("li", {}, h("button", { type: "button", class: `menu-row${n > at ? " undone" : ""}`, "aria-current": n === at ? "step" : null, onclick: () => s.goTo(n) }, h("span", { class: "number quiet" }, n ? t.number(n) : ""), h("span", { class: "grow" }, label)));
    list.replaceChildren(row(t("step-start"), 0), ...s.history.steps.map((label, n) => row(t.has(`step-${label}`) ? t(`step-${label}`) : t(`do-${label}`), n + 1)));
    list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }
  const off = s.on("content", refresh);
  refresh();
  return { element, title: t("do-steps-done"), dispose: off };
}

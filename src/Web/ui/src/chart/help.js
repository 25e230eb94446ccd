// The keys of this chart on one page, made from the commands themselves.
import { dialog, h } from "./dom.js";
import { menus } from "./commands.js";
import { shown } from "./keys.js";

export function help(s, known) {
  const t = s.t;
  const keys = list => h("span", { class: "keys", dir: "ltr" }, list.map(key => h("kbd", {}, shown(key))));
  const row = (label, list) => h("p", {}, h("span", {}, label), keys(list));
  const hand = [["key-walk", ["↑ ↓ ← →"]], ["key-choose", ["Enter"]], ["key-menu", ["Shift+Enter"]], ["key-nudge", ["Shift+↑ ↓ ← →"]], ["key-pan", ["Ctrl+↑ ↓ ← →"]], ["key-space", ["Space"]]];
  const mouse = ["mouse-drag", "mouse-add", "mouse-band", "mouse-pan", "mouse-wheel", "mouse-double", "mouse-empty", "mouse-menu"];
  dialog(s, t("do-help"), h("div", {}, h("p", { class: "quiet" }, t("keys-why")), h("div", { class: "chart-key-columns" },
    [...menus, "edit", "help"].map(menu => { const some = known.filter(command => command.menu === menu && command.keys.length); return some.length ? h("section", {}, h("h3", {}, t(`menu-${menu}`)), some.map(command => row(t(`do-${command.id}`), command.keys))) : null; }),
    h("section", {}, h("h3", {}, t("keys-drawing")), hand.map(([label, list]) => row(t(label), list))),
    h("section", {}, h("h3", {}, t("mouse")), mouse.map(label => h("p", {}, h("span", {}, t(label))))))), []).element.classList.add("wide");
}

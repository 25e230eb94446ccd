// The rules of style: in order, on or off, moved up and down; each "if … then …".
import { button, check, choice, field, h } from "./dom.js";
import { comparisons, itemFields, tieFields } from "./rules.js";
import { colourNames, soft, strong } from "./colours.js";

export function stylesPanel(s) {
  const t = s.t;
  const list = h("ol", { class: "chart-rules" });
  const form = h("div", { class: "stack chart-card" });
  const element = h("div", { class: "chart-panel-body stack" }, h("p", { class: "quiet" }, t("styles-why")), list, form);
  let draft = blank("item");

  function blank(part) { return { part, field: "type", is: "is", value: "", colour: "", size: "1", halo: false, label: "caption", width: "" }; }
  const fields = part => [...(part === "item" ? itemFields : tieFields).map(name => [name, t(`field-${name}`)]),
    ...(part === "item" ? [...new Set([...s.items.values()].flatMap(item => (item.attributes ?? []).map(one => one.label)))].slice(0, 30).map(label => [`attribute:${label}`, label]) : []),
    ...(part === "item" ? [...s.measures.values()].map(measure => [`measure:${measure.name}`, measure.label]) : [])];

  function values() {
    const things = draft.part === "item" ? [...s.items.values()] : [...s.ties.values()];
    switch (draft.field) {
      case "type": return [...new Set(things.map(thing => thing.type))].map(type => [type, s.type(type)]);
      case "flag": return [...new Set(things.flatMap(thing => thing.flags ?? []))].map(flag => [flag, t(`flag-${flag}`)]);
      case "category": return [...new Set(things.map(thing => thing.category).filter(Boolean))].map(one => [one, t.has(`category-${one}`) ? t(`category-${one}`) : one]);
      case "state": return ["current", "changed", "withdrawn"].map(one => [one, t(`state-${one}`)]);
      case "standing": return ["confirmed", "unconfirmed", "tentative"].map(one => [one, t(`standing-${one}`)]);
      case "grade": return (s.chart.grades ?? []).length ? s.chart.grades.map(one => [one.rank, one.text]) : [0, 1, 2, 3, 4].map(n => [n, t.number(n)]);
      case "handling": return [0, 1, 2, 3, 4].map(n => [n, t(`level-${n}`)]);
    }
    return null;
  }
  function editor() {
    const offered = values();
    if (offered && !offered.some(([v]) => String(v) === String(draft.value))) draft.value = offered[0]?.[0] ?? "";
    if (!comparisons(draft.field).includes(draft.is)) draft.is = comparisons(draft.field)[0];
    const value = offered ? choice(offered, draft.value, v => (draft.value = v)) : h("input", { type: comparisons(draft.field).includes("contains") ? "text" : "number", step: "any", value: draft.value, dir: "auto", oninput: event => (draft.value = event.target.value) });
    const redo = change => v => { change(v); editor(); };
    const colours = h("div", { class: "chart-colours", role: "radiogroup", "aria-label": t("colour") }, ["", ...colourNames].map(name => {
      const one = h("button", { type: "button", role: "radio", "aria-checked": String(draft.colour === name), title: t(name ? `colour-${name}` : "colour-none"), "aria-label": t(name ? `colour-${name}` : "colour-none"), onclick: redo(() => (draft.colour = name)) });
      if (name) { one.style.background = soft(name, dark()); one.style.borderColor = strong(name, dark()); }
      return one;
    }));
    form.replaceChildren(h("h3", {}, t("rule-new")),
      h("div", { class: "form-grid" },
        field(t("rule-part"), choice([["item", t("items-word")], ["tie", t("ties-word")]], draft.part, redo(part => (draft = blank(part))))),
        field(t("rule-if"), choice(fields(draft.part), draft.field, redo(name => { draft.field = name; draft.value = ""; }))),
        field(t("comparison"), choice(comparisons(draft.field).map(name => [name, t(`is-${name}`)]), draft.is, v => (draft.is = v))),
        field(t("value"), value)),
      h("p", { class: "label-text" }, t("rule-then")), colours,
      h("div", { class: "form-grid" }, draft.part === "item" ? field(t("size"), choice([["0.7", t("size-small")], ["1", t("size-normal")], ["1.4", t("size-large")], ["1.9", t("size-largest")]], draft.size, v => (draft.size = v)))
        : field(t("width"), choice([["", t("width-strength")], ["1", t("size-small")], ["3", t("size-normal")], ["5", t("size-large")]], draft.width, v => (draft.width = v))),
        field(t("label"), choice([["caption", t("label-caption")], ...(draft.part === "item" ? [["second", t("label-second")], ["type", t("type")]] : []), ["none", t("label-none")]], draft.label, v => (draft.label = v)))),
      draft.part === "item" ? check(t("halo"), draft.halo, on => (draft.halo = on)) : "",
      button(t("rule-add"), add, "filled"));
  }
  const dark = () => document.documentElement.dataset.theme === "dark";
  function add() {
    const then = {};
    if (draft.colour) then.colour = draft.colour;
    if (draft.part === "item" && draft.size !== "1") then.size = Number(draft.size);
    if (draft.part === "tie" && draft.width) then.width = Number(draft.width);
    if (draft.halo) then.halo = true;
    if (draft.label !== "caption") then.label = draft.label;
    if (Object.keys(then).length === 0) return s.say(t("rule-says-nothing"));
    const id = `rule-${1 + Math.max(0, ...s.content.styles.map(rule => Number(rule.id.split("-")[1]) || 0))}`;
    s.change("style", c => ({ ...c, styles: [...c.styles, { id, on: true, when: { part: draft.part, field: draft.field, is: draft.is, value: String(draft.value) }, then }] }));
    draft = blank(draft.part);
    refresh();
  }
  function refresh() {
    list.replaceChildren(...s.content.styles.map((rule, n) => h("li", {},
      check(ruleWords(s, rule), rule.on, on => edit(styles => styles.map(one => (one.id === rule.id ? { ...one, on } : one)))),
      h("span", { class: "row" },
        button("↑", () => edit(styles => swap(styles, n, n - 1)), "text small", { disabled: n === 0, "aria-label": t("rule-up") }),
        button("↓", () => edit(styles => swap(styles, n, n + 1)), "text small", { disabled: n === s.content.styles.length - 1, "aria-label": t("rule-down") }),
        button(t("remove"), () => edit(styles => styles.filter(one => one.id !== rule.id)), "text small")))));
    list.hidden = s.content.styles.length === 0;
    editor();
  }
  const edit = change => { s.change("style", c => ({ ...c, styles: change(c.styles) })); };
  const swap = (styles, a, b) => { const made = [...styles]; [made[a], made[b]] = [made[b], made[a]]; return made; };
  let seen = s.content.styles;
  const off = s.on("content", () => { if (s.content.styles !== seen) { seen = s.content.styles; refresh(); } });
  refresh();
  return { element, title: t("do-styles"), dispose: off };
}

/** A rule's condition in words: "Type is Phone". */
export function ruleWords(s, rule) {
  const t = s.t, { field: name, is, value } = rule.when;
  const what = name.startsWith("attribute:") ? name.slice(10) : name.startsWith("measure:") ? s.measures.get(name.slice(8))?.label ?? name.slice(8) : t(`field-${name}`);
  const words = name === "type" ? s.type(value) : name === "flag" ? t(`flag-${value}`) : name === "state" ? t(`state-${value}`) : name === "standing" ? t(`standing-${value}`) : name === "handling" ? t(`level-${value}`)
    : name === "category" && t.has(`category-${value}`) ? t(`category-${value}`) : name === "grade" ? s.chart.grades?.find(one => String(one.rank) === value)?.text ?? value : value;
  return t("rule-words", { field: what, is: t(`is-${is}`), value: words });
}

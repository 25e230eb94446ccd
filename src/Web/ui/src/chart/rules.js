// Styles by rule: "if … then colour, size, halo, label", in order; a later rule paints over an earlier one.

export const itemFields = ["type", "category", "flag", "grade", "handling", "links", "state", "records", "caption"];
export const tieFields = ["type", "standing", "grade", "strength", "count", "state", "caption"];
const numbers = new Set(["grade", "handling", "links", "records", "strength", "count"]);

/** Which comparisons a field knows. */
export const comparisons = field => (field === "caption" || field.startsWith("attribute:") ? ["contains", "is", "not"]
  : numbers.has(field) || field.startsWith("measure:") ? ["atleast", "atmost", "is"] : ["is", "not"]);

/** What an item says in a field; an array where it may say several things. */
export function itemValue(item, field, facts) {
  switch (field) {
    case "type": return item.type;
    case "category": return item.category ?? "";
    case "flag": return item.flags ?? [];
    case "grade": return item.grade ? item.grade.rank : null;
    case "handling": return item.handling?.level ?? null;
    case "links": return facts.links(item.id);
    case "state": return item.state ?? "current";
    case "records": return item.records ?? 1;
    case "caption": return [item.caption, item.second ?? ""];
  }
  if (field.startsWith("attribute:")) return (item.attributes ?? []).filter(a => a.label === field.slice(10)).map(a => a.value);
  if (field.startsWith("measure:")) return facts.measure(field.slice(8), item.id);
  return null;
}

export function lineValue(line, field) {
  switch (field) {
    case "type": return line.ties.map(tie => tie.type);
    case "standing": return line.standing;
    case "grade": return line.worst ? line.worst.rank : null;
    case "strength": return line.strength;
    case "count": return line.count;
    case "state": return line.state;
    case "caption": return line.ties.map(tie => tie.caption);
  }
  return null;
}

export function holds(is, value, wanted) {
  if (Array.isArray(value)) return is === "not" ? value.every(one => holds("not", one, wanted)) : value.some(one => holds(is, one, wanted));
  if (value === null || value === undefined) return false;
  switch (is) {
    case "is": return String(value) === String(wanted);
    case "not": return String(value) !== String(wanted);
    case "contains": return wanted !== "" && String(value).toLocaleLowerCase().includes(String(wanted).toLocaleLowerCase());
    // What cannot be judged is neither at least nor at most.
    case "atleast": return Number(value) >= Number(wanted) && Number(value) >= 0;
    case "atmost": return Number(value) <= Number(wanted) && Number(value) >= 0;
  }
  return false;
}

const active = (styles, part) => styles.filter(rule => rule.on && rule.when.part === part);

/** @returns a function: item → what the rules say, null where none applies */
export function itemStyles(styles, facts) {
  const rules = active(styles, "item");
  return item => rules.reduce((made, rule) =>
    holds(rule.when.is, itemValue(item, rule.when.field, facts), rule.when.value) ? { ...made, ...rule.then } : made, null);
}

export function lineStyles(styles) {
  const rules = active(styles, "tie");
  return line => rules.reduce((made, rule) =>
    holds(rule.when.is, lineValue(line, rule.when.field), rule.when.value) ? { ...made, ...rule.then } : made, null);
}

/** What stands on the chart, for the legend: types with counts, rules that apply to something, standings. */
export function legend(nodes, lines, styles, facts) {
  const types = new Map(), standings = new Map(), tieTypes = new Map();
  for (const node of nodes) if (node.item) types.set(node.item.type, (types.get(node.item.type) ?? 0) + 1);
  for (const line of lines) {
    standings.set(line.standing, (standings.get(line.standing) ?? 0) + line.count);
    for (const tie of line.ties) tieTypes.set(tie.type, (tieTypes.get(tie.type) ?? 0) + 1);
  }
  const rules = styles.filter(rule => rule.on).map(rule => ({
    rule,
    count: rule.when.part === "item"
      ? nodes.filter(node => node.item && holds(rule.when.is, itemValue(node.item, rule.when.field, facts), rule.when.value)).length
      : lines.filter(line => holds(rule.when.is, lineValue(line, rule.when.field), rule.when.value)).length,
  }));
  return { types, standings, tieTypes, rules };
}

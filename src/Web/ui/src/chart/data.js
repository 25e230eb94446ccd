// The chart as data for other tools: ties and lone items as CSV, everything as GraphML. Both begin with the handling.
const cell = value => {
  let text = String(value ?? "");
  // A spreadsheet would take these for formulas.
  if (/^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function csv(s, items, ties, banner, facts) {
  const row = values => values.map(cell).join(",");
  const lines = [row([banner, s.chart.id, s.chart.title, facts.at ?? s.chart.today, facts.officer ?? ""]),
    row(["tie", "links", "source", "source_caption", "source_type", "target", "target_caption", "target_type", "type", "caption", "directed", "standing", "best", "worst", "from", "to", "handling"])];
  const tied = new Set();
  for (const tie of ties) {
    tied.add(tie.source).add(tie.target);
    const [a, b] = [s.items.get(tie.source), s.items.get(tie.target)];
    lines.push(row([tie.id, tie.links.join(" "), a.id, a.caption, a.type, b.id, b.caption, b.type, tie.type, tie.caption, tie.directed, tie.standing, tie.grade?.best.text, tie.grade?.worst.text, tie.dates?.from, tie.dates?.to, tie.handling?.code]));
  }
  for (const item of items) if (!tied.has(item.id)) lines.push(row(["", "", item.id, item.caption, item.type, ...Array(12).fill("")]));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

const escape = text => String(text ?? "").replace(/[&<>"]/g, c => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "");

export function graphml(s, items, ties, banner, facts) {
  const keys = [["node", "caption"], ["node", "type"], ["node", "grade"], ["node", "handling"], ["node", "x", "double"], ["node", "y", "double"], ["edge", "caption"], ["edge", "type"], ["edge", "standing"], ["edge", "best"], ["edge", "worst"], ["edge", "from"], ["edge", "to"], ["edge", "handling"]];
  const data = (of, values) => Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== "").map(([name, value]) => `<data key="${of}_${name}">${escape(value)}</data>`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${escape(`${banner} | ${s.chart.id} | ${facts.at ?? s.chart.today}`).replaceAll("--", "- -")} -->
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys.map(([of, name, type]) => `<key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${type ?? "string"}"/>`).join("\n")}
<graph id="${escape(s.chart.id)}" edgedefault="directed">
${items.map(item => { const [x, y] = s.content.positions[item.id]; return `<node id="${escape(item.id)}">${data("node", { caption: item.caption, type: item.type, grade: item.grade?.text, handling: item.handling?.code, x, y })}</node>`; }).join("\n")}
${ties.map(tie => `<edge id="${escape(tie.id)}" source="${escape(tie.source)}" target="${escape(tie.target)}" directed="${tie.directed === true}">${data("edge", { caption: tie.caption, type: tie.type, standing: tie.standing, best: tie.grade?.best.text, worst: tie.grade?.worst.text, from: tie.dates?.from, to: tie.dates?.to, handling: tie.handling?.code })}</edge>`).join("\n")}
</graph>
</graphml>
`;
}

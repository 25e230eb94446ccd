// A table of many rows of which only the visible stand in the page; arrows walk, Enter and Space choose.
import { h } from "./dom.js";

const height = 28;

/**
 * @param columns { head, cell: row => node or text, class? }[]
 * @param options { label, key: row => id, chosen: id => boolean, pick(row, event), open?(row) }
 */
export function rows(columns, options) {
  let list = [], at = 0, sort = null;
  const body = h("tbody");
  const head = h("tr", {}, columns.map((column, n) => h("th", { scope: "col", class: column.class, "aria-sort": null }, column.value
    ? h("button", { type: "button", onclick: () => { sort = sort?.n === n ? { n, up: !sort.up } : { n, up: true }; order(); } }, column.head) : column.head)));
  const table = h("table", { class: "chart-table", "aria-label": options.label }, h("thead", {}, head), body);
  const area = h("div", { class: "chart-table-area", tabindex: "0", onscroll: () => draw(), onkeydown: key }, table);

  // How many rows can be seen is known only once the table has its place.
  new ResizeObserver(() => draw()).observe(area);

  function order() {
    if (sort) {
      const value = columns[sort.n].value;
      list = [...list].sort((a, b) => { const [x, y] = [value(a), value(b)]; return (typeof x === "number" && typeof y === "number" ? x - y : String(x ?? "").localeCompare(String(y ?? ""))) * (sort.up ? 1 : -1); });
      [...head.children].forEach((th, n) => (n === sort.n ? th.setAttribute("aria-sort", sort.up ? "ascending" : "descending") : th.removeAttribute("aria-sort")));
    }
    draw();
  }

  function draw() {
    const room = area.clientHeight || 300;
    const from = Math.max(0, Math.floor(area.scrollTop / height) - 6), to = Math.min(list.length, from + Math.ceil(room / height) + 14);
    table.setAttribute("aria-rowcount", list.length + 1);
    body.replaceChildren(
      spacer(from * height),
      ...list.slice(from, to).map((row, n) => {
        const id = options.key(row), on = options.chosen(id);
        return h("tr", { "aria-rowindex": from + n + 2, "aria-selected": String(on), class: `${on ? "chosen" : ""}${from + n === at ? " active" : ""}`, onclick: event => { at = from + n; options.pick(row, event); }, ondblclick: () => options.open?.(row) },
          columns.map(column => h("td", { class: column.class }, column.cell(row))));
      }),
      spacer((list.length - to) * height));
  }
  const spacer = size => { const row = h("tr", { class: "spacer", "aria-hidden": "true" }, h("td", { colspan: columns.length })); row.firstChild.style.height = `${size}px`; return row; };

  function key(event) {
    if (event.target !== area) return;
    const page = Math.max(1, Math.floor(area.clientHeight / height) - 2);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: list.length - 1 }[event.code];
    if (to !== undefined) {
      at = Math.max(0, Math.min(list.length - 1, to));
      const top = at * height;
      if (top < area.scrollTop) area.scrollTop = top;
      else if (top + height * 2 > area.scrollTop + area.clientHeight) area.scrollTop = top + height * 2 - area.clientHeight;
      draw();
    } else if ((event.code === "Enter" || event.code === "Space") && list[at]) options.pick(list[at], event);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    element: area,
    set(rows) { list = rows; at = Math.min(at, Math.max(0, rows.length - 1)); order(); },
    refresh: draw,
    get count() { return list.length; },
  };
}

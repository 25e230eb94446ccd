// Searching on the chart: what does not fit is dimmed, Enter goes from one that fits to the next.
import { h } from "./dom.js";

export function finder(s, { view }) {
  const t = s.t;
  let found = [], at = -1;
  const input = h("input", { type: "search", class: "chart-search", placeholder: t("search"), "aria-label": t("search"), dir: "auto", oninput: look, onkeydown: key });
  const count = h("span", { class: "quiet number", role: "status" });

  function look() {
    const words = input.value.trim().toLocaleLowerCase().normalize("NFKC");
    at = -1;
    if (!words) { found = []; s.dim = null; }
    else {
      const fits = node => !node.item ? node.group.caption.toLocaleLowerCase().includes(words)
        : [node.item.caption, node.item.second, node.id, ...(node.item.attributes ?? []).map(one => one.value)].some(text => text?.toLocaleLowerCase().normalize("NFKC").includes(words));
      found = s.scene.nodes.filter(fits);
      s.dim = new Set(found.map(node => node.id));
    }
    count.textContent = words ? t.number(found.length) : "";
    s.emit("dim");
  }
  function step(by) {
    if (found.length === 0) return;
    at = (at + by + found.length) % found.length;
    s.choose([found[at].id]);
    view.centre(found[at].id);
    count.textContent = t("search-at", { at: at + 1, of: found.length });
  }
  function key(event) {
    if (event.code === "Enter" || event.code === "NumpadEnter") step(event.shiftKey ? -1 : 1);
    else if (event.code === "Escape") { clear(); s.place.focus(); }
    else if (event.code === "ArrowDown") { s.choose(found.map(node => node.id)); s.place.focus(); }
    else { event.stopPropagation(); return; }
    event.preventDefault();
    event.stopPropagation();
  }
  function clear() { input.value = ""; look(); }
  const off = s.on("scene", () => { if (input.value) look(); });
  return { element: h("div", { class: "chart-find" }, input, count), focus: () => { input.focus(); input.select(); }, clear, dispose: off };
}

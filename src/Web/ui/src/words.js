// Selecting by keys in a text that is read, not typed: arrows choose words, Shift+arrows stretch the choice.
import { select } from "./selection.js";

const words = text => [...text.matchAll(/[\p{L}\p{N}\p{M}@+][^\s«»"“”()،؛,;:!?؟]*/gu)].map(found => {
  const word = found[0].replace(/[.\-–]+$/u, "");
  return { start: found.index, end: found.index + word.length };
});

/** @param root an element with tabindex whose text is walked through */
export function walkWords(root) {
  let from = -1; // the chosen words, as places in the list of all
  let to = -1;
  root.addEventListener("pointerdown", () => (from = to = -1));
  root.addEventListener("keydown", event => {
    if (!/^Arrow(Left|Right)$/.test(event.code) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const all = words(root.textContent);
    if (all.length === 0) return;
    const forwards = (event.code === "ArrowLeft") === (getComputedStyle(root).direction === "rtl");
    const step = forwards ? 1 : -1;
    const within = place => Math.min(Math.max(place, 0), all.length - 1);
    if (to < 0) from = to = forwards ? 0 : all.length - 1;
    else if (event.shiftKey) to = within(to + step);
    else from = to = within(to + step);
    const first = all[Math.min(from, to)];
    const last = all[Math.max(from, to)];
    select(root, first.start, last.end)?.scrollIntoView({ block: "nearest" });
  });
  root.dataset.walked = "";
}

// Selected text as offsets into the text of one element, in UTF-16 units: the same as a .NET string's indices.

/** Offsets of a node and place within a root, counting text only. */
function offset(root, node, at) {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node, at);
  return range.toString().length;
}

/** @returns {{start: number, end: number, text: string, x: number, y: number} | null} null if nothing in root is selected */
export function selectionIn(root) {
  const selection = window.getSelection();
  if (!root || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const raw = range.toString();
  const text = raw.trim();
  if (text.length === 0) return null;
  const start = offset(root, range.startContainer, range.startOffset) + raw.indexOf(text);
  const box = range.getBoundingClientRect();
  return { start, end: start + text.length, text, x: box.x, y: box.bottom };
}

/** Tells target.OnSelected(start, end, text) when a selection in root is finished, by mouse or by keyboard. */
export function watchSelection(root, target) {
  let last = "";
  const look = () => {
    const found = selectionIn(root);
    const key = found ? `${found.start}-${found.end}` : "";
    if (key === last) return;
    last = key;
    target.invokeMethodAsync("OnSelected", found?.start ?? -1, found?.end ?? -1, found?.text ?? "").catch(() => {});
  };
  root.addEventListener("pointerup", () => setTimeout(look));
  root.addEventListener("keyup", look);
  look();   // whoever was quicker than the page is told as well
}

/** Selects a span; answers the element it begins in. */
export function select(root, start, end) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const next = at + node.length;
    if (start >= at && start <= next) range.setStart(node, start - at);
    if (end >= at && end <= next) {
      range.setEnd(node, end - at);
      break;
    }
    at = next;
  }
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return range.startContainer.parentElement;
}

/** Selects a span again, for instance to show where a statement comes from. */
export const markSpans = (root, start, end) => select(root, start, end)?.scrollIntoView({ block: "center" });

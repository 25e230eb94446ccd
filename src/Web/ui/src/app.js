// What pages ask of the browser, through Shell/Browser.cs.
export { listen } from "./keys.js";
export { watchSelection, selectionIn, markSpans } from "./selection.js";
export { upload, uploadAgain, cancelUpload, takeDrops } from "./upload.js";
export { walkWords } from "./words.js";

/** Text of this tab; gone when the tab is closed. */
export const recall = key => sessionStorage.getItem(`plumbline.${key}`);
export const keep = (key, value) =>
  value === null ? sessionStorage.removeItem(`plumbline.${key}`) : sessionStorage.setItem(`plumbline.${key}`, value);

export const focus = selector => {
  const found = document.querySelector(selector);
  found?.focus();
  found?.select?.();
};
export const reveal = selector => document.querySelector(selector)?.scrollIntoView({ block: "nearest" });
export const printPage = () => window.print();
export const signOut = () => document.getElementById("sign-out").submit();

/** The sticky head covers the first row's height; rows may not exist yet, so their place is computed. */
export function revealRow(id, index, height) {
  const area = document.getElementById(id);
  if (!area) return;
  const head = area.querySelector(".table-head").offsetHeight;
  const top = index * height;
  const room = area.clientHeight - head;
  if (top < area.scrollTop) area.scrollTop = top;
  else if (top + height > area.scrollTop + room) area.scrollTop = top + height - room;
}

export const openMenu = selector => {
  const menu = document.querySelector(selector);
  if (!menu) return;
  menu.open = true;
  menu.querySelector(".menu-row")?.focus();
};
export const closeMenus = () => document.querySelectorAll("details[data-menu][open]").forEach(menu => (menu.open = false));

/** Outside a secure context (plain HTTP in a closed network) there is no clipboard object. */
export async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = Object.assign(document.createElement("textarea"), { value: text });
  area.style.position = "fixed";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

// Loaded with the page: menus, session, lost connection, going back to the same place.
import { closeMenus } from "./app.js";
import "./reconnect.js";
import "./scroll.js";

document.addEventListener("click", event => {
  for (const menu of document.querySelectorAll("details[data-menu][open]"))
    if (!menu.contains(event.target) || event.target.closest("a.menu-row")) menu.open = false;
});
document.addEventListener("keydown", event => {
  if (event.code !== "Escape") return;
  const menu = document.querySelector("details[data-menu][open]");
  if (!menu) return;
  closeMenus();
  menu.querySelector("summary").focus();
});

// Arrow keys walk through a menu; the grid and the palette must not scroll the page under them.
document.addEventListener("keydown", event => {
  const menu = event.target.closest?.("details[data-menu][open]");
  if (menu && (event.code === "ArrowDown" || event.code === "ArrowUp")) {
    const rows = [...menu.querySelectorAll("summary, .menu-row, .choice")];
    rows.at((rows.indexOf(document.activeElement) + (event.code === "ArrowDown" ? 1 : -1)) % rows.length)?.focus();
    event.preventDefault();
  }
  const grid = event.target.matches?.("[data-grid], #palette");
  if (grid && /^(Arrow(Up|Down)|Page(Up|Down)|Home|End|Space)$/.test(event.code) && !(event.target.id === "palette" && /^(Home|End|Space)$/.test(event.code))) event.preventDefault();
});

// Tab stays inside an open dialog.
document.addEventListener("keydown", event => {
  const dialog = event.code === "Tab" && document.querySelector("[data-trap]");
  if (!dialog) return;
  const stops = [...dialog.querySelectorAll("a[href], button, input, select, textarea, [tabindex='0']")].filter(stop => !stop.disabled);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (!dialog.contains(document.activeElement) || document.activeElement === edge) {
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
    event.preventDefault();
  }
});

// An open page sends nothing that would keep the session's cookie alive: while the officer works, this does.
let active = false;
for (const kind of ["keydown", "pointerdown", "wheel"]) document.addEventListener(kind, () => (active = true), { passive: true });
setInterval(async () => {
  if (!active) return;
  active = false;
  const answer = await fetch("/account/alive", { method: "POST" }).catch(() => null);
  if (answer?.status === 401) location.href = `/account/sign-in?why=ended&back=${encodeURIComponent(location.pathname + location.search)}`;
}, 240_000);

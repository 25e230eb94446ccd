// Back returns to the same place: the content area scrolls, not the window, so the browser does not remember it.
const places = new Map();
const area = () => document.getElementById("main");
let here = location.href;

document.addEventListener("scroll", event => {
  if (event.target.id === "main") places.set(here, event.target.scrollTop);
}, { capture: true, passive: true });

const moved = back => {
  const from = here;
  here = location.href;
  if (from.split("#")[0] === here.split("#")[0]) return;
  const wanted = back ? places.get(here) ?? 0 : 0;
  const until = performance.now() + 1500;
  // The content comes in pieces; try until it is high enough.
  const restore = () => {
    const main = area();
    if (main) main.scrollTop = wanted;
    if (main && Math.abs(main.scrollTop - wanted) > 1 && performance.now() < until) requestAnimationFrame(restore);
  };
  restore();
};

addEventListener("popstate", () => setTimeout(() => moved(true)));
const push = history.pushState;
history.pushState = function (...all) {
  push.apply(this, all);
  moved(false);
};

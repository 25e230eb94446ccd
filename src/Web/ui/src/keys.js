// Keys by their place on the keyboard, so that they work on Arabic and Kurdish layouts; never inside text boxes.
let page = null;
let waiting = 0; // until when a letter after "g" counts

const inText = target =>
  target.closest?.("input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=''], [contenteditable=true]") !== null;

/** @param target the frame's reference; the last one to listen is the one that is told */
export function listen(target) {
  if (!page) document.addEventListener("keydown", onKey);
  page = target;
  document.documentElement.dataset.listening = "";
}

function onKey(event) {
  if (event.isComposing || event.repeat || !page) return;
  const command = event.ctrlKey || event.metaKey;
  if (command && event.code === "KeyK" && !event.shiftKey && !event.altKey) return tell(event, "Ctrl+KeyK");
  if (event.code === "Escape") {
    tell(null, "Escape");
    return;
  }
  if (command || event.altKey || inText(event.target)) return;
  if (document.documentElement.dataset.keys === "off") return;

  const now = event.timeStamp;   // when it was pressed, however busy the page was since
  if (event.code === "KeyG" && !event.shiftKey) {
    waiting = now + 1500;
    event.preventDefault();
    return;
  }
  if (waiting > now && /^Key[A-Z]$/.test(event.code)) {
    waiting = 0;
    return tell(event, `KeyG ${event.code}`);
  }
  waiting = 0;

  const menu = document.querySelector("details[data-menu][open]");
  if (menu) {
    const digit = event.code.match(/^(?:Digit|Numpad)([1-5])$/)?.[1];
    const row = digit && menu.querySelector(`[data-digit="${digit}"]`);
    if (row) row.click();
    return;
  }
  // Controls keep their own keys.
  if (/^(Enter|Space|Tab|Arrow|Page|Home|End)/.test(event.code) && event.target.closest?.("a, button, summary, [data-grid], [role=option], [role=row]")) return;
  if (/^(Tab|Shift|Control|Alt|Meta|CapsLock|F\d+)/.test(event.code)) return;
  // The figures and Enter of the number pad are the same keys.
  const code = event.code.replace(/^Numpad([0-9])$/, "Digit$1").replace("NumpadEnter", "Enter");
  tell(code === "Slash" ? event : null, event.shiftKey ? `Shift+${code}` : code);
}

function tell(event, code) {
  event?.preventDefault();
  page.invokeMethodAsync("OnKey", code).catch(() => {});
}

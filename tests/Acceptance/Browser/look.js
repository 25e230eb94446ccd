// What a careful eye would find wrong with a page; run in it, answers with one sentence a fault.
async () => {
  const faults = [];
  const main = document.getElementById("main") ?? document.body;
  const name = element => `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ""}${element.classList.length ? `.${element.classList[0]}` : ""} "${(element.innerText ?? "").trim().slice(0, 40)}"`;
  const shown = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

  const untranslated = document.body.innerText.match(/⟦[^⟧]*⟧/g) ?? [];
  for (const key of new Set(untranslated)) faults.push(`no caption: ${key}`);
  for (const element of document.querySelectorAll("[title*='⟦'], [aria-label*='⟦'], [placeholder*='⟦']")) faults.push(`no caption on ${name(element)}`);

  for (const area of [document.documentElement, main])
    if (area.scrollWidth > area.clientWidth + 1) faults.push(`${name(area).split(" ")[0]} is ${area.scrollWidth - area.clientWidth} px wider than its place`);

  // Cut with an ellipsis is meant; cut without one is not.
  const texts = "h1, h2, h3, button, a, label, legend, th, dt, dd, summary, p, .tag, .label-text";
  for (const element of document.querySelectorAll(texts)) {
    if (!shown(element) || element.closest(".table-scroll, .skip, .opening, .reconnect, .watermark")) continue;
    const style = getComputedStyle(element);
    if (style.display.startsWith("inline") && style.display === "inline") continue;
    if (style.textOverflow === "ellipsis") continue;
    if (element.scrollWidth > element.clientWidth + 1) faults.push(`clipped by ${element.scrollWidth - element.clientWidth} px: ${name(element)}`);
  }
  const pen = document.createElement("canvas").getContext("2d");
  for (const list of document.querySelectorAll("select")) {
    if (!shown(list)) continue;
    // The shorthand is empty where a feature of the font is chosen, and the pen would go on in its own small letters.
    const style = getComputedStyle(list);
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const text = list.selectedOptions[0]?.text ?? "";
    const room = list.clientWidth - 36;
    if (pen.measureText(text).width > room) faults.push(`clipped choice: #${list.id} "${text.slice(0, 40)}"`);
  }

  // Tab goes as the eye goes: within one parent, on and down, never back.
  const stops = [...main.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(stop => shown(stop) && !stop.disabled && stop.tabIndex >= 0);
  for (const stop of stops) if (stop.tabIndex > 0) faults.push(`tab order is forced: ${name(stop)}`);
  for (let n = 1; n < stops.length; n++) {
    const [before, after] = [stops[n - 1], stops[n]];
    if (before.parentElement !== after.parentElement) continue;
    // What keeps its own direction, such as a strip of time, is read in that.
    const rtl = getComputedStyle(before.parentElement).direction === "rtl";
    const [a, b] = [before.getBoundingClientRect(), after.getBoundingClientRect()];
    const sameLine = a.bottom > b.top + 4 && b.bottom > a.top + 4;
    if (sameLine ? (rtl ? b.right > a.right + 1 : b.left < a.left - 1) : b.top < a.top - 1) faults.push(`tab goes back from ${name(before)} to ${name(after)}`);
  }

  // The watermark of the demonstration is drawn behind everything and is to be faint: nobody reads the page by it.
  const { violations } = await axe.run({ exclude: [".watermark"] }, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] });
  for (const broken of violations)
    faults.push(`${broken.id}: ${broken.help} (${broken.nodes.slice(0, 3).map(node => `${node.target.join(" ")} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`).join("; ")})`);
  return faults;
}

// Texts on the drawing: their direction by their first letter, and cut at the end of reading.
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/;
const strong = /[\p{L}]/u;

export function directionOf(text, given) {
  if (given === "ltr" || given === "rtl") return given;
  const first = strong.exec(text ?? "")?.[0];
  return first && rightToLeft.test(first) ? "rtl" : "ltr";
}

/** At most so many letters; a cut never parts a letter from its marks. */
export function cut(text, most) {
  if (!text || text.length <= most) return text ?? "";
  let end = most - 1;
  while (end > 1 && /[\p{M}\u200c\u200d\udc00-\udfff]/u.test(text[end])) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Lines of at most so many points; @param width how wide a text is */
export function wrap(text, most, width) {
  const lines = [];
  for (const part of String(text).split("\n")) {
    let line = "";
    for (const word of part.split(" ")) {
      const longer = line ? `${line} ${word}` : word;
      if (line && width(longer) > most) { lines.push(line); line = word; } else line = longer;
    }
    lines.push(line);
  }
  return lines;
}

// The words of one mounted chart: captions come from the page, nothing is worded here.
const category = { ar: new Intl.PluralRules("ar") };

const figures = { latn: null, arab: "٠١٢٣٤٥٦٧٨٩" };

/** @param captions keys without the module's name; plural forms as `key#form` */
export function words(captions, language, digits = "latn") {
  const native = figures[digits];
  const shown = text => (native ? String(text).replace(/[0-9]/g, digit => native[digit]) : String(text));
  // A value of the other direction keeps together inside a sentence.
  const value = what => (typeof what === "number" ? number(what) : `\u2068${what}\u2069`);
  const number = (n, places = 0) => shown(n.toLocaleString("en-GB", { maximumFractionDigits: places }));
  const fill = (text, values) => text.replace(/\{([a-z]+)\}/g, (whole, name) => (values && name in values ? value(values[name]) : whole));
  const form = n => category[language]?.select(n) ?? (n === 1 ? "one" : "other");

  const t = (key, values) => fill(captions[key] ?? `⟦chart.${key}⟧`, values);
  t.count = (key, n, values) => fill(captions[`${key}#${form(n)}`] ?? captions[`${key}#other`] ?? `⟦chart.${key}⟧`, { count: n, ...values });
  t.has = key => key in captions;
  t.number = number;
  t.shown = shown;
  /** A moment of the server as it is read: day and minute. */
  t.moment = text => shown(String(text ?? "").replace("T", " ").slice(0, 16));
  t.language = language;
  return t;
}

// Colours of the drawing. Those with a meaning are the page's tokens; those of rules say nothing by themselves and keep off violet, red, amber and green.
const names = ["paper", "ground", "sunk", "ink", "quiet", "rule", "edge", "accent", "accent-strong", "accent-soft", "on-accent", "focus", "person", "person-soft", "refused", "machine", "hover", "chosen", "level-0", "level-1", "level-2", "level-3", "level-4"];

/** The tokens of the page as it looks now. */
export function tokens(element) {
  const style = getComputedStyle(element);
  return Object.fromEntries(names.map(name => [name, style.getPropertyValue(`--${name}`).trim()]));
}

// On paper everything is light, whatever the screen is.
export const onPaper = {
  paper: "#ffffff", ground: "#ffffff", sunk: "#f1f3f6", ink: "#000000", quiet: "#3c4856", rule: "#b5bec9", edge: "#5d6a7a", accent: "#0f5d5d", "accent-strong": "#0a4747", "accent-soft": "#e0efee", "on-accent": "#ffffff",
  focus: "#0f7a7a", person: "#8a5200", "person-soft": "#fdf1dc", refused: "#ab1f1f", machine: "#6a3fb5", hover: "#ffffff", chosen: "#ffffff",
  "level-0": "#536173", "level-1": "#1f5a94", "level-2": "#7a4a1c", "level-3": "#8d1f57", "level-4": "#14181d",
};

/** [light: soft, strong; dark: soft, strong] */
const palette = {
  teal: ["#d5ecea", "#0f6b6b", "#123c3b", "#63c4bf"],
  sky: ["#d9e9f7", "#1f5a94", "#16314b", "#7db7ea"],
  indigo: ["#e1e4f6", "#3d4a9e", "#232a55", "#a5b0f2"],
  plum: ["#f3dfeb", "#8d2f66", "#452037", "#e89ac6"],
  brown: ["#efe3d6", "#74481f", "#3d2a18", "#d9ac80"],
  olive: ["#e8ead0", "#5b6217", "#343813", "#c2c96d"],
  slate: ["#e2e7ec", "#465465", "#2d3946", "#aebac8"],
  sand: ["#f4ecc9", "#6d5c0c", "#3b3410", "#d8c664"],
};
export const colourNames = Object.keys(palette);

export const soft = (name, dark) => palette[name]?.[dark ? 2 : 0] ?? null;
export const strong = (name, dark) => palette[name]?.[dark ? 3 : 1] ?? null;

// Bundles scripts and styles and copies the fonts: node build.mjs OUT
import { cp, mkdir, rm } from "node:fs/promises";
import { build } from "esbuild";

const out = process.argv[2] ?? "../wwwroot/ui";
await rm(out, { recursive: true, force: true });
await mkdir(`${out}/fonts`, { recursive: true });

await build({
  entryPoints: ["src/app.js", "src/frame.js", { in: "src/chart/index.js", out: "chart" }, "src/app.css"],
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  external: ["fonts/*"],
  logLevel: "warning",
});

const fonts = "node_modules/@fontsource-variable";
for (const [from, to] of [
  ["inter/files/inter-latin-wght-normal.woff2", "inter-latin.woff2"],
  ["inter/files/inter-latin-ext-wght-normal.woff2", "inter-latin-ext.woff2"],
  ["noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2", "noto-sans-arabic.woff2"],
  ["inter/LICENSE", "inter-LICENSE.txt"],
  ["noto-sans-arabic/LICENSE", "noto-sans-arabic-LICENSE.txt"],
]) await cp(`${fonts}/${from}`, `${out}/fonts/${to}`);

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

const folder = import.meta.dirname;
const results = join(folder, "results");
const outfile = join(folder, "../node_modules/.cache/esep/bench.mjs");

/** Files beside a source file stay where they are when the source moves into the bundle. */
const sourceAddresses: Plugin = {
  name: "source addresses",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/(core|functions|stacks|local|bench)\/.*\.tsx?$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path))),
      loader: path.endsWith("x") ? "tsx" : "ts",
    }));
  },
};

// Measured is what Lambda runs, a bundle under plain Node.js: tsx names every closure when it is made, which costs more
// than some of the rules themselves.
await build({
  entryPoints: [fileURLToPath(import.meta.resolve("./run.ts"))],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  plugins: [sourceAddresses],
  sourcemap: "linked",
  logLevel: "warning",
});
const names = process.argv.slice(2);
const { status } = spawnSync(process.execPath, ["--enable-source-maps", outfile, results, ...names], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;

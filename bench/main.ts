import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleProgram } from "./bundle.ts";

/** A store of 100 000 bodies lies in memory. */
const HEAP = "--max-old-space-size=8192";

const folder = import.meta.dirname;
const results = join(folder, "results");
const outfile = join(folder, "../node_modules/.cache/esep/bench.mjs");

// Measured is what Lambda runs, a bundle under plain Node.js: tsx names every closure when it is made, which costs more
// than some of the rules themselves.
await bundleProgram(fileURLToPath(import.meta.resolve("./run.ts")), outfile);
const names = process.argv.slice(2);
const { status } = spawnSync(process.execPath, ["--enable-source-maps", HEAP, outfile, results, ...names], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;

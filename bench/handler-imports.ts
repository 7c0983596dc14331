import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import type { Benchmark, Comparison } from "./benchmark.ts";
import { OWN_ADDRESS } from "./bundle.ts";
import { median } from "./interleaved.ts";

/** Fresh processes for each side. */
const PROCESSES = 15;
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "node_modules/.cache/esep/handlers");

/** What SST puts before every bundle: packages of the older module system ask for these names. */
const BANNER = `import { createRequire as topLevelCreateRequire } from "module";
const require = topLevelCreateRequire(${OWN_ADDRESS});
import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url";
const __filename = topLevelFileUrlToPath(${OWN_ADDRESS});
const __dirname = topLevelFileUrlToPath(new topLevelURL(".", ${OWN_ADDRESS}));`;

/** What a cold start pays before the first event: each handler as Lambda has it, against its AWS clients alone. */
export const handlerImports: Benchmark = {
  name: "handler-imports",
  about: `processor time to import a bundled handler, against creating its AWS clients alone, ${PROCESSES} fresh processes each`,
  run: async () => {
    mkdirSync(folder, { recursive: true });
    const files = globSync("functions/*.ts", { cwd: root }).filter((file) =>
      /^export const handler\b/m.test(readFileSync(join(root, file), "utf8")),
    );
    const comparisons: Comparison[] = [];
    for (const file of files.sort()) comparisons.push(await compare(file));
    return comparisons;
  },
};

async function compare(file: string): Promise<Comparison> {
  const name = basename(file, ".ts");
  const handler = join(folder, name, "bundle.mjs");
  const { metafile } = await build({
    ...{ entryPoints: { bundle: join(root, file) }, outdir: join(folder, name), outExtension: { ".js": ".mjs" } },
    ...{ bundle: true, splitting: true, minify: true, keepNames: true, metafile: true, target: "esnext" },
    ...{ platform: "node", format: "esm", mainFields: ["module", "main"], external: ["@aws-sdk/*"], logLevel: "error" },
    banner: { js: BANNER },
  });
  const loaded = loadedFirst(metafile);
  const external = loaded.flatMap(({ imports }) => imports.filter(isAws).map(({ path }) => path));
  const clients = join(folder, `${name}-clients.mjs`);
  writeFileSync(clients, clientsOf([...new Set(external)]));
  const measured: { readonly esep: number[]; readonly other: number[] } = { esep: [], other: [] };
  for (let round = 0; round <= PROCESSES; round++) {
    const ours = secondsToImport(handler);
    const theirs = secondsToImport(clients);
    if (round === 0) continue;
    measured.esep.push(ours);
    measured.other.push(theirs);
  }
  return {
    case: name,
    esep: { name: "handler", seconds: median(measured.esep) },
    other: { name: "clients", seconds: median(measured.other) },
    ratio: "esep/other",
    figures: [`${(loaded.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(0)} kB are read at the start`],
    // Pages and documents carry everything that people see.
    ...(!["http", "documents", "reports"].includes(name) && { target: { atMost: 1.5 } }),
  };
}

type Output = Metafile["outputs"][string];

const isAws = ({ path, kind }: Output["imports"][number]): boolean =>
  path.startsWith("@aws-sdk/") && kind === "import-statement";

/** The bundle and the chunks that it imports statically. */
function loadedFirst({ outputs }: Metafile): readonly Output[] {
  const found = new Map(Object.entries(outputs).filter(([path]) => path.endsWith("bundle.mjs")));
  for (const output of found.values()) {
    for (const { path, kind } of output.imports) {
      const chunk = outputs[path];
      if (chunk && kind === "import-statement") found.set(path, chunk);
    }
  }
  return [...found.values()];
}

/** A program that imports the same packages and makes a client of each that has one. */
const clientsOf = (packages: readonly string[]): string =>
  packages
    .map((name, index) => {
      const client = /client-(\w+)$/.exec(name)?.[1];
      const made = `for (const [name, Client] of Object.entries(c${index})) if (/^[A-Z]\\w*Client$/.test(name) && !/^(?:__)/.test(name)) new Client({ region: "eu-central-1" });`;
      return `import * as c${index} from ${JSON.stringify(name)};\n${client ? made : ""}`;
    })
    .join("\n");

/** Processor seconds of a process that does nothing but import a file; starting Node itself is not counted. */
function secondsToImport(file: string): number {
  const program = `const before = process.cpuUsage(); await import(${JSON.stringify(file)}); const { user, system } = process.cpuUsage(before); console.log((user + system) / 1e6); process.exit(0);`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", AWS_REGION: "eu-central-1" },
  });
  const seconds = Number(stdout.trim().split("\n").at(-1));
  if (!(seconds > 0)) throw new Error(`${file} could not be imported: ${stderr}`);
  return seconds;
}

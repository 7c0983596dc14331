import { readFileSync, rmSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, type Loader, type Plugin } from "esbuild";
import { banner } from "./bundle.ts";

/** What `app()` of sst.config.ts says. */
export interface App {
  readonly name: string;
  readonly removal?: string;
  readonly protect?: boolean;
  readonly providers: { readonly aws: { readonly region: string; readonly version: string } };
}

interface Places {
  readonly root: string;
  readonly platform: string;
}

/** Modules that the program takes from the platform's packages as they are. */
const external = ["@pulumi/*", "@pulumiverse/*", "@aws-sdk/*", "undici", "esbuild", "archiver", "glob", "vite"];

/** What a program finds without importing it: `sst`, `aws` and what the shim exports. */
const globalsOf = (platform: string): string =>
  `import * as aws from "@pulumi/aws"; import * as sst from ${JSON.stringify(join(platform, "src/components"))};`;

/** SST puts the imports of its globals before every file of the project. */
const injectGlobals = (globals: string, { platform, root }: Places): Plugin => ({
  name: "globals",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const isForeign = path.startsWith(platform + sep) || path.startsWith(join(root, "node_modules") + sep);
      if (isForeign) return undefined;
      const loader = extname(path).slice(1) as Loader; // the filter lets through ts and tsx only
      return { contents: `${globals}\n${readFileSync(path, "utf8")}`, loader };
    });
  },
});

/** Bundles a few lines of code around sst.config.ts and runs them; the bundle lies in the platform, for its packages. */
async function evaluate(code: string, { root, platform }: Places, options: BuildOptions): Promise<unknown> {
  const outfile = join(platform, `synthesis.${process.pid}.${Date.now()}.mjs`);
  try {
    await build({
      stdin: { contents: code, resolveDir: root, sourcefile: "eval.ts", loader: "ts" },
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      mainFields: ["module", "main"],
      nodePaths: [join(platform, "node_modules")],
      logLevel: "silent",
      external,
      ...options,
    });
    return (await import(pathToFileURL(outfile).href)).default;
  } finally {
    rmSync(outfile, { force: true });
  }
}

const configOf = (root: string): string => JSON.stringify(join(root, "sst.config.ts"));

/** Runs `app()` for a stage. */
export const evaluateApp = async (places: Places, stage: string): Promise<App> => {
  const code = `import config from ${configOf(places.root)}; export default await config.app({ stage: "${stage}" });`;
  const options = { banner: { js: `${banner}\nconst $config = (input) => input;` } };
  return (await evaluate(code, places, options)) as App; // SST's own types make sst.config.ts return one
};

/** Runs `run()` with the real components. */
export function evaluateRun(places: Places, app: App, stage: string, work: string): Promise<unknown> {
  const { root, platform } = places;
  const paths = { home: join(work, "home"), root, work, platform };
  const run = JSON.stringify(join(platform, "src/auto/run.ts"));
  const code = `import { run } from ${run}; import config from ${configOf(root)}; export default await run(config.run);`;
  return evaluate(code, places, {
    banner: { js: banner },
    inject: [join(platform, "src/shim/run.js")],
    plugins: [injectGlobals(globalsOf(platform), places)],
    define: {
      $app: JSON.stringify({ ...app, stage }),
      $cli: JSON.stringify({ command: "deploy", dev: false, paths, state: { version: {} } }),
      $dev: "false",
    },
  });
}

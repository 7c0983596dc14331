import { existsSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, relative } from "node:path";
import { build } from "esbuild";

/** What SST asks its server to build. */
export interface BuildRequest {
  readonly functionID: string;
  /** Path without ending, a dot, and the export. */
  readonly handler: string;
  readonly runtime: string;
  readonly properties?: {
    readonly minify?: boolean;
    readonly splitting?: boolean;
    readonly install?: Readonly<Record<string, string>>;
    readonly esbuild?: { readonly external?: readonly string[] };
  };
}

/** What a function's code turned out to be. */
export interface Bundle {
  readonly handler: string;
  readonly runtime: string;
  readonly minify: boolean;
  /** What Lambda reads at the start: the bundle and the chunks that it imports statically. */
  readonly start: readonly string[];
  /** Packages that it expects the runtime to bring. */
  readonly external: readonly string[];
}

/** The lines that SST puts before every bundle: packages in CommonJS ask for these names. */
export const banner = `import { createRequire as topLevelCreateRequire } from "module";
const require = topLevelCreateRequire(import.meta.url);
import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url";
const __filename = topLevelFileUrlToPath(import.meta.url);
const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url));`;

/** Bundles a handler as SST does for `nodejs24.x`; throws when the file or its export is missing. */
export async function bundle(root: string, out: string, request: BuildRequest): Promise<Bundle> {
  const { handler, runtime, properties = {} } = request;
  const dot = handler.lastIndexOf(".");
  const source = [".ts", ".tsx"].map((ending) => join(root, handler.slice(0, dot) + ending)).find(existsSync);
  if (!source) throw new Error(`The function ${request.functionID} has no file for its handler ${handler}.`);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { bundle: source },
    outdir: out,
    outExtension: { ".js": ".mjs" },
    platform: "node",
    format: "esm",
    target: "esnext",
    mainFields: ["module", "main"],
    bundle: true,
    keepNames: true,
    metafile: true,
    sourcemap: "linked",
    logLevel: "silent",
    minify: properties.minify ?? false,
    splitting: properties.splitting ?? false,
    external: ["sharp", "pg-native", ...Object.keys(properties.install ?? {}), ...(properties.esbuild?.external ?? [])],
    banner: { js: banner },
  });
  const main = relative(root, join(out, "bundle.mjs"));
  const output = metafile.outputs[main];
  const name = handler.slice(dot + 1);
  if (!output?.exports.includes(name)) throw new Error(`${handler}: the file exports no ${name}.`);
  const start = startFiles(metafile.outputs, main).map((path) => join(root, path));
  const external = output.imports.flatMap((imported) =>
    imported.external && !isBuiltin(imported.path) ? [imported.path] : [],
  );
  return { handler, runtime, minify: properties.minify ?? false, start, external: [...new Set(external)].sort() };
}

/** Bytes of what Lambda reads at the start, once the deployment has done with the files what it does. */
export const bytesOf = ({ start }: Bundle): number => start.reduce((sum, path) => sum + statSync(path).size, 0);

type Outputs = Readonly<
  Record<string, { readonly imports: readonly { readonly path: string; readonly kind: string }[] }>
>;

function startFiles(outputs: Outputs, main: string): readonly string[] {
  const found = new Set([main]);
  for (const path of found) {
    const imported = outputs[path]?.imports.filter(({ kind }) => kind === "import-statement") ?? [];
    for (const chunk of imported) if (chunk.path in outputs) found.add(chunk.path);
  }
  return [...found];
}

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

/** What a module calls its own address: not spelled out, since this file is bundled too. */
export const OWN_ADDRESS = ["import", "meta", "url"].join(".");

/** Files beside a source file stay where they are when the source moves into the bundle. */
const sourceAddresses: Plugin = {
  name: "source addresses",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/(core|functions|stacks|local|bench)\/.*\.tsx?$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll(OWN_ADDRESS, JSON.stringify(pathToFileURL(path))),
      loader: path.endsWith("x") ? "tsx" : "ts",
    }));
  },
};

/** Puts a program and its own modules into one file, as Lambda has it; packages stay outside. */
export async function bundleProgram(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    plugins: [sourceAddresses],
    sourcemap: "linked",
    logLevel: "warning",
  });
}

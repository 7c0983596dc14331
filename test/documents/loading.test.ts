import { globSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { expect, it } from "vitest";

const handlers = globSync("functions/*.ts").filter((path) =>
  /^export const handler\b/m.test(readFileSync(path, "utf8")),
);

/** What only documents are written with. */
const WRITERS = /node_modules\/(pdfmake|pdfkit|fontkit|write-excel-file|docx)\//;

it("only the functions that write documents load what writes them", async () => {
  expect(handlers.length).toBeGreaterThan(5);
  const { metafile } = await build({
    ...{ entryPoints: handlers, outdir: "none", bundle: true, write: false, metafile: true, logLevel: "silent" },
    ...{ platform: "node", format: "esm", mainFields: ["module", "main"], external: ["@aws-sdk/*"] },
  });
  const loading = Object.values(metafile.outputs).filter(({ inputs }) =>
    Object.keys(inputs).some((input) => WRITERS.test(input)),
  );
  expect(loading.map(({ entryPoint }) => entryPoint).sort()).toEqual([
    "functions/documents.ts",
    "functions/reports.ts",
  ]);
});

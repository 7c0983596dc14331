import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { rulesDocument } from "./rules/document.ts";

const { values, positionals } = parseArgs({ options: { check: { type: "boolean" } }, allowPositionals: true });
const file = positionals[0] ?? "docs/rules.md";
const document = rulesDocument();

if (values.check) {
  const isFresh = existsSync(file) && readFileSync(file, "utf8") === document;
  if (!isFresh) console.error(`${file} is stale: npm run rules writes it anew.`);
  process.exitCode = isFresh ? 0 : 1;
} else {
  writeFileSync(file, document);
  console.log(`${file} is written.`);
}

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** The lines of a type check against SST's and AWS's own types. */
const typeErrors = (project: string): readonly string[] =>
  spawnSync("node_modules/.bin/tsc", ["-p", project, "--pretty", "false"], { encoding: "utf8" })
    .stdout.split("\n")
    .filter((line) => line.includes("error TS"));

it("sst.config.ts and the stacks have no type error", () => {
  expect(typeErrors("stacks")).toEqual([]);
}, 60_000);

it("the same check finds planted errors: an unknown input, a wrong value, an output taken for its text", () => {
  const folder = join(process.cwd(), ".sst", "planted");
  mkdirSync(folder, { recursive: true });
  const include = ["../../sst.config.ts", "."];
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ extends: "../../stacks/tsconfig.json", include }));
  writeFileSync(
    join(folder, "planted.ts"),
    `new aws.sqs.Queue("Planted", { visibility: 1 });
     new sst.aws.Dynamo("Planted", { fields: { id: "text" }, primaryIndex: { hashKey: "id" } });
     export const name: string = new sst.aws.Bucket("Planted").name;\n`,
  );
  const found = typeErrors(folder).map((line) => line.match(/planted\.ts\(\d/)?.[0]);
  expect(found).toEqual(["planted.ts(1", "planted.ts(2", "planted.ts(3"]);
}, 60_000);

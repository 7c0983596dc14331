import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

it("sst.config.ts and the stacks have no type error, and the check sees an unknown input, a wrong value, an output taken for its text", () => {
  const folder = join(process.cwd(), ".sst", "planted");
  mkdirSync(folder, { recursive: true });
  const include = ["../../sst.config.ts", "../../stacks", "."];
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ extends: "../../stacks/tsconfig.json", include }));
  writeFileSync(
    join(folder, "planted.ts"),
    `new aws.sqs.Queue("Planted", { visibility: 1 });
     new sst.aws.Dynamo("Planted", { fields: { id: "text" }, primaryIndex: { hashKey: "id" } });
     export const name: string = new sst.aws.Bucket("Planted").name;\n`,
  );
  const { stdout } = spawnSync("node_modules/.bin/tsc", ["-p", folder, "--pretty", "false"], { encoding: "utf8" });
  const errors = stdout.split("\n").filter((line) => line.includes("error TS"));
  expect(errors).toEqual([1, 2, 3].map((line) => expect.stringContaining(`planted.ts(${line},`)));
}, 60_000);

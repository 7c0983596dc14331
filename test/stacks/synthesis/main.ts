/**
 * Synthesises one stage without an AWS account: runs the real components of the installed SST platform under Pulumi's mocks
 * and writes every resource as JSON. One process for each synthesis, since Pulumi's runtime is global.
 *
 *   node test/stacks/synthesis/main.ts <stage> <file>
 */
import crypto from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { requirePlatform } from "../../../stacks/scripts/platform.ts";
import { bytesOf } from "./bundle.ts";
import type { Graph } from "./graph.ts";
import { plainer } from "./plain.ts";
import { evaluateApp, evaluateRun } from "./program.ts";
import { loadPulumi } from "./pulumi.ts";
import { mocksOf, record } from "./recording.ts";
import { startServer } from "./server.ts";

const [stage = "dev", file = `.sst/synthesis/${stage}.json`] = process.argv.slice(2);
const root = process.cwd();
const platform = requirePlatform(root);
const work = join(root, ".sst/synthesis", stage);
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

/** Physical names end in eight random bytes; the same ones in every run make two runs comparable. */
const { randomBytes } = crypto;
Object.assign(crypto, {
  randomBytes: (size: number, done?: never) => (size === 8 && !done ? Buffer.alloc(8) : randomBytes(size)),
});

const app = await evaluateApp({ root, platform }, stage);
const { region } = app.providers.aws;
const server = await startServer(root, work);
Object.assign(process.env, { SST_SERVER: server.url, SST_AWS_REGION: region });

const pulumi = loadPulumi(platform);
const plain = plainer(pulumi);
pulumi.runtime.setAllConfig({ "aws:region": region });
await pulumi.runtime.setMocks(mocksOf(plain, region), app.name, stage, false, "organization");
const resources = record(pulumi, plain, `${stage}::${app.name}`);

let outputs: unknown;
/** Values may still be on their way when the program has ended: what is complete is written when nothing is left to do. */
process.once("beforeExit", () => {
  if (outputs === undefined) throw new Error("The program never ended: it waits for a value that cannot come.");
  const graph: Graph = {
    app: { name: app.name, removal: app.removal ?? "retain", protect: app.protect ?? false, region },
    outputs: plain(JSON.parse(JSON.stringify(outputs))),
    resources: [...resources].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, resource]) => resource),
    bundles: Object.fromEntries(
      Object.entries(server.bundles)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, built]) => {
          const { start: _start, ...bundle } = built;
          return [name, { ...bundle, bytes: bytesOf(built) }];
        }),
    ),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(graph, null, 2));
});
outputs = (await pulumi.runtime.runInPulumiStack(() => evaluateRun({ root, platform }, app, stage, work))) ?? {};

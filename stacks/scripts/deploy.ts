/** `npm run deploy -- --stage NAME [--check]`: looks whether the stage can be deployed, then lets SST deploy it. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { SESClient } from "@aws-sdk/client-ses";
import { readSettings, type Settings } from "../settings.ts";
import { preflight } from "./preflight.ts";

const signs = { problem: "✗", advice: "!", fine: "✓" } as const;

const { values } = parseArgs({ options: { stage: { type: "string" }, check: { type: "boolean", default: false } } });
process.exitCode = await main(values.stage, values.check);

/** The exit code. */
async function main(stage: string | undefined, isCheckOnly: boolean): Promise<number> {
  if (stage === undefined || !/^[a-z][a-z0-9-]*$/.test(stage)) {
    console.error("Say which stage, in small letters: npm run deploy -- --stage production");
    return 1;
  }
  const settings = settingsOf(stage);
  if (!settings) return 1;
  const remarks = await preflight(settings, new SESClient({ region: settings.region }));
  for (const { kind, text } of remarks) console.log(`${signs[kind]} ${text}`);
  if (remarks.some(({ kind }) => kind === "problem")) return 1;
  if (isCheckOnly) return 0;
  return spawnSync("sst", ["deploy", "--stage", stage], { stdio: "inherit" }).status ?? 1;
}

/** From `.env.<stage>`, which SST reads too; a variable that is set already comes first. */
function settingsOf(stage: string): Settings | undefined {
  const file = `.env.${stage}`;
  if (existsSync(file)) process.loadEnvFile(file);
  try {
    return readSettings(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message.replace(".env.<stage>", file) : error);
    return undefined;
  }
}

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** The command that a person types. */
const COMMAND = "npm run platform";

const platformOf = (root: string): string => join(root, ".sst", "platform");

/** SST's files come first, then its packages, then the types of the providers: with these it is complete. */
function isInstalled(root: string): boolean {
  const platform = platformOf(root);
  const version = join(platform, "version");
  const isComplete =
    existsSync(join(platform, "config.d.ts")) && existsSync(join(platform, "node_modules/@pulumi/aws"));
  return isComplete && existsSync(version) && readFileSync(version, "utf8").trim() === wantedVersion(root);
}

/** The version of SST in package.json, which is exact. */
function wantedVersion(root: string): string {
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return String(devDependencies.sst);
}

/** SST's components and types; throws one sentence that names the command when they are not installed. */
export function requirePlatform(root: string): string {
  if (isInstalled(root)) return platformOf(root);
  throw new Error(`SST's platform is not installed in .sst/platform: run "${COMMAND}" once (half a minute to two).`);
}

/**
 * Lets SST unpack its components from its npm package and install what they need: no AWS account and nothing but npm's
 * registry. Does nothing when that was done before.
 */
export function installPlatform(root: string): string {
  if (isInstalled(root)) return platformOf(root);
  console.log("SST's platform is being installed into .sst/platform: half a minute to two, once.");
  rmSync(platformOf(root), { recursive: true, force: true });
  const { status, error } = spawnSync("sst", ["install"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      PATH: `${join(root, "node_modules", ".bin")}:${process.env["PATH"]}`,
      // npm instead of a downloaded bun, no look for pulumi, nothing sent home.
      NO_BUN: "1",
      SST_SKIP_DEPENDENCY_CHECK: "1",
      SST_TELEMETRY_DISABLED: "1",
      SST_STAGE: "test",
    },
  });
  if (status !== 0) throw new Error(`SST's platform could not be installed: run "${COMMAND}" again.`, { cause: error });
  return requirePlatform(root);
}

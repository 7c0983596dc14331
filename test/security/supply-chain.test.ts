import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const own = JSON.parse(readFileSync("package.json", "utf8"));
const packages: Record<string, Locked> = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;

test("every dependency of ours is one exact version", () => {
  const versions = Object.entries<string>({ ...own.dependencies, ...own.devDependencies });
  expect(versions.length).toBeGreaterThan(40);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test("every package of the lock file comes with the hash of its content, over HTTPS", () => {
  const outside = Object.entries(packages).filter(([path, { link }]) => path !== "" && link !== true);
  const loose = outside.filter(
    ([, { integrity, resolved }]) =>
      !integrity?.startsWith("sha512-") || (resolved !== undefined && !resolved.startsWith("https://")),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});

test("only packages that are named may run scripts when they are installed", () => {
  expect(Object.keys(own.allowScripts).sort()).toEqual(["classic-level", "esbuild", "node"]);
});

test("the bill of materials is CycloneDX and names every dependency of production", () => {
  // Without --omit dev, which leaves out whatever a development dependency needs too.
  const command = ["sbom", "--sbom-format", "cyclonedx"];
  const { status, stdout } = spawnSync("npm", command, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  expect(status).toBe(0);
  const { bomFormat, components } = JSON.parse(stdout);
  expect(bomFormat).toBe("CycloneDX");
  const named = new Set(
    components.map(({ group, name, version }: { group?: string; name: string; version: string }) =>
      [...(group ? [group] : []), `${name}@${version}`].join("/"),
    ),
  );
  const missing = Object.entries(own.dependencies).filter(([name, version]) => !named.has(`${name}@${version}`));
  expect(missing).toEqual([]);
});

/** Of a stage that exists in tests only. */
const INVENTED = "test/stacks/synthesis/plain.ts";

/** What keys, tokens and passwords look like. */
const SECRETS = [
  /AKIA[0-9A-Z]{16}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bgh[pousr]_[A-Za-z0-9]{36}/,
  /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\./,
  /\b(?:secret|password|token)\w*["']?\s*[:=]\s*["'][A-Za-z0-9+/_-]{32,}["']/i,
];

test("no file of the repository holds a key, a token or a password", () => {
  const files = execFileSync("git", ["ls-files"], { encoding: "utf8" })
    .split("\n")
    .filter(
      (file) =>
        /\.(ts|tsx|json|md|ya?ml|sh|css|csv|txt)$/.test(file) && ![INVENTED, "package-lock.json"].includes(file),
    );
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) => {
    let text: string;
    try {
      text = readFileSync(file, "utf8");
    } catch {
      return []; // Deleted and not committed yet.
    }
    return SECRETS.filter((secret) => secret.test(text)).map((secret) => `${file}: ${secret.source.slice(0, 20)}`);
  });
  expect(found).toEqual([]);
});

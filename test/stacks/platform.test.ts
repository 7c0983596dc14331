import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { requirePlatform } from "../../stacks/scripts/platform.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "esep-platform-"));
  cpSync("package.json", join(root, "package.json"));
});
afterEach(() => rmSync(root, { recursive: true }));

it("a platform that is absent is an error that names the command", () => {
  expect(() => requirePlatform(root)).toThrow('run "npm run platform" once');
});

it("so is one whose installation was broken off, or of another version", () => {
  const platform = join(root, ".sst/platform");
  mkdirSync(join(platform, "node_modules/@pulumi/aws"), { recursive: true });
  writeFileSync(join(platform, "version"), "4.17.1");
  expect(() => requirePlatform(root)).toThrow("npm run platform");
  writeFileSync(join(platform, "config.d.ts"), "");
  expect(requirePlatform(root)).toBe(platform);
  writeFileSync(join(platform, "version"), "4.0.0");
  expect(() => requirePlatform(root)).toThrow("npm run platform");
});

it("the project has it", () => {
  expect(requirePlatform(process.cwd())).toContain(".sst");
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { bundle } from "./synthesis/bundle.ts";

const root = mkdtempSync(join(tmpdir(), "esep-bundle-"));
afterAll(() => rmSync(root, { recursive: true }));
const build = (handler: string) => bundle(root, join(root, "out"), { functionID: "F", handler, runtime: "nodejs24.x" });

it("a handler whose file or export is missing is refused by name", async () => {
  writeFileSync(join(root, "present.ts"), "export const handler = async () => 1;");
  await expect(build("absent.handler")).rejects.toThrow("The function F has no file for its handler absent.handler.");
  await expect(build("present.main")).rejects.toThrow("present.main: the file exports no main.");
  expect((await build("present.handler")).external).toEqual([]);
});

it("an import that cannot be resolved is refused", async () => {
  writeFileSync(join(root, "broken.ts"), 'import "./nowhere.ts"; export const handler = 1;');
  await expect(build("broken.handler")).rejects.toThrow("nowhere");
});

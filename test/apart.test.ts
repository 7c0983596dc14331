import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { apart } from "../vitest.config.ts";

/** What sets this process's environment, or keeps what was wired from it. */
const starting = /\b(startSystem|startCloud|embeddedStores|backedUp)\(/;

test("whatever starts Esep in a test's own process has that process for itself", () => {
  const files = readdirSync("test", { recursive: true, encoding: "utf8" })
    .map((path) => join("test", path))
    .filter((path) => path.endsWith(".test.ts") && !path.startsWith("test/stacks/"));
  const sharing = files.filter((path) => !apart.some((place) => path.startsWith(place)));
  expect(files.length).toBeGreaterThan(sharing.length);
  expect(sharing.filter((path) => starting.test(readFileSync(path, "utf8")))).toEqual([]);
});

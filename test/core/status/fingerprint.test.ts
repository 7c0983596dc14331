import { expect, test } from "vitest";
import { fingerprint } from "../../../core/status/fingerprint.ts";

test.each([
  [68, "0de8d5a3"],
  ["Ә", "dcdb7a7f"],
  [{ a: 1 }, "8b9e4511"],
  [{ a: 2 }, "8b9c067a"],
])("%j has the short name %s in every report, today and later", (data, name) => {
  expect(fingerprint(data)).toBe(name);
});

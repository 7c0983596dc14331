import { expect, test } from "vitest";
import { headsText } from "../../../core/escalation/weekly.ts";

test("the heads of audit chains are a line each, as anybody can hash them", () => {
  const heads = [
    { record: "policy", version: 2, hash: "ab" },
    { record: "register", version: 7, hash: "cd" },
  ];
  expect(headsText(heads)).toBe("policy 2 ab\nregister 7 cd\n");
});

import { describe, expect, test } from "vitest";
import { ARCHIVED_FORMAT, archivedData, isArchived, readArchived } from "../../../core/audit/archived.ts";

const archived = { campaign: 2027, file: "2027.jsonl", sha256: "0123456789abcdef".repeat(4) };
const format = ARCHIVED_FORMAT;

describe("what stays of an archived record", () => {
  test("says in which file it lies", () => {
    const stored = { format, data: archivedData(archived) };
    expect(isArchived(stored)).toBe(true);
    expect(readArchived(stored)).toEqual(archived);
  });

  test.each([
    ["of another format", { format: 2, data: archivedData(archived) }],
    ["of a file without its hash", { format, data: JSON.stringify({ ...archived, sha256: "" }) }],
    ["with more than that", { format, data: JSON.stringify({ ...archived, more: 1 }) }],
    ["that is no JSON", { format, data: "{" }],
    ["that is not there", null],
  ])("is nothing in a record %s", (_, stored) => {
    expect(readArchived(stored)).toBeNull();
  });
});

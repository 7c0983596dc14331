import { describe, expect, test } from "vitest";
import { type AuditEntry, entryText, HashText, readEntry } from "../../../core/audit/entry.ts";
import { day } from "../../../core/calendar/day.ts";
import { instant } from "../../../core/calendar/zone.ts";

const hash = "0123456789abcdef".repeat(4);
const entry: AuditEntry = {
  ...{ record: "dossier:PB-1:2027", version: 2, by: { id: "user:1", name: "Айгерим" } },
  ...{ at: instant(1_800_000_000_000), day: day("2027-01-15"), command: "correct", reason: "Опечатка", request: "r2" },
  ...{ asked: hash, previous: hash, factsBefore: hash, factsAfter: hash },
  changes: [{ path: "schedule/approvedOn", before: "2027-01-14", after: "2027-01-13" }],
};
const text = entryText(entry);

describe("the text of an entry", () => {
  test.each([
    ["with all that an entry may hold", entry],
    ["of a record's first entry", { ...entry, version: 1, reason: null, previous: null, factsBefore: null }],
    [
      "of what is new and what is gone",
      {
        ...entry,
        changes: [
          { path: "a", after: 1 },
          { path: "b", before: null },
        ],
      },
    ],
  ])("%s is read as it was written", (_, written) => {
    expect(readEntry(entryText(written))).toEqual(written);
  });

  test.each([
    ["is no JSON", text.slice(1)],
    ["is null", "null"],
    ["lacks who did it", text.replace('"by":', '"of":')],
    ["names somebody with more than id and name", text.replace('"by":{', '"by":{"role":"x",')],
    ["holds what no entry has", text.replace("{", '{"more":1,')],
    ["holds a change with more than before and after", text.replace('"path":', '"more":1,"path":')],
    ["holds a change of nowhere", text.replace('"path":', '"place":')],
    ["has version 0", text.replace('"version":2', '"version":0')],
    ["has half a version", text.replace('"version":2', '"version":1.5')],
    ["has a day that is none", text.replace("2027-01-15", "2027-02-30")],
    ["names the entry before by a hash too short", text.replace(`"previous":"0`, `"previous":"`)],
    ["names the entry before by a hash too long", text.replace(`"previous":"`, `"previous":"0`)],
    ["names the facts by something before a hash", text.replace(`"factsAfter":"`, `"factsAfter":"sha256-`)],
    ["names the facts by a hash with something behind", text.replace(`${hash}","changes`, `${hash}=","changes`)],
    ["names what was asked by no hash", text.replace(`"asked":"0`, `"asked":"g`)],
  ])("that %s is none", (_, damaged) => {
    expect(damaged).not.toBe(text);
    expect(readEntry(damaged)).toBeNull();
  });
});

test("a text that is no hash is refused in words that say what a hash is", () => {
  const [issue] = HashText.safeParse("sha256").error?.issues ?? [];
  expect(issue?.message).toBe("is no SHA-256 of 64 hexadecimal digits");
});

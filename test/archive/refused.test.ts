import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { refuseArchive } from "../../core/use-cases/records/archive.ts";
import { ARCHIVE_RECORD_FORMAT, archiveName, readArchive } from "../../core/use-cases/records/archive-record.ts";

describe("a campaign is not archived", () => {
  const closed = { bodies: [], failed: [], damaged: [] };
  const key = (campaign: number) => ({ body: "PB-1", campaign, obligation: "reply", subject: "A-1" });
  const watched = (campaign: number) => ({ ...closed, bodies: [{ body: { id: "PB-1" }, findings: [key(campaign)] }] });
  const damage = (campaign: number) => ({ body: "PB-1", campaign, reason: "x" });
  const refusalOf = (campaign: number, assessment: object) =>
    refuseArchive(campaign, day("2029-02-01"), assessment as Parameters<typeof refuseArchive>[2]);

  test.each([
    ["before the Order applied", 2023, closed, { kind: "no-campaign" }],
    ["while it runs", 2029, closed, { kind: "too-early", from: 2031 }],
    ["while the one after it runs", 2028, closed, { kind: "too-early", from: 2030 }],
    ["with a finding that is still watched", 2027, watched(2027), { kind: "open", findings: [key(2027)] }],
    ["while one after it has such a finding", 2027, watched(2028), { kind: "open", findings: [key(2028)] }],
    [
      "when a record of it or of the one after it cannot be read",
      2027,
      { ...watched(2027), damaged: [2027, 2028, 2029].map(damage) },
      { kind: "unchecked", findings: [damage(2027), damage(2028)] },
    ],
    [
      "when one of its findings could not be made",
      2027,
      { ...closed, failed: [key(2028)], damaged: [damage(2027)] },
      { kind: "unchecked", findings: [key(2028), damage(2027)] },
    ],
  ])("%s, and what is in the way is named", (_name, campaign, assessment, refusal) => {
    expect(refusalOf(campaign, assessment)).toEqual(refusal);
  });

  test("unless all of it and of the one after it is closed, whatever a later one holds", () => {
    const later = { ...watched(2029), failed: [key(2029)], damaged: [damage(2029)] };
    expect([2024, 2027].map((campaign) => refusalOf(campaign, later))).toEqual([null, null]);
  });
});

describe("the record of an archived campaign", () => {
  const said = { campaign: 2025, state: "archived", file: "2025.jsonl", sha256: "a".repeat(64), counts: { letter: 2 } };
  const read = (format: number, data: string) => readArchive({ format, data });

  test("is called by the campaign and says in which file it lies", () => {
    expect(archiveName(2025)).toBe("archive:2025");
    expect(read(ARCHIVE_RECORD_FORMAT, JSON.stringify(said))).toEqual(said);
  });

  test.each(["emptying", "archived", "restoring", "restored"])("can be %s", (state) => {
    expect(read(1, JSON.stringify({ ...said, state }))).toMatchObject({ state });
  });

  test.each([
    ["in a format that is not known", 2, said],
    ["in a state that is none", 1, { ...said, state: "lost" }],
    ["with parts of a letter", 1, { ...said, counts: { letter: 0.5 } }],
    ["without the file's hash", 1, { ...said, sha256: "a" }],
  ])("cannot be read %s", (_, format, text) => expect(read(format, JSON.stringify(text))).toBeNull());

  test("cannot be read cut off", () => expect(read(1, "{")).toBeNull());
});

import { describe, expect, it, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import { Dossier, type DossierText } from "../../core/dossier/dossier.ts";
import { type EvidenceItem, factAt, saidBy, standingEvidence } from "../../core/evidence/evidence.ts";
import { sha256 } from "../../functions/hash.ts";
import { dossierOf, heldOn, meetingOn, type NoticeText, noticeOf, raisedOn } from "../core/support/facts.ts";
import { actor } from "./support/uploads.ts";

/** A file that proves a fact as it stands in a dossier. */
function proofOf(dossier: DossierText, path: string): EvidenceItem {
  const fact = factAt(Dossier.parse(dossier), path);
  if (!fact) throw new Error(`Nothing is recorded at ${path}.`);
  return {
    ...{ id: "u1", fact: path, said: saidBy(fact, sha256), title: "Скан", type: "image/png", bytes: 1 },
    ...{ sha256: "a".repeat(64), by: actor, on: day("2027-03-15"), at: instant(0) },
  };
}

/** What became of the fact, and where it stands now. */
function became(before: DossierText, path: string, after: DossierText): string {
  const [found] = standingEvidence({ items: [proofOf(before, path)] }, Dossier.parse(after), sha256);
  return `${found?.standing} ${found?.fact}`;
}

const M = "2027-03-12";
const first = noticeOf("2027-03-01", {});
const second = noticeOf("2027-03-02", {});
const noticed = (...notices: NoticeText[]) => dossierOf([meetingOn(M, { notices })]);
const waiver = (obligation: "notice" | "venue") =>
  ({ obligation, subject: "m1", reason: "ЧП", by: "MIA", from: "2027-01-01" }) as const;
const answered = (registeredOn: string, repliedOn: string) =>
  dossierOf([heldOn(M, { appeals: [raisedOn(M, { registeredOn, repliedOn })] })]);

describe("of a fact with a name", () => {
  const reply = "meetings/m1/appeals/A-1/repliedOn";
  test.each([
    ["stays", answered("2027-03-13", "2027-03-15"), `same ${reply}`],
    ["says something else now", answered("2027-03-13", "2027-03-16"), `changed ${reply}`],
    [
      "says something else now, and another says what it said",
      answered("2027-03-15", "2027-03-16"),
      `changed ${reply}`,
    ],
    ["is gone", dossierOf([heldOn(M)]), `gone ${reply}`],
  ])("it is known when it %s", (_what, after, standing) => {
    expect(became(answered("2027-03-13", "2027-03-15"), reply, after)).toBe(standing);
  });
});

describe("of a notice or waiver, which has but a number", () => {
  const notice = "meetings/m1/notices/1";
  test.each([
    ["stays", noticed(first, second), `same ${notice}`],
    ["moves up", noticed(second), "same meetings/m1/notices/0"],
    ["moves down", noticed(first, first, second), "same meetings/m1/notices/2"],
    ["is gone", noticed(first), `gone ${notice}`],
    ["says something else now", noticed(first, noticeOf("2027-03-03", {})), `gone ${notice}`],
  ])("it is known when it %s", (_what, after, standing) => {
    expect(became(noticed(first, second), notice, after)).toBe(standing);
  });

  it("is not taken for the same notice of another meeting", () => {
    const other = meetingOn("2027-03-19", { id: "m2", notices: [second] });
    const after = dossierOf([meetingOn(M, { notices: [first] }), other]);
    expect(became(noticed(first, second), notice, after)).toBe(`gone ${notice}`);
  });

  it("is known of a waiver, too", () => {
    const [before, after] = [[waiver("notice"), waiver("venue")], [waiver("venue")]];
    expect(became(dossierOf([], { waivers: before }), "waivers/1", dossierOf([], { waivers: after }))).toBe(
      "same waivers/0",
    );
  });
});

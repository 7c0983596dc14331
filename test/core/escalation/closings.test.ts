import { describe, expect, it } from "vitest";
import { day, formatDay } from "../../../core/calendar/day.ts";
import type { DossierText } from "../../../core/dossier/dossier.ts";
import { closingsFor, endedKeys, findingName } from "../../../core/escalation/closings.ts";
import { addToTold, type DueKey, type Told } from "../../../core/escalation/told.ts";
import { dossierOf, fullNotice, meetingOn } from "../support/facts.ts";
import { factsWith } from "../support/refused.ts";
import { evaluatedAt, slotOf, worldOf } from "../support/sweeps.ts";

const key: DueKey = { body: "PB-1", campaign: 2027, obligation: "notice", subject: "m1", due: day("2027-03-02") };

/** A recipient who was told of the notice of 12 March on 1 March. */
function toldOnce(): Told {
  const told: Told = new Map();
  addToTold(told, { slot: slotOf("2027-03-01T09:00"), items: [{ ...key, stage: "target" }], closed: [] });
  return told;
}

const knownOf = (dossier: DossierText, slot: string, unchecked: readonly string[] = []) => {
  const world = worldOf(factsWith([dossier]));
  const findings = evaluatedAt(world, slotOf(slot)).flatMap((evaluated) => evaluated.findings);
  return {
    find: (asked: Parameters<typeof findingName>[0]) =>
      findings.find((finding) => findingName(finding) === findingName(asked)),
    bodies: world.register.byId,
    isUnchecked: (asked: Parameters<typeof findingName>[0]) => unchecked.includes(findingName(asked)),
  };
};
const closing = (told: Told, ...args: Parameters<typeof knownOf>) =>
  closingsFor(told, knownOf(...args)).map(
    ({ closure, metOn }) => `${closure}${metOn === null ? "" : ` ${formatDay(metOn)}`}`,
  );
const published = (on: string) => dossierOf([meetingOn("2027-03-12", { notices: [fullNotice(on, "2027-03-12")] })]);

describe("what was closed since somebody was told", () => {
  it("is said to be met or late, with its day", () => {
    expect(closing(toldOnce(), published("2027-03-02"), "2027-03-03T09:00")).toEqual(["met 2027-03-02"]);
    expect(closing(toldOnce(), published("2027-03-03"), "2027-03-03T09:00")).toEqual(["late 2027-03-03"]);
  });

  it("is marked when its facts were recorded late", () => {
    const known = { ...knownOf(published("2027-03-02"), "2027-03-03T09:00"), isRecordedLate: () => true };
    expect(closingsFor(toldOnce(), known)).toMatchObject([{ closure: "met", recordedLate: true }]);
    const inTime = { ...known, isRecordedLate: () => false };
    expect(closingsFor(toldOnce(), inTime)[0]).not.toHaveProperty("recordedLate");
    expect(closingsFor(toldOnce(), knownOf(published("2027-03-02"), "2027-03-03T09:00"))[0]).not.toHaveProperty(
      "recordedLate",
    );
  });

  it("has no day and no such mark when it applies no more or was waived", () => {
    const gone = { ...knownOf(dossierOf([]), "2027-03-03T09:00"), isRecordedLate: () => true };
    expect(closingsFor(toldOnce(), gone)).toEqual([
      { key, bodyName: { ru: "ОП", kk: "ПБ" }, closure: "void", metOn: null },
    ]);
    const waivers: DossierText["waivers"] = [
      { obligation: "notice", subject: "m1", reason: "ЧП", by: "MIA", from: "2027-03-02" },
    ];
    const waived = knownOf({ ...published("2027-03-02"), waivers }, "2027-03-03T09:00");
    expect(closingsFor(toldOnce(), { ...waived, isRecordedLate: () => true })).toEqual([
      { key, bodyName: { ru: "ОП", kk: "ПБ" }, closure: "waived", metOn: null },
    ]);
  });

  it("is said to be waived", () => {
    const waivers: DossierText["waivers"] = [
      { obligation: "notice", subject: "m1", reason: "ЧП", by: "MIA", from: "2027-03-02" },
    ];
    expect(closing(toldOnce(), dossierOf([meetingOn("2027-03-12")], { waivers }), "2027-03-03T09:00")).toEqual([
      "waived",
    ]);
  });

  it("is said to apply no more when the meeting is cancelled or moved", () => {
    const cancelled = meetingOn("2027-03-12", { status: "cancelled", cancelledOn: "2027-03-02" });
    expect(closing(toldOnce(), dossierOf([cancelled]), "2027-03-03T09:00")).toEqual(["void"]);
    expect(closing(toldOnce(), dossierOf([meetingOn("2027-03-26")]), "2027-03-03T09:00")).toEqual(["void"]);
  });

  it("is said to be unchecked when it could not be evaluated, each time", () => {
    const known = knownOf(dossierOf([]), "2027-03-03T09:00", [findingName(key)]);
    const closings = closingsFor(toldOnce(), known);
    expect(closings.map(({ closure }) => closure)).toEqual(["unchecked"]);
    expect(endedKeys(closings)).toEqual([]);
  });

  it("is nothing while it is open, overdue or breached", () => {
    for (const slot of ["2027-03-02T09:00", "2027-03-03T09:00", "2027-03-12T09:00"]) {
      expect(closing(toldOnce(), dossierOf([meetingOn("2027-03-12")]), slot)).toEqual([]);
    }
  });

  it("is said once", () => {
    const told = toldOnce();
    const known = knownOf(published("2027-03-02"), "2027-03-03T09:00");
    addToTold(told, { slot: slotOf("2027-03-03T09:00"), items: [], closed: endedKeys(closingsFor(told, known)) });
    expect(closingsFor(told, known)).toEqual([]);
  });

  it("is said by the body's name, or its id when the register has lost it", () => {
    const known = knownOf(published("2027-03-02"), "2027-03-03T09:00");
    expect(closingsFor(toldOnce(), known)[0]?.bodyName).toEqual({ ru: "ОП", kk: "ПБ" });
    expect(closingsFor(toldOnce(), { ...known, bodies: new Map() })[0]?.bodyName).toEqual({ ru: "PB-1", kk: "PB-1" });
  });
});

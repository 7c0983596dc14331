import { expect, it } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { recordsKey } from "../../core/use-cases/assess/assess.ts";
import { findRecordedLate } from "../../core/use-cases/assess/recorded-late.ts";
import { workdays } from "./support/evaluate.ts";
import { dossierOf, fullNotice, meetingOn } from "./support/facts.ts";

const text = dossierOf([meetingOn("2027-03-12", { notices: [fullNotice("2027-03-01", "2027-03-12")] })]);
const dossier = Dossier.parse(text);
const notice = { body: dossier.body, campaign: 2027, obligation: "notice", subject: "m1" } as const;

const lateOn = (recordedOn: string | null) => {
  const paths = recordedOn === null ? {} : { "meetings/m1/notices/0": day(recordedOn) };
  const records = {
    dossiers: new Map([[dossier.body, [dossier]]]),
    damaged: [],
    unreadable: new Map(),
    recorded: new Map([[recordsKey(dossier.body, 2027), paths]]),
  };
  return findRecordedLate(records, { workdays, policy: defaultPolicy }, () => day("2027-03-10"));
};

it.each([
  ["on the next working day", "2027-03-02", false],
  ["two working days after", "2027-03-03", true],
  ["on a day that nobody knows, as from a file", null, false],
])("a notice of Monday 1 March recorded %s is late: %s %s", (_, recordedOn, isLate) => {
  expect(lateOn(recordedOn)(notice).length > 0).toBe(isLate);
});

it("a fact marks only the findings that turn on it", () => {
  expect(lateOn("2027-03-09")({ ...notice, obligation: "venue" })).toEqual([]);
  expect(lateOn("2027-03-09")({ ...notice, body: "PB-9" })).toEqual([]);
});

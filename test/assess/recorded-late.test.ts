import { expect, it } from "vitest";
import { createPresentWorkdays, workdaysWith } from "../../core/calendar/calendar-versions.ts";
import { day } from "../../core/calendar/day.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { recordsKey } from "../../core/use-cases/assess/assess.ts";
import { findRecordedLate } from "../../core/use-cases/assess/recorded-late.ts";
import { workdays } from "../core/support/evaluate.ts";
import { dossierOf, fullNotice, meetingOn } from "../core/support/facts.ts";

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

/** Notices of Monday 1 March 2027 and 4 March 2026, recorded on these days by body and campaign. */
const among = (recorded: Readonly<Record<string, string>>) => {
  const earlier = Dossier.parse({
    ...dossierOf([meetingOn("2026-03-12", { notices: [fullNotice("2026-03-04", "2026-03-12")] })]),
    campaign: 2026,
  });
  const other = Dossier.parse({ ...text, body: "PB-2" });
  const days = Object.entries(recorded).map(([key, on]) => [key, { "meetings/m1/notices/0": day(on) }] as const);
  const dossiers = new Map([
    [dossier.body, [earlier, dossier]],
    ["PB-2", [other]],
  ]);
  const records = { dossiers, damaged: [], unreadable: new Map(), recorded: new Map(days) };
  return findRecordedLate(records, { workdays, policy: defaultPolicy }, () => day("2027-03-10"));
};

it("each body's campaign has its own days", () => {
  const key = (body: string, campaign: number) => `${body} ${campaign}`;
  const late = among({
    [key(dossier.body, 2026)]: "2026-03-05",
    [key(dossier.body, 2027)]: "2027-03-03",
    [key("PB-2", 2027)]: "2027-03-02",
  });
  for (let twice = 0; twice < 2; twice++) {
    expect(late(notice)).toEqual(["meetings/m1/notices/0"]);
    expect(late({ ...notice, campaign: 2026 })).toEqual([]);
    expect(late({ ...notice, body: "PB-2" })).toEqual([]);
  }
  // In time for this year's notice, a year late for the other's.
  expect(among({ [key(dossier.body, 2027)]: "2027-03-02" })(notice)).toEqual([]);
});

it("nothing is known to be late of facts that nobody has recorded one by one", () => {
  const records = { dossiers: new Map([[dossier.body, [dossier]]]), damaged: [], unreadable: new Map() };
  const late = findRecordedLate(records, { workdays, policy: defaultPolicy }, () => day("2027-03-10"));
  expect(late(notice)).toEqual([]);
});

it("another calendar is asked anew", () => {
  const calendar = createPresentWorkdays(workdays);
  const recorded = new Map([[recordsKey(dossier.body, 2027), { "meetings/m1/notices/0": day("2027-03-03") }]]);
  const records = { dossiers: new Map([[dossier.body, [dossier]]]), damaged: [], unreadable: new Map(), recorded };
  const late = () =>
    findRecordedLate(records, { workdays: calendar, policy: defaultPolicy }, () => day("2027-03-10"))(notice);
  expect(late()).toHaveLength(1);
  const off = { day: day("2027-03-02"), kind: "dayoff", ru: "выходной", kk: "демалыс" } as const;
  calendar.use(workdaysWith({ days: [off] }));
  expect(late()).toEqual([]);
});

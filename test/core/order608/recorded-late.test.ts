import { expect, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { createWorkdays } from "../../../core/calendar/workdays.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import { joinPath } from "../../../core/dossier/fact-path.ts";
import { recordedFacts } from "../../../core/dossier/recorded-facts.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import type { FindingKey } from "../../../core/order608/finding.ts";
import { lateFacts, recordedLateOf } from "../../../core/order608/recorded-late.ts";
import { dossierOf, fullNotice, groups, heldOn, meetingOn, place, protocolOf, raisedOn } from "../support/facts.ts";

const held = "2027-03-12";

/** A dossier in which every kind of fact is recorded; a second meeting has its own. */
const dossier = Dossier.parse(
  dossierOf(
    [
      heldOn(held, {
        notices: [fullNotice("2027-02-20", held)],
        invitation: { sentOn: "2027-02-20", forDate: held, groups: [...groups] },
        venue: { checkedOn: "2027-02-20", place: place.ru, hygienic: true, capacity: 300 },
        content: { readyOn: "2027-03-01", sections: [1] },
        readiness: { checkedOn: "2027-03-01", inPerson: true, clearedOfSecrets: true, orderPlanned: true },
        protocol: protocolOf(held, { decisions: [{ id: "d1", text: "Свет", doneOn: "2027-04-01" }] }),
        records: { number: "7", registeredOn: "2027-03-15" },
        appeals: [
          raisedOn(held, {
            registeredOn: held,
            transferredOn: "2027-03-16",
            repliedOn: "2027-04-01",
            redirectedOn: "2027-03-16",
            initiatorNotifiedOn: "2027-03-16",
            extension: { decidedOn: "2027-03-30", until: "2027-04-20", notifiedOn: "2027-03-31" },
          }),
        ],
      }),
      meetingOn("2027-03-20", { id: "m2", content: { readyOn: "2027-03-01", sections: [1] } }),
    ],
    { schedule: { approvedOn: "2027-01-15" } },
  ),
);

const recordedOn = day("2027-06-01");
const recorded = Object.fromEntries(recordedFacts(dossier).map(({ path }) => [joinPath(path), recordedOn]));
const asOf = (today: string) =>
  lateFacts(dossier, recorded, { workdays: createWorkdays(), policy: defaultPolicy, today: day(today) });

const appeal = "meetings/m1/appeals/A-1";
const expected: readonly (readonly [FindingKey["obligation"], string, readonly string[]])[] = [
  ["schedule", "dossier", ["schedule"]],
  ["report", "dossier", ["meetings/m1/status"]],
  ["notice", "m1", ["meetings/m1/notices/0"]],
  ["invitation", "m1", ["meetings/m1/invitation"]],
  ["venue", "m1", ["meetings/m1/venue"]],
  ["content", "m1", ["meetings/m1/content"]],
  ["content", "m2", ["meetings/m2/content"]],
  ["readiness", "m1", ["meetings/m1/readiness"]],
  [
    "protocol",
    "m1",
    [
      "meetings/m1/protocol",
      "meetings/m1/protocol/signatures/secretary",
      "meetings/m1/protocol/signatures/head",
      appeal,
    ],
  ],
  ["registration", "A-1", [appeal, `${appeal}/registeredOn`]],
  ["reply", "A-1", [appeal, `${appeal}/registeredOn`, `${appeal}/repliedOn`, `${appeal}/extension`]],
  ["transfer", "A-1", [appeal, `${appeal}/transferredOn`, `${appeal}/repliedOn`]],
  ["extension-notice", "A-1", [`${appeal}/extension`, `${appeal}/extension/notifiedOn`]],
  ["redirection", "A-1", [appeal, `${appeal}/redirectedOn`, `${appeal}/initiatorNotifiedOn`]],
  ["records", "m1", ["meetings/m1/status", "meetings/m1/records"]],
  ["decision", "m1/d1", ["meetings/m1/protocol/decisions/d1/doneOn"]],
];

test.each(expected)("%s of %s names the late facts that it turns on", (obligation, subject, paths) => {
  const finding = { body: "PB-1", campaign: 2027, obligation, subject };
  expect(recordedLateOf(finding, asOf("2027-06-01"))).toEqual(paths);
});

test("a fact that had not happened by the day is not named", () => {
  const finding = { body: "PB-1", campaign: 2027, obligation: "reply", subject: "A-1" } as const;
  expect(recordedLateOf(finding, asOf("2027-03-20"))).toEqual([appeal, `${appeal}/registeredOn`]);
});

test("a fact of the very day is named", () => {
  const finding = { body: "PB-1", campaign: 2027, obligation: "reply", subject: "A-1" } as const;
  expect(recordedLateOf(finding, asOf("2027-04-01"))).toContain(`${appeal}/repliedOn`);
  expect(recordedLateOf(finding, asOf("2027-03-31"))).not.toContain(`${appeal}/repliedOn`);
});

test("an appeal is found among those of every meeting", () => {
  const [first, second] = [heldOn(held), heldOn("2027-03-20", { id: "m2" })];
  const several = Dossier.parse(
    dossierOf([
      { ...first, appeals: [raisedOn(held, { number: "A-0" }), raisedOn(held)] },
      { ...second, appeals: [raisedOn("2027-03-20", { number: "A-3" }), raisedOn("2027-03-20", { number: "A-2" })] },
    ]),
  );
  const late = recordedFacts(several).map(({ path }) => joinPath(path));
  const named = (subject: string) =>
    recordedLateOf({ body: "PB-1", campaign: 2027, obligation: "registration", subject }, { dossier: several, late });
  expect(named("A-1")).toEqual(["meetings/m1/appeals/A-1"]);
  expect(named("A-2")).toEqual(["meetings/m2/appeals/A-2"]);
});

test("the schedule turns on a cancelled meeting as well", () => {
  const gone = meetingOn("2027-02-26", { id: "m3", status: "cancelled", cancelledOn: "2027-02-01" });
  const cancelled = Dossier.parse(dossierOf([gone]));
  const late = ["meetings/m3/cancelledOn", "meetings/m3/date"];
  const schedule = { body: "PB-1", campaign: 2027, obligation: "schedule", subject: "dossier" } as const;
  expect(recordedLateOf(schedule, { dossier: cancelled, late })).toEqual(["meetings/m3/cancelledOn"]);
});

test("a subject that is gone, and a dossier without late facts, name nothing", () => {
  const finding = { body: "PB-1", campaign: 2027, obligation: "reply", subject: "A-9" } as const;
  expect(recordedLateOf(finding, asOf("2027-06-01"))).toEqual([]);
  const decision = { ...finding, obligation: "decision", subject: "m9/d1" } as const;
  expect(recordedLateOf(decision, asOf("2027-06-01"))).toEqual([]);
  expect(recordedLateOf({ ...finding, subject: "A-1" }, { dossier, late: [] })).toEqual([]);
});

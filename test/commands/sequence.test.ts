import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import * as z from "zod";
import { type Day, day, formatDay, plusDays } from "../../core/calendar/day.ts";
import { commandByName, commands } from "../../core/dossier/commands/all.ts";
import { isRefusal } from "../../core/dossier/commands/refusal.ts";
import { Dossier, emptyDossier } from "../../core/dossier/dossier.ts";
import { joinPath } from "../../core/dossier/fact-path.ts";
import { type RecordedDays, recordChanges } from "../../core/dossier/recorded.ts";
import { recordedFacts } from "../../core/dossier/recorded-facts.ts";
import { contextAt } from "./support/steps.ts";

const FIRST = day("2027-03-08");
const date = fc.integer({ min: 0, max: 12 }).map((count) => formatDay(plusDays(FIRST, count)));
const time = fc.constantFrom("09:00", "15:00");
const place = fc.constantFrom({ ru: "Клуб", kk: "Клуб" }, { ru: "Школа", kk: "Мектеп" });
const meeting = fc.constantFrom("m1", "m2", "m3");
const appeal = fc.constantFrom("A-1", "A/2", "A~3");
const name = fc.constantFrom("Ким А.", "Иванов Б.", "ким а.");
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
const about = { meeting };
const optional = <Model extends object>(
  model: { [Key in keyof Model]: fc.Arbitrary<Model[Key]> },
  ...keys: (keyof Model)[]
) => fc.record(model, { requiredKeys: keys });

const path = fc.constantFrom(
  "schedule/approvedOn",
  "schedule",
  "waivers/0",
  ...["m1", "m2"].flatMap((id) =>
    [
      "date",
      "startsAt",
      "status",
      "cancelledOn",
      "expectedParticipants",
      "invitation",
      "notices/0",
      "protocol",
      "protocol/drawnUpOn",
      "protocol/date",
      "protocol/signatures/head",
      "protocol/decisions/d1/doneOn",
      "records/registeredOn",
      "appeals/A-1",
      "appeals/A~12/repliedOn",
      "appeals/A-1/receivedOn",
    ].map((field) => `meetings/${id}/${field}`),
  ),
);

/** Inputs that are often, but not always, right. */
const inputs: Readonly<Record<string, fc.Arbitrary<object>>> = {
  "approve-schedule": fc.record({ approvedOn: date }),
  "plan-meeting": fc.record({ date, startsAt: time, place }),
  "move-meeting": optional({ meeting, date, startsAt: time, place, expectedParticipants: fc.nat(9) }, "meeting"),
  "cancel-meeting": fc.record({ ...about, cancelledOn: date }),
  "confirm-held": fc.record(about),
  "record-invitation": fc.record({ ...about, sentOn: date, forDate: date, groups: fc.constant(["media"]) }),
  "record-venue-check": fc.record({
    ...about,
    checkedOn: date,
    place: fc.constant("Клуб"),
    hygienic: fc.boolean(),
    capacity: fc.nat(9),
  }),
  "record-content": fc.record({ ...about, readyOn: date, sections: fc.subarray([1, 2, 10]) }),
  "record-readiness": fc.record({
    ...about,
    checkedOn: date,
    inPerson: fc.boolean(),
    clearedOfSecrets: fc.boolean(),
    orderPlanned: fc.boolean(),
  }),
  "publish-notice": fc.record({
    ...about,
    publishedOn: date,
    channel: fc.constantFrom("press", "web"),
    outlet: fc.constant("Газета"),
    announces: fc.record({ date, schedule: fc.boolean() }, { requiredKeys: [] }),
  }),
  "draw-up-protocol": optional(
    {
      meeting,
      drawnUpOn: date,
      date,
      participants: fc.nat(300),
      decisions: fc.array(optional({ id: fc.constantFrom("d1", "d2"), text: fc.constantFrom("а", "б") }, "text"), {
        maxLength: 3,
      }),
      appeals: fc.subarray(["A-1", "A/2"], { maxLength: 1 }),
    },
    "meeting",
    "drawnUpOn",
  ),
  "sign-protocol": fc.record({ ...about, role: fc.constantFrom("secretary", "head"), name, signedOn: date }),
  "register-records": fc.record({ ...about, number: fc.constant("12-34"), registeredOn: date }),
  "receive-appeal": fc.record({
    ...about,
    number: appeal,
    kind: fc.constantFrom("complaint", "remark"),
    receivedOn: date,
    answered: fc.constantFrom("full", "none"),
    competence: fc.constantFrom("police", "other"),
  }),
  "register-appeal": fc.record({ appeal, registeredOn: date }),
  "extend-appeal": fc.record({ appeal, decidedOn: date, until: date }),
  "notify-extension": fc.record({ appeal, notifiedOn: date }),
  "transfer-appeal": fc.record({ appeal, transferredOn: date }),
  "reply-appeal": fc.record({ appeal, repliedOn: date }),
  "redirect-appeal": fc.record({ appeal, redirectedOn: date }),
  "notify-initiator": fc.record({ appeal, initiatorNotifiedOn: date }),
  "complete-decision": fc.record({ ...about, decision: fc.constantFrom("d1", "d2"), doneOn: date }),
  waive: fc.record({
    obligation: fc.constantFrom("report", "notice", "reply"),
    subject: fc.constantFrom("dossier", "m1", "A-1"),
    reason: fc.constant("Карантин"),
    from: date,
  }),
  "end-waiver": fc.record({
    obligation: fc.constantFrom("report", "notice", "reply"),
    subject: fc.constantFrom("dossier", "m1", "A-1"),
    to: date,
  }),
  correct: fc
    .record({
      path,
      value: maybe(fc.oneof(date, time, fc.nat(9), fc.constant("planned"))),
      reason: fc.constant("Опечатка"),
    })
    .map(({ value, ...rest }) => (value === undefined ? rest : { ...rest, value })),
};

type Given = readonly [command: string, input: object, mayWaive: boolean];
const step: fc.Arbitrary<Given> = fc
  .constantFrom(...Object.keys(inputs))
  .chain((command) => fc.tuple(fc.constant(command), inputs[command] ?? fc.constant({}), fc.boolean()));
/** What most later commands need, so that not every run stays before its first meeting. */
const start: Given[] = [
  ["plan-meeting", { date: formatDay(FIRST), startsAt: "09:00", place: { ru: "Клуб", kk: "Клуб" } }, false],
  [
    "receive-appeal",
    {
      meeting: "m1",
      number: "A-1",
      kind: "complaint",
      receivedOn: formatDay(FIRST),
      answered: "none",
      competence: "mixed",
    },
    false,
  ],
  [
    "draw-up-protocol",
    { meeting: "m1", drawnUpOn: formatDay(FIRST), decisions: [{ text: "а" }], appeals: ["A-1"] },
    false,
  ],
];
const campaign = fc
  .tuple(fc.subarray(start), fc.array(fc.array(step, { minLength: 6, maxLength: 20 }), { minLength: 6, maxLength: 12 }))
  .map(([first, days]) => [first, ...days]);

/** From its day on a meeting keeps its date, time and place, and is not cancelled any more. */
function expectFrozen(before: Dossier, result: Dossier, today: Day): void {
  for (const { id, date: on, startsAt, place: where, status } of before.meetings) {
    if (on > today) continue;
    const now = result.meetings.find((known) => known.id === id);
    expect(now).toMatchObject({ date: on, startsAt, place: where });
    expect(now?.status === "cancelled").toBe(status === "cancelled");
  }
}

function expectTwoSigners(dossier: Dossier): void {
  for (const { protocol } of dossier.meetings) {
    const names = (protocol?.signatures ?? []).map(({ name: signer }) => signer.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  }
}

describe("any sequence of commands", () => {
  const accepted = new Map<string, number>();

  it("yields only dossiers that an import takes unchanged, and refusals that change nothing", () => {
    fc.assert(
      fc.property(campaign, (days) => {
        let dossier = emptyDossier("DP-10", 2027);
        let recorded: RecordedDays = {};
        for (const [offset, steps] of days.entries()) {
          const today = plusDays(FIRST, offset);
          for (const [command, input, mayWaive] of steps) {
            const before = JSON.stringify(dossier);
            const result = commandByName
              .get(command)
              ?.run(dossier, input, contextAt(`${formatDay(today)} 16:00`, mayWaive));
            expect(JSON.stringify(dossier)).toBe(before);
            if (!result) throw new RangeError(`There is no command "${command}".`);
            if (isRefusal(result)) {
              expect(result.issues.length).toBeGreaterThan(0);
              continue;
            }
            accepted.set(command, (accepted.get(command) ?? 0) + 1);
            expect(JSON.stringify(result)).not.toBe(before);
            const text = Dossier.encode(result);
            expect(JSON.stringify(Dossier.parse(JSON.parse(JSON.stringify(text))))).toBe(JSON.stringify(result));
            const facts = recordedFacts(result);
            expect(facts.filter(({ on }) => on !== null && on > today)).toEqual([]);
            expectFrozen(dossier, result, today);
            expectTwoSigners(result);
            if (!mayWaive) expect(result.waivers).toEqual(dossier.waivers);
            recorded = recordChanges(dossier, result, recorded, today);
            const paths = facts.map((fact) => joinPath(fact.path));
            expect(Object.keys(recorded)).toEqual(paths);
            expect(new Set(paths).size).toBe(paths.length);
            dossier = result;
          }
        }
      }),
      { numRuns: 150, seed: 608 },
    );
  });

  it("accepts every command now and then, so the law above is not empty", () => {
    expect(commands.map(({ name: command }) => command).filter((command) => !accepted.has(command))).toEqual([]);
  });
});

test.each(commands.map(({ name: command, input }) => [command, input] as const))(
  "%s has an input here, and a schema for the API's document",
  (command, input) => {
    expect(Object.keys(inputs)).toContain(command);
    expect(z.toJSONSchema(input, { io: "input" })).toMatchObject({ type: "object", additionalProperties: false });
  },
);

it("refuses any JSON without throwing", () => {
  fc.assert(
    fc.property(fc.constantFrom(...commands), fc.jsonValue(), (command, input) => {
      const result = command.run(emptyDossier("DP-10", 2027), input, contextAt("2027-03-12 16:00"));
      expect(isRefusal(result)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { END_OF_DAY } from "../../../core/calendar/time.ts";
import type { LocalTime } from "../../../core/calendar/zone.ts";
import { asOf } from "../../../core/dossier/as-of.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import { Facts } from "../../../core/dossier/facts.ts";
import { dayIn, dossierIn, factsIn } from "../support/arbitraries.ts";

const time = (): fc.Arbitrary<LocalTime> =>
  fc.record({
    day: dayIn("2026-12-01", "2027-07-31"),
    minutes: fc.constantFrom(0, 9 * 60, 15 * 60, 18 * 60, 21 * 60, END_OF_DAY),
  });
const dossier = dossierIn(2027).map((text) => Dossier.parse(text));
const inOrder = (a: LocalTime, b: LocalTime) =>
  (a.day - b.day || a.minutes - b.minutes) <= 0 ? ([a, b] as const) : ([b, a] as const);

describe("as of a moment", () => {
  it("looking back from later sees what was seen then", () => {
    fc.assert(
      fc.property(dossier, time(), time(), (facts, a, b) => {
        const [earlier, later] = inOrder(a, b);
        expect(asOf(asOf(facts, later), earlier)).toEqual(asOf(facts, earlier));
      }),
      { numRuns: 300 },
    );
  });

  it("looking twice sees the same", () => {
    fc.assert(
      fc.property(dossier, time(), (facts, at) => {
        expect(asOf(asOf(facts, at), at)).toEqual(asOf(facts, at));
      }),
    );
  });

  it("leaves facts that keep the file rules", () => {
    fc.assert(
      fc.property(dossier, time(), (facts, at) => {
        const encoded = Dossier.encode(asOf(facts, at));
        const listed = encoded.meetings.every(({ protocol, appeals }) =>
          (protocol?.appeals ?? []).every((number) => appeals.some((appeal) => appeal.number === number)),
        );
        // A protocol may list an appeal that is dated after the moment; every other rule holds.
        if (listed) expect(Dossier.safeParse(encoded).error?.issues ?? []).toEqual([]);
      }),
    );
  });

  it("changes nothing once the last fact has happened", () => {
    const end: LocalTime = { day: day("2029-12-31"), minutes: END_OF_DAY };
    fc.assert(
      fc.property(dossier, (facts) => {
        expect(asOf(facts, end)).toEqual(facts);
      }),
    );
  });
});

describe("hiding one fact", () => {
  it("leaves all others as they are", () => {
    const end: LocalTime = { day: day("2029-12-31"), minutes: END_OF_DAY };
    const later = { publishedOn: day("2030-03-01"), channel: "web", outlet: "later", announces: {} } as const;
    const number = "later";
    const appeal = {
      number,
      kind: "remark",
      receivedOn: day("2029-01-01"),
      answered: "none",
      competence: "police",
    } as const;
    fc.assert(
      fc.property(dossier, (facts) => {
        const withMore = {
          ...facts,
          meetings: facts.meetings.map((meeting) => ({
            ...meeting,
            notices: [...meeting.notices, later],
            appeals: [...meeting.appeals.map((raised) => ({ ...raised, repliedOn: later.publishedOn })), appeal],
          })),
        };
        const expected = facts.meetings.map(({ appeals, ...meeting }) => ({
          ...meeting,
          appeals: [...appeals.map(({ repliedOn: _, ...raised }) => raised), appeal],
        }));
        expect(asOf(withMore, end)).toEqual({ ...facts, meetings: expected });
      }),
    );
  });
});

describe("the made-up facts of these tests", () => {
  it("keep every file rule", () => {
    fc.assert(
      fc.property(factsIn(2027), (facts) => {
        expect(Facts.safeParse(facts).error?.issues ?? []).toEqual([]);
      }),
    );
  });
});

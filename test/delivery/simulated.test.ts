import { beforeAll, describe, expect, test } from "vitest";
import { day, formatDay } from "../../core/calendar/day.ts";
import { slotsBetween } from "../../core/escalation/slots.ts";
import type { Told } from "../../core/escalation/told.ts";
import { policyWith } from "../../core/order608/default-policy.ts";
import { createRegister } from "../../core/register/register.ts";
import { type SimulatedLetter, simulate } from "../../core/use-cases/sweep/simulate.ts";
import {
  contact,
  department,
  district,
  dossier,
  factsOf,
  ministry,
  reported,
  waiver,
  withDecision,
  workdays,
} from "../support/delivery/facts.ts";
import { createWorld } from "../support/delivery/world.ts";

const [from, to] = [day("2027-03-10"), day("2027-04-20")];

/** A meeting at 15:00 whose protocol nobody has drawn up, and one of January that was cancelled. */
const withoutProtocol = (body: string, date: string) => {
  const text = reported(body, 2027, date);
  const cancelled = { id: "m0", date: "2027-01-20", status: "cancelled", cancelledOn: "2027-01-10" } as const;
  const meetings = text.meetings.flatMap((held) => [held, { ...held, ...cancelled }]);
  return { ...text, meetings, waivers: text.waivers.filter(({ obligation }) => obligation !== "protocol") };
};

const facts = factsOf(
  [
    ministry(),
    department("DP-1"),
    district("PB-1", "DP-1"),
    district("PB-2", "DP-1", [contact("head", "HEAD@dp-2.example")]),
    department("DP-2"),
    district("PB-3", "DP-2", []),
    { ...district("PB-4", "DP-2"), zone: "Asia/Aqtobe" },
  ],
  2027,
  {
    dossiers: [
      withoutProtocol("PB-1", "2027-03-12"),
      withoutProtocol("DP-2", "2027-03-19"),
      dossier("DP-2", 2026, { waivers: [waiver("schedule"), waiver("report")] }),
      reported("PB-2", 2027, "2027-02-01", withDecision("2027-02-01", "2027-03-22", "2027-03-29")),
      dossier("PB-4", 2027, { waivers: [waiver("schedule"), { ...waiver("report"), from: "2027-04-02" }] }),
    ],
  },
);

const textOf = ({ slot, recipient, level, items, closed }: SimulatedLetter): string => {
  const said = items.map(({ body, obligation, subject, due, stage }) => [body, obligation, subject, due, stage].join());
  const ends = closed.map(({ body, obligation, due }) => [body, obligation, due].join());
  return `${formatDay(slot.day)} ${slot.time} ${recipient} ${level}: ${said.join("; ")} | ${ends.join("; ")}`;
};

const terms = (policy = facts.policy) => ({
  ...{ register: createRegister(facts.bodies), dossiers: facts.dossiers, policy, workdays },
});
const lettersOf = (run: Iterable<{ readonly letters: readonly SimulatedLetter[] }>): string[] =>
  [...run].flatMap(({ letters }) => letters.map(textOf).sort());

/** What sweeps of all scopes write over the same slots. */
async function swept(policy = facts.policy): Promise<string[]> {
  const world = await createWorld({ ...facts, policy }, `${formatDay(from)}T09:00`);
  const found: string[] = [];
  for (const slot of slotsBetween(from, to, policy.slots)) {
    world.goTo(`${formatDay(slot.day)}T${slot.time}`);
    const before = world.letters().length;
    for (const scope of ["MIA", "DP-1", "DP-2"]) await world.sweep(scope);
    await world.dispatch();
    const letters = world.letters().slice(before);
    found.push(...letters.map((letter) => textOf({ ...letter, recipient: letter.recipientKey })).sort());
  }
  return found;
}

describe("a simulation", () => {
  let letters: string[];
  beforeAll(() => {
    letters = lettersOf(simulate({ ...terms(), from, to }));
  });

  test("writes, slot by slot, what the sweeps write", async () => {
    expect(letters.length).toBeGreaterThan(50);
    expect(letters.filter((text) => text.includes("decision")).length).toBeGreaterThan(0);
    expect(letters.filter((text) => !text.endsWith("| ")).length).toBeGreaterThan(0);
    expect(letters.filter((text) => / (18|21):00 /.test(text)).length).toBeGreaterThan(0);
    expect(letters).toEqual(await swept());
  });

  test("does so also where the first slot comes before the stages of its day", async () => {
    const early = policyWith({ ...facts.policy, slots: ["08:00", "12:00", "20:00"] });
    const found = lettersOf(simulate({ ...terms(early), from, to }));
    expect(found.filter((text) => text.includes(" 08:00 "))).not.toEqual(found);
    expect(found).toEqual(await swept(early));
  });

  test.each([
    ["alone", []],
    ["after one that has none", [{ at: "due+2wd", to: ["officer"] }]],
  ])("does so also where a stage comes at an hour of its own, %s", async (_name, before) => {
    const stages = [...before, { at: "due+5wd@18:00", to: ["head"] }];
    const evening = policyWith({ ...facts.policy, ladder: { report: { stages } } });
    const found = lettersOf(simulate({ ...terms(evening), from, to }));
    expect(found.filter((text) => / 18:00 .*due\+5wd@18:00/.test(text)).length).toBeGreaterThan(0);
    expect(found).toEqual(await swept(evening));
  });

  test("goes on where another one has ended, and tells nothing again", () => {
    const told = new Map<string, Told>();
    const middle = day("2027-03-31");
    const first = lettersOf(simulate({ ...terms(), from, to: middle, told }));
    const second = lettersOf(simulate({ ...terms(), from: day("2027-04-01"), to, told }));
    expect([...first, ...second]).toEqual(letters);
    expect(told.get("head@dp-2.example")?.size).toBeGreaterThan(1);
  });

  test("gives every slot with how all bodies stand, letters or not", () => {
    const slots = [...simulate({ ...terms(), from, to: day("2027-03-11") })];
    expect(slots.map(({ slot }) => `${formatDay(slot.day)} ${slot.time}`)).toEqual([
      ...["2027-03-10 09:00", "2027-03-10 18:00", "2027-03-10 21:00"],
      ...["2027-03-11 09:00", "2027-03-11 18:00", "2027-03-11 21:00"],
    ]);
    for (const { bodies } of slots) expect(bodies.map(({ body }) => body.id)).toEqual(facts.bodies.map(({ id }) => id));
  });
});

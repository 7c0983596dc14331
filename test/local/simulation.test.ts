import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import { createRegister } from "../../core/register/register.ts";
import { type SimulatedSlot, simulate } from "../../core/use-cases/sweep/simulate.ts";
import { createChecks } from "../../local/simulation/checks.ts";
import { figuresText, runSimulation } from "../../local/simulation/run.ts";
import { compareRuns } from "../../local/simulation/what-if.ts";
import { partOfDemo } from "../support/part-of-demo.ts";

const facts = Facts.parse(partOfDemo("DP-10"));
const [from, to] = [day("2027-03-01"), day("2027-04-15")];
const workdays = createWorkdays();

const steps = (): SimulatedSlot[] => {
  const world = { register: createRegister(facts.bodies), dossiers: facts.dossiers, policy: defaultPolicy, workdays };
  return [...simulate({ ...world, from, to })];
};

const unchanged = steps();

/** The promises that a changed simulation breaks. */
function broken(
  change: (slot: SimulatedSlot, index: number, all: readonly SimulatedSlot[]) => SimulatedSlot,
): Set<string> {
  const checks = createChecks({ policy: defaultPolicy, workdays });
  for (const [index, step] of unchanged.entries()) checks.checkSlot(change(step, index, unchanged));
  return new Set(checks.breaches.map(({ promise }) => promise));
}

describe("every simulated letter is checked from outside", () => {
  test("and keeps every promise", () => {
    const { letters, breaches } = runSimulation(facts, defaultPolicy, from, to);
    expect(letters.length).toBeGreaterThan(50);
    expect(breaches).toEqual([]);
  });

  test("a letter that is written twice is noticed", () => {
    expect(broken((slot) => ({ ...slot, letters: [...slot.letters, ...slot.letters] }))).toContain("twice");
  });

  test("a letter that comes before its stage or to a closed finding is noticed", () => {
    const early = broken((slot, index, all) => ({ ...slot, letters: all[index + 9]?.letters ?? [] }));
    expect(early).toContain("before-its-stage");
    const late = broken((slot, index, all) => ({ ...slot, letters: all[index - 30]?.letters ?? [] }));
    expect(late).toContain("after-closure");
  });

  test("silence is noticed", () => {
    expect(broken((slot) => ({ ...slot, letters: [] }))).toEqual(new Set(["nobody-told"]));
  });

  test("a letter of what nobody found is noticed", () => {
    const unfounded = broken((slot) => ({ ...slot, bodies: [] }));
    expect(unfounded).toContain("of-nothing");
  });
});

describe("figures of a simulation", () => {
  test("count letters by person and week, and what was closed after which stage", () => {
    const { figures, letters } = runSimulation(facts, defaultPolicy, from, to);
    expect(figures.letters).toBe(letters.length);
    expect(figures.items).toBe(letters.reduce((sum, { items }) => sum + items.length, 0));
    expect(figures.people).toBe(new Set(letters.map(({ recipient }) => recipient)).size);
    expect(figures.perPersonAndWeek.most).toBeGreaterThanOrEqual(figures.perPersonAndWeek.median);
    expect(figures.closedAfter.first).toBeGreaterThan(0);
    expect(figuresText(runSimulation(facts, defaultPolicy, from, to))).toContain("checked: no letter before its stage");
  });

  test("tell what could not be checked for want of a calendar", () => {
    const run = runSimulation({ ...facts, dossiers: [] }, defaultPolicy, day("2030-12-31"), day("2031-01-02"));
    const owed = (facts.bodies.length - 1) * 2;
    expect(figuresText(run)).toContain(`not checked: ${owed} findings, since the calendar does not cover 2031`);
    expect(figuresText(runSimulation(facts, defaultPolicy, from, from))).not.toContain("not checked");
  });
});

describe("what if", () => {
  test("the same policy differs in nothing", () => {
    const run = runSimulation(facts, defaultPolicy, from, to);
    expect(compareRuns(run, run)).toMatchObject({ onlyA: [], onlyB: [], loads: [] });
  });

  test("a stage less is what only the other policy writes, and whose load it takes", () => {
    const ladder = { notice: { stages: defaultPolicy.ladder.notice.stages.slice(1) } };
    const [a, b] = [defaultPolicy, policyWith({ ladder })].map((policy) => runSimulation(facts, policy, from, to));
    if (!a || !b) throw new Error("Nothing ran.");
    const { onlyA, onlyB, loads } = compareRuns(a, b);
    expect(onlyA.length).toBeGreaterThan(0);
    for (const text of [...onlyA, ...onlyB]) expect(text).toContain(" notice ");
    expect(loads.reduce((sum, load) => sum + load.b - load.a, 0)).toBe(b.letters.length - a.letters.length);
  });
});

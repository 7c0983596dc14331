import { expect, test } from "vitest";
import { changing } from "../support/delivery/changing.ts";
import { enumerate, type Scenario } from "../support/delivery/enumerate.ts";
import { holding } from "../support/delivery/holding.ts";

const HOUR = 3_600_000;

/** All of them are millions: of every so many one, a number that shares no factor with the kinds of faults. */
const TAKE = 11;

/** One more slot in every evening, since what is refused twice is written a third time. */
const withLateSlots = (scenario: Scenario): Scenario => {
  const late = scenario.slots.filter((slot) => slot.endsWith("T18:00")).map((slot) => slot.replace("T18", "T21"));
  return { ...scenario, slots: [...new Set([...scenario.slots, ...late])].sort() };
};

test.each(
  Object.entries<Scenario>({ ...changing, ...holding }).flatMap(([name, scenario]) => [
    [name, withLateSlots(scenario)] as const,
    [`${name}, newest first`, { ...withLateSlots(scenario), newestFirst: true }] as const,
  ]),
)(
  "histories with two faults lose nothing and repeat only what is unknown: %s",
  async (name, scenario) => {
    const { histories, calls, wrong } = await enumerate(scenario, 2, TAKE);
    console.info(`${histories} histories with one or two faults over ${calls} calls: ${name}.`);
    expect(wrong).toEqual([]);
  },
  HOUR,
);

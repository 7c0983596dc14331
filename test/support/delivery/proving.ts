import { expect } from "vitest";
import { enumerateTwo, type Scenario } from "./enumerate.ts";
import type { World } from "./world.ts";

/** Longer than any proof takes, in milliseconds. */
export const HOUR = 3_600_000;

/** One more slot in every evening, since what is refused twice is written a third time. */
export const withLateSlots = (scenario: Scenario<World>): Scenario<World> => {
  const late = scenario.slots.filter((slot) => slot.endsWith("T18:00")).map((slot) => slot.replace("T18", "T21"));
  return { ...scenario, slots: [...new Set([...scenario.slots, ...late])].sort() };
};

/** Runs all histories of a scenario with one fault or two, and says how many they were. */
export async function proveTwoFaults(name: string, scenario: Scenario<World>): Promise<void> {
  const { histories, standFor, calls, wrong } = await enumerateTwo(scenario);
  console.info(
    `${histories} histories stand for ${standFor} with one or two faults over ${calls} calls: ${name}; ${wrong.length} wrong.`,
  );
  expect(wrong).toEqual([]);
}

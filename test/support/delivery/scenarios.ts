import type { Scenario } from "./enumerate.ts";
import { contact, department, district, factsOf, ministry } from "./facts.ts";

/**
 * A report that nobody has held: on 1 April the officers, heads and those above are told, on 5 April the ministry too.
 * The evening slots have nothing new, so that what was refused is written again. The head of the first department is
 * the only contact of the second: one letter, from the first scope.
 */
export const twoScopes: Scenario = {
  facts: factsOf(
    [
      ministry(),
      department("DP-1"),
      district("PB-1", "DP-1", [contact("officer", "officer@pb-1.example")]),
      department("DP-2", [contact("head", "Head@DP-1.example")]),
    ],
    2027,
  ),
  slots: ["2027-04-01T09:00", "2027-04-01T18:00", "2027-04-05T09:00", "2027-04-05T18:00"],
};

const smallest = (policySlots: readonly string[]) =>
  factsOf([ministry([contact("staff", "staff@mia.example")]), department("DP-1", [])], 2024, {
    policy: { slots: policySlots },
  });

/**
 * The smallest world in which a letter is written. Its second slot comes before SQS shows a message again: sweeps of
 * two slots meet, and letters become stale. The third writes again what was refused.
 */
export const closeSlots: Scenario = {
  facts: smallest(["09:00", "09:02", "18:00"]),
  slots: ["2024-04-01T09:00", "2024-04-01T09:02", "2024-04-01T18:00"],
};

/** The same with more slots that lost work is seen again in. */
export const manyCloseSlots: Scenario = {
  facts: smallest(["09:00", "09:02", "09:04", "09:07", "18:00"]),
  slots: ["2024-04-01T09:00", "2024-04-01T09:02", "2024-04-01T09:04", "2024-04-01T09:07", "2024-04-01T18:00"],
};

import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import { contact, department, factsOf, ministry } from "./facts.ts";
import { createWorld, type World } from "./world.ts";

export const OFFICER = "officer@dp-1.example";

/** A department of which nothing is recorded, with one officer. */
export const facts = factsOf([ministry(), department("DP-1", [contact("officer", OFFICER)])], 2027);

/** One letter is written and waits. */
export async function waiting(): Promise<World> {
  const world = await createWorld(facts, "2027-04-01T09:00");
  await world.sweep("DP-1");
  return world;
}

export function theLetter(world: World): LetterEntry {
  const [entry, ...more] = world.letters();
  if (!entry || more.length > 0) throw new Error("There is not one letter.");
  return entry;
}

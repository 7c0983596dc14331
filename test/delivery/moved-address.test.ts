import { expect, test } from "vitest";
import { sweep } from "../../core/use-cases/sweep/sweep.ts";
import { contact, department, factsOf, ministry } from "../support/delivery/facts.ts";
import { type Choices, eachInterleaving, runInterleaved } from "../support/delivery/interleave.ts";
import type { Ports } from "../support/delivery/ports.ts";
import { createWorld, load, type World } from "../support/delivery/world.ts";

const HEAD = "head@dp-1.example";
const staff = ministry([contact("staff", "staff@mia.example")]);
const heading = (id: string, email: string) => department(id, [contact("head", email)]);

/** The head of two departments, whose letters the first one's scope writes, becomes head of the second one only. */
const before = factsOf([staff, heading("DP-1", HEAD), heading("DP-2", HEAD)], 2024);
const after = factsOf([staff, heading("DP-1", "next@dp-1.example"), heading("DP-2", HEAD)], 2024);

const sweepBefore = (ports: Ports): Promise<unknown> => sweep("DP-1", ports);

/** An import comes while the first scope is swept, and the other scope is swept after it. */
const importAndSweep =
  (world: World) =>
  async (ports: Ports): Promise<void> => {
    await ports.ledger.log("DP-2", 2024); // anything that lets the sweep go first
    await load(after, world.ports);
    await sweep("DP-2", ports);
  };

const isShared = (name: string): boolean => /^ledger\.(create|log DP-. 2024)/.test(name);

/** How often the head is told of the second department's report. */
const told = (world: World): number =>
  world
    .letters()
    .filter(({ recipientKey, state }) => recipientKey === HEAD && state !== "dropped")
    .flatMap(({ items }) => items.filter(({ body }) => body === "DP-2")).length;

test("an address that changes its scope while both are swept is told once", async () => {
  const counts: number[] = [];
  await eachInterleaving(async (choices: Choices) => {
    const world = await createWorld(before, "2024-04-01T09:00");
    const widths = await runInterleaved(world, [sweepBefore, importAndSweep(world)], choices, isShared);
    await world.dispatch();
    counts.push(told(world));
    for (const slot of ["2024-04-01T18:00", "2024-04-01T21:00"]) {
      world.goTo(slot);
      for (const scope of ["MIA", "DP-1", "DP-2"]) await world.sweep(scope);
      await world.dispatch();
    }
    expect(told(world)).toBe(1);
    return widths;
  });
  console.info(`${counts.length} interleavings of two scopes' sweeps with an import between.`);
  expect(counts.length).toBeGreaterThan(10);
  // Once at the end; a letter that was taken back is written by the next sweep where the other scope's had seen it.
  expect(new Set(counts)).toEqual(new Set([1]));
});

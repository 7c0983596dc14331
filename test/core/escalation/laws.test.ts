import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsIn } from "../support/arbitraries.ts";
import { anyLadders } from "../support/arbitrary-policy.ts";
import { workdays } from "../support/evaluate.ts";
import { inOrder } from "../support/json.ts";
import { type OracleMemory, oracleSweep, untold } from "../support/oracle-sweep.ts";
import { type Line, type Memory, slotOf, slotsIn, sweepAll, sweepSlot, worldOf } from "../support/sweeps.ts";

const slots = slotsIn("2026-12-25", "2027-05-20");
/** Some of the slots, in order: many or few are missed. */
const someSlots = fc
  .tuple(fc.infiniteStream(fc.nat(99)), fc.constantFrom(2, 5, 15, 40))
  .map(([random, percent]) => slots.filter(() => (random.next().value ?? 0) < percent));
const withoutReasons = (lines: readonly Line[]) =>
  lines.map(({ slot, to, what, due, stage, late }) => ({ slot, to, what, due, stage, late }));
const runs = { numRuns: 15 };

describe("sweeps of any facts in any slots", () => {
  /** Beside what the specification, read once more literally, demands. */
  const expectDemanded = (world: ReturnType<typeof worldOf>, swept: readonly string[]) => {
    const expected: OracleMemory = new Map();
    const memory: Memory = new Map();
    for (const slot of swept) {
      const lines = withoutReasons(sweepSlot(world, slot, memory));
      expect(inOrder(lines)).toEqual(inOrder(oracleSweep(world, slot, expected)));
    }
  };

  it("write exactly what the specification, read once more literally, demands", () => {
    fc.assert(
      fc.property(factsIn(2027), someSlots, (facts, swept) => expectDemanded(worldOf(facts), swept)),
      runs,
    );
  });

  it("write exactly that on any ladder as well", () => {
    fc.assert(
      fc.property(factsIn(2027), someSlots, anyLadders(), (facts, swept, policy) =>
        expectDemanded(worldOf(facts, { policy }), swept),
      ),
      runs,
    );
  });

  it("lose nothing: after a sweep on a working day everybody knows of the last stage that fires for them", () => {
    fc.assert(
      fc.property(factsIn(2027), someSlots, (facts, swept) => {
        const world = worldOf(facts);
        const memory: Memory = new Map();
        const lines: Line[] = [];
        for (const slot of swept) {
          lines.push(...sweepSlot(world, slot, memory));
          if (workdays.isWorking(slotOf(slot).day)) expect(untold(world, slot, lines)).toEqual([]);
        }
      }),
      runs,
    );
  });

  it("write nothing when a slot is swept again", () => {
    fc.assert(
      fc.property(factsIn(2027), someSlots, (facts, swept) => {
        const world = worldOf(facts);
        const memory: Memory = new Map();
        for (const slot of swept) {
          sweepSlot(world, slot, memory);
          expect(sweepSlot(world, slot, memory)).toEqual([]);
        }
      }),
      runs,
    );
  });

  it("tell nobody an item twice, in whatever order slots are swept", () => {
    fc.assert(
      fc.property(factsIn(2027), fc.shuffledSubarray(slots, { maxLength: 40 }), (facts, swept) => {
        const items = sweepAll(worldOf(facts), swept).map(
          ({ to, what, due, stage }) => `${to} ${what} ${due} ${stage}`,
        );
        expect(items).toHaveLength(new Set(items).size);
      }),
      runs,
    );
  });

  it("write the same whatever the order of dossiers and contacts, and to the same people whatever that of bodies", () => {
    fc.assert(
      fc.property(factsIn(2027), someSlots, (facts, swept) => {
        const turned = {
          bodies: [...facts.bodies].reverse().map((body) => ({ ...body, contacts: [...body.contacts].reverse() })),
          dossiers: [...facts.dossiers].reverse().map((dossier) => ({
            ...dossier,
            meetings: [...dossier.meetings].reverse(),
            waivers: [...dossier.waivers].reverse(),
          })),
        };
        expect(inOrder(sweepAll(worldOf(turned), swept))).toEqual(inOrder(sweepAll(worldOf(facts), swept)));
      }),
      runs,
    );
  });
});

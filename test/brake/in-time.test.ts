import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, formatDay } from "../../core/calendar/day.ts";
import { slotsBetween } from "../../core/escalation/slots.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { settle } from "../../core/use-cases/letters/settle.ts";
import { dossier, factsOf, waiver } from "../support/delivery/facts.ts";
import { createWorld, type World } from "../support/delivery/world.ts";
import { bodiesOf, factsWith, idsOf, isBraked, sweepAt } from "./support/braking.ts";

describe("passing time", () => {
  const days = { from: day("2027-03-25"), to: day("2027-04-21") };
  const slots = [...slotsBetween(days.from, days.to, defaultPolicy.slots)].map(
    (slot) => `${formatDay(slot.day)}T${slot.time}`,
  );

  /** Nobody reports, and some are excused up to a day. */
  const waived = (until: string) =>
    factsOf(bodiesOf(9), 2027, {
      dossiers: idsOf(9).map((id) =>
        dossier(id, 2027, { waivers: [waiver("schedule"), { ...waiver("report"), to: until }] }),
      ),
    });

  const worlds: Readonly<Record<string, ReturnType<typeof factsOf>>> = {
    "nobody reports": factsWith(9, 9),
    "some report": factsWith(9, 5),
    "waived to a working day": waived("2027-04-06"),
    "waived to a Saturday": waived("2027-04-10"),
  };

  it("never trips it, nor do bounces, though the ministry is then told of every body at once", async () => {
    const world = await createWorld(factsWith(9, 9), "2027-04-01T09:00");
    await sweepAt(world, "2027-04-01T09:00");
    world.ports.clock.pass(300);
    await bounceAll(world, ["DP-1"]);
    await sweepAt(world, "2027-04-01T18:00");
    expect(isBraked(world)).toBe(false);
    expect(world.inbox("staff@mia.example").flatMap(({ items }) => items)).toHaveLength(9);
  });

  it("never trips it, whatever is missed, refused or bounced, and when waivers end", async () => {
    const history = fc.record({
      world: fc.constantFrom(...Object.keys(worlds)),
      missed: fc.array(fc.nat(slots.length - 1), { maxLength: 40 }),
      refused: fc.array(fc.nat(slots.length - 1), { maxLength: 6 }),
      bounced: fc.array(fc.nat(slots.length - 1), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ world: name, missed, refused, bounced }) => {
        const world = await createWorld(worlds[name] ?? factsWith(9, 9), slots[0] ?? "");
        for (const [index, slot] of slots.entries()) {
          if (missed.includes(index)) continue;
          world.ports.service.behave(refused.includes(index) ? "refuse-account" : "accept");
          await sweepAt(world, slot);
          if (bounced.includes(index)) await bounceAll(world);
        }
        expect(world.ports.alarms.raised.filter(({ code }) => code === "brake-on")).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** Every letter of some scopes that was sent comes back for good. */
async function bounceAll(world: World, scopes = ["DP-1", "MIA"]): Promise<void> {
  for (const letter of world.letters().filter(({ scope, state }) => state === "sent" && scopes.includes(scope))) {
    const event = { kind: "hard-bounce", at: world.ports.clock.machineNow(), messageId: "m", detail: null } as const;
    await settle({ letter, event }, world.ports);
  }
}

import { describe, expect, test } from "vitest";
import type { DeliveryEvent } from "../../core/escalation/delivery.ts";
import { letterPath } from "../../core/escalation/ledger.ts";
import { settle } from "../../core/use-cases/letters/settle.ts";
import { OFFICER, theLetter, waiting } from "../support/delivery/one-letter.ts";

/** A letter was sent, and something is said of it. */
async function sent() {
  const world = await waiting();
  await world.dispatch();
  const letter = theLetter(world);
  const event = (kind: DeliveryEvent["kind"], detail: string | null = null): DeliveryEvent => ({
    ...{ kind, detail, at: world.ports.clock.machineNow(), messageId: letter.messageId ?? "" },
  });
  const states = () => world.letters().map(({ state }) => state);
  return { world, letter, event, states };
}

describe("an event of a letter that others are writing to", () => {
  test("is recorded on what they have written", async () => {
    const { world, letter, event, states } = await sent();
    const { ledger } = world.ports;
    let others = 3;
    const advance: typeof ledger.advance = async (before, step) => {
      const now = await ledger.get(letter);
      // Each of them counts one attempt more.
      if (now && others-- > 0) await ledger.advance(now, { ...now, attempts: now.attempts + 1 });
      return ledger.advance(before, step);
    };
    const ports = { ...world.ports, ledger: { ...ledger, advance } };
    expect(await settle({ letter, event: event("delivery") }, ports)).toBe("settled");
    expect([states(), world.letters()[0]?.attempts]).toEqual([["delivered"], 4]);
  });

  test("is given back to its queue when they never stop, with the letter named", async () => {
    const { world, letter, event, states } = await sent();
    let tries = 0;
    const advance = async () => {
      tries++;
      return "changed" as const;
    };
    const ports = { ...world.ports, ledger: { ...world.ports.ledger, advance } };
    await expect(settle({ letter, event: event("delivery") }, ports)).rejects.toThrow(letterPath(letter));
    expect([tries, states()]).toEqual([20, ["sent"]]);
  });
});

describe("what is said of a letter", () => {
  test.each([
    ["hard-bounce", "address-out-of-use"],
    ["complaint", "letter-complained"],
    ["reject", "letter-failed"],
  ] as const)("as a %s alarms with the letter, and with why where it is known", async (kind, code) => {
    for (const [detail, reason] of [
      ["Permanent/NoEmail", "Permanent/NoEmail"],
      [null, ""],
    ] as const) {
      const { world, letter, event } = await sent();
      await settle({ letter, event: event(kind, detail) }, world.ports);
      expect(world.ports.alarms.raised).toEqual([{ code, details: { letter: letterPath(letter), reason } }]);
    }
  });

  test.each(["delivery", "send", "soft-bounce"] as const)("as a %s alarms nobody and marks nothing", async (kind) => {
    const { world, letter, event } = await sent();
    await settle({ letter, event: event(kind) }, world.ports);
    expect([world.ports.alarms.raised, await world.ports.outOfUse.all()]).toEqual([[], []]);
  });

  test("as a hard bounce puts its address out of use, with the letter and why", async () => {
    const { world, letter, event } = await sent();
    const bounce = event("hard-bounce", "Permanent/NoEmail");
    await settle({ letter, event: bounce }, world.ports);
    const { at, detail: reason } = bounce;
    expect(await world.ports.outOfUse.all()).toEqual([
      { recipientKey: OFFICER, at, letter: letterPath(letter), reason },
    ]);
  });

  test("as a hard bounce puts the address out of use before it is recorded, so a crash loses nothing", async () => {
    const { world, letter, event } = await sent();
    const advance = () => Promise.reject(new Error("gone"));
    const ports = { ...world.ports, ledger: { ...world.ports.ledger, advance } };
    await expect(settle({ letter, event: event("hard-bounce") }, ports)).rejects.toThrow("gone");
    expect(await world.ports.outOfUse.all()).toHaveLength(1);
  });
});

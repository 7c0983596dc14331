import { describe, expect, test } from "vitest";
import { policyWith } from "../../../core/order608/default-policy.ts";
import { contact, department, district, factsOf, ministry } from "../../support/delivery/facts.ts";
import type { MemoryRegister } from "../../support/memory/register.ts";

/** What every register store does. It is empty at first. */
export function registerContract(store: () => MemoryRegister): void {
  describe("a register store", () => {
    const shared = [contact("head", "Head@DP-1.example")];
    const bodies = [
      ...[department("DP-2", shared), ministry(), district("PB-2", "DP-2"), department("DP-1")],
      ...[district("PB-1", "DP-1"), district("PB-0", "PB-1")],
    ];
    const { bodies: parsed, policy } = factsOf(bodies, 2027);

    test("has no directory before the first import", async () => {
      expect(await store().directory()).toBeNull();
      expect(await store().bodies("DP-1")).toEqual([]);
    });

    test("tells all scopes, the addresses that several share, and the policy", async () => {
      await store().replace(parsed, policy);
      const { edition: _edition, ...directory } = (await store().directory()) ?? {};
      expect(directory).toEqual({
        scopes: ["MIA", "DP-2", "DP-1"],
        shared: { "head@dp-1.example": ["DP-2", "DP-1"] },
        version: 1,
        policy,
      });
    });

    test("gives the bodies of one scope in register order", async () => {
      const idsOf = async (scope: string) => (await store().bodies(scope)).map(({ id }) => id);
      expect(await idsOf("MIA")).toEqual(["MIA"]);
      expect(await idsOf("DP-1")).toEqual(["DP-1", "PB-1", "PB-0"]);
      expect(await store().bodies("DP-2")).toEqual(parsed.filter(({ id }) => id.endsWith("-2")));
    });

    test("forgets what a new import leaves out, also when a body has moved to another scope, and counts on", async () => {
      const moved = factsOf([ministry(), department("DP-1"), district("PB-2", "DP-1")], 2027);
      const other = policyWith({ breachDays: 7 });
      await store().replace(moved.bodies, other);
      const directory = await store().directory();
      expect(directory).toMatchObject({ scopes: ["MIA", "DP-1"], version: 2, policy: other });
      expect(directory?.policy).toEqual(other);
      expect((await store().bodies("DP-1")).map(({ id }) => id)).toEqual(["DP-1", "PB-2"]);
      expect(await store().bodies("DP-2")).toEqual([]);
    });

    test("remembers the scopes that an address has left, behind those that it is in, over several imports", async () => {
      const expected = {
        "head@dp-1.example": ["DP-1", "DP-2"],
        "officer@pb-2.example": ["DP-1", "DP-2"],
        "head@pb-2.example": ["DP-1", "DP-2"],
      };
      expect((await store().directory())?.shared).toEqual(expected);
      const third = factsOf([ministry([contact("staff", "HEAD@pb-2.example")]), department("DP-1")], 2027);
      await store().replace(third.bodies, policy);
      expect((await store().directory())?.shared).toEqual({
        "head@dp-1.example": ["DP-1", "DP-2"],
        "head@pb-2.example": ["MIA", "DP-1", "DP-2"],
      });
    });

    test("holds hundreds of bodies in one scope", async () => {
      const many = Array.from({ length: 120 }, (_, index) => district(`PB-${index}`, "DP-1"));
      const facts = factsOf([ministry(), department("DP-1"), ...many], 2027);
      await store().replace(facts.bodies, policy);
      expect(await store().bodies("DP-1")).toEqual(facts.bodies.slice(1));
    });
  });
}

import { describe, expect, test } from "vitest";
import type { Ledger } from "../../../core/ports.ts";
import { leaseOf, queuedLetter } from "../../support/delivery/entries.ts";

/** What every ledger does. `scope` names one that nobody else uses. */
export function ledgerContract(ledger: () => Ledger, scope: () => string): void {
  describe("a ledger", () => {
    test("gives back an entry as it was created", async () => {
      const entry = queuedLetter(scope(), "a", 0, { reason: "Қазақша", lease: leaseOf("x"), closed: [] });
      expect(await ledger().create(entry)).toBe("created");
      expect(await ledger().get(entry)).toEqual(entry);
    });

    test("has no entry that was not created", async () => {
      expect(await ledger().get(queuedLetter(scope(), "a", 0))).toBeNull();
      expect(await ledger().log(scope(), 2027)).toEqual([]);
    });

    test("creates an id once, and leaves what is there", async () => {
      const first = queuedLetter(scope(), "a", 0);
      await ledger().create(first);
      expect(await ledger().create({ ...first, owner: "owner-2" })).toBe("exists");
      expect(await ledger().get(first)).toEqual(first);
    });

    test("lets exactly one of many writers create an id", async () => {
      const entry = queuedLetter(scope(), "a", 0);
      const owners = Array.from({ length: 8 }, (_, index) => ({ ...entry, owner: `owner-${index}` }));
      const results = await Promise.all(owners.map((one) => ledger().create(one)));
      expect(results.filter((result) => result === "created")).toHaveLength(1);
      expect(await ledger().get(entry)).toEqual(owners[results.indexOf("created")]);
    });

    test("keeps the log of a scope and year, of one recipient or of all, in the order of writing", async () => {
      const own = scope();
      const entries = [
        ...Array.from({ length: 12 }, (_, n) => queuedLetter(own, "a", n)),
        queuedLetter(own, "ab", 0),
        queuedLetter(own, "b", 0),
      ];
      const elsewhere = [queuedLetter(own, "a", 0, { year: 2026 }), queuedLetter(scope(), "a", 0)];
      for (const entry of [...entries, ...elsewhere].reverse()) await ledger().create(entry);
      expect(await ledger().log(own, 2027)).toEqual(entries);
      expect(await ledger().log(own, 2027, "a")).toEqual(entries.slice(0, 12));
      expect(await ledger().log(own, 2026)).toEqual([elsewhere[0]]);
    });

    test("gives writers the whole log, which has nothing damaged as long as nothing is", async () => {
      const own = scope();
      const entries = [queuedLetter(own, "a", 0), queuedLetter(own, "b", 0)];
      for (const entry of entries) await ledger().create(entry);
      expect(await ledger().wholeLog(own, 2027)).toEqual({ entries, damaged: [] });
      expect(await ledger().wholeLog(own, 2027, "b")).toEqual({ entries: entries.slice(1), damaged: [] });
    });

    test("finds the letters of a scope and year that are queued, being sent or unknown", async () => {
      const own = scope();
      const entries = [
        queuedLetter(own, "a", 0, { state: "sent" }),
        queuedLetter(own, "a", 1, { state: "unknown" }),
        queuedLetter(own, "b", 0, { state: "sending", lease: leaseOf("x") }),
        queuedLetter(own, "c", 0),
        queuedLetter(own, "d", 0, { state: "unknown", year: 2026 }),
      ];
      for (const entry of entries) await ledger().create(entry);
      expect(await ledger().waiting(own, 2027)).toEqual(entries.slice(1, 4));
    });

    test("finds all letters of other kinds of a year that wait, whatever they are called", async () => {
      const own = scope();
      const names = [`brake_${own}_2031-04-01_0900`, `weekly_2031-04-01-${own}`];
      const entries = names.map((name, index) => queuedLetter(name, "a", index, { year: 2031 }));
      const others = [
        queuedLetter(names[0] ?? "", "b", 0, { year: 2031, state: "sent" }),
        queuedLetter(names[0] ?? "", "a", 0, { year: 2032 }),
        queuedLetter(own, "a", 0, { year: 2031 }),
      ];
      for (const entry of [...entries, ...others]) await ledger().create(entry);
      expect(await ledger().waitingNotices(2031)).toEqual(entries);
      expect(await ledger().log(names[0] ?? "", 2031)).toEqual([entries[0], others[0]]);
      expect(await ledger().log(names[0] ?? "", 2031, "b")).toEqual([others[0]]);
      expect(await ledger().log(names[1] ?? "", 2031)).toEqual([entries[1]]);
      expect(await ledger().get(queuedLetter(names[1] ?? "", "a", 1, { year: 2031 }))).toEqual(entries[1]);
      expect(await ledger().waiting(own, 2031)).toEqual([others[2]]);
    });

    test("takes a step from the state that the caller has seen, and changes nothing else", async () => {
      const entry = queuedLetter(scope(), "a", 0);
      await ledger().create(entry);
      const claim = { ...step, state: "sending", attempts: 1, lease: leaseOf("x") } as const;
      expect(await ledger().advance(entry, claim)).toBe("advanced");
      expect(await ledger().get(entry)).toEqual({ ...entry, ...claim });
    });

    test("takes no step from another state, number of attempts, or lease than the caller has seen", async () => {
      const entry = queuedLetter(scope(), "a", 0);
      await ledger().create(entry);
      const now = { ...entry, ...step, state: "sending", attempts: 1, lease: leaseOf("x") } as const;
      await ledger().advance(entry, now);
      const sent = { ...step, state: "sent", attempts: 1, messageId: "m" } as const;
      expect(await ledger().advance(entry, sent)).toBe("changed");
      expect(await ledger().advance({ ...now, attempts: 0 }, sent)).toBe("changed");
      expect(await ledger().advance({ ...now, lease: leaseOf("y") }, sent)).toBe("changed");
      expect(await ledger().get(entry)).toEqual(now);
      expect(await ledger().advance(now, sent)).toBe("advanced");
    });

    test("takes no step when the mail service has said more than the caller has seen, and keeps what was said", async () => {
      const entry = queuedLetter(scope(), "a", 0);
      await ledger().create(entry);
      const events = [{ kind: "send", at: leaseOf("x").until, messageId: "m", detail: null }] as const;
      const sent = { ...step, state: "sent", attempts: 1, messageId: "m" } as const;
      expect(await ledger().advance(entry, { ...sent, events })).toBe("advanced");
      const now = { ...entry, ...sent, events };
      expect(await ledger().get(entry)).toEqual(now);
      const delivered = { ...sent, state: "delivered" } as const;
      expect(await ledger().advance({ ...entry, ...sent }, delivered)).toBe("changed");
      expect(await ledger().advance(now, delivered)).toBe("advanced");
      expect(await ledger().get(entry)).toEqual({ ...now, ...delivered });
    });

    test("takes no step of an entry that is not there, and creates none", async () => {
      const entry = queuedLetter(scope(), "a", 0);
      expect(await ledger().advance(entry, { ...step, state: "dropped" })).toBe("changed");
      expect(await ledger().get(entry)).toBeNull();
    });

    test("lets exactly one of many senders claim a letter", async () => {
      const entry = queuedLetter(scope(), "a", 0);
      await ledger().create(entry);
      const claims = ["p", "q", "r", "s", "t"].map((holder) =>
        ledger().advance(entry, { ...step, state: "sending", attempts: 1, lease: leaseOf(holder) }),
      );
      expect((await Promise.all(claims)).filter((result) => result === "advanced")).toHaveLength(1);
    });
  });
}

const step = { attempts: 0, lease: null, unknownSince: null, messageId: null, reason: null } as const;

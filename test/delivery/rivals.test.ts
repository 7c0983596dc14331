import { describe, expect, test } from "vitest";
import type { LetterEntry, LetterState } from "../../core/escalation/ledger.ts";
import { scopesKnowing, yieldToRivals } from "../../core/use-cases/sweep/rival-letters.ts";
import { queuedLetter } from "../support/delivery/entries.ts";
import { memoryLedger } from "../support/memory/ledger.ts";

const BOTH = ["DP-1", "DP-2"];
const letterOf = (scope: string, more: Partial<LetterEntry> = {}) => queuedLetter(scope, "head", 1, more);

/** What becomes of a letter, and of the one of the other scope that tells the same, as the logs know it. */
async function between(own: LetterEntry, rival: LetterEntry, scopes: readonly string[] = BOTH, seen = rival) {
  const ledger = memoryLedger();
  // An earlier one was replaced by it.
  const earlier: LetterEntry = { ...rival, n: 0, state: "dropped" };
  for (const entry of [own, earlier, rival]) await ledger.create(entry);
  const known: LetterEntry[] = [];
  const logs = { replace: (entry: LetterEntry) => void known.push(entry) };
  const wholeLog: typeof ledger.wholeLog = async (...of) => ({
    ...(await ledger.wholeLog(...of)),
    ...(of[0] === rival.scope && { entries: [seen] }),
  });
  const now = await yieldToRivals(own, scopes, logs, { ...ledger, wholeLog });
  const stored = await Promise.all([own, rival].map((entry) => ledger.get(entry)));
  return { states: stored.map((entry) => `${entry?.state} ${entry?.reason}`), now, known };
}

describe("of two letters of two scopes that tell one address the same", () => {
  test("be it one item of several, the later one goes", async () => {
    const [item = expect.fail("tells nothing")] = letterOf("DP-2").items;
    const own = letterOf("DP-2", { items: [{ ...item, stage: "due+2wd" }, item] });
    expect((await between(own, letterOf("DP-1"))).states).toEqual(["dropped moved", "queued null"]);
  });

  test("that of the scope that the directory names first stays", async () => {
    const first = await between(letterOf("DP-1"), letterOf("DP-2"));
    expect(first.states).toEqual(["queued null", "dropped moved"]);
    expect(first.known).toMatchObject([{ scope: "DP-2", state: "dropped" }]);
    expect((await between(letterOf("DP-2"), letterOf("DP-1"))).states).toEqual(["dropped moved", "queued null"]);
  });

  test.each<LetterState>(["sending", "sent", "unknown"])(
    "one that is %s already stays, whoever is first",
    async (state) => {
      for (const [own, other] of [BOTH, BOTH.toReversed()] as [string, string][]) {
        const { states, now } = await between(letterOf(own), letterOf(other, { state }));
        expect(states).toEqual(["dropped moved", `${state} null`]);
        expect(now.state).toBe("dropped");
      }
    },
  );

  test("one that its sender took since it was read stays", async () => {
    const { states } = await between(letterOf("DP-1"), letterOf("DP-2", { state: "sent" }), BOTH, letterOf("DP-2"));
    expect(states).toEqual(["dropped moved", "sent null"]);
  });

  test.each<LetterState>(["held", "dropped", "failed", "bounced"])("one that is %s hinders none", async (state) => {
    for (const [own, other] of [BOTH, BOTH.toReversed()] as [string, string][]) {
      const { states, known } = await between(letterOf(own), letterOf(other, { state }));
      expect([states, known]).toEqual([["queued null", `${state} null`], []]);
    }
  });
});

test("what the brake holds takes nothing from the other scope's letter, and stays", async () => {
  for (const [own, other] of [BOTH, BOTH.toReversed()] as [string, string][]) {
    const { states } = await between(letterOf(own, { state: "held" }), letterOf(other));
    expect(states).toEqual(["held null", "queued null"]);
  }
});

test("letters that tell of something else both stay, and so do those of scopes that the address was never in", async () => {
  const items = letterOf("DP-2").items.map((item) => ({ ...item, stage: "due+2wd" }));
  expect((await between(letterOf("DP-1"), letterOf("DP-2", { items }))).states).toEqual(["queued null", "queued null"]);
  expect((await between(letterOf("DP-1"), letterOf("DP-2"), ["DP-2"])).states).toEqual(["queued null", "queued null"]);
});

test("an address of one scope alone, or of no register, has no others", () => {
  expect(scopesKnowing("a@b.example", null)).toEqual([]);
});

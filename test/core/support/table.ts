import { expect, test } from "vitest";
import type { DossierText } from "../../../core/dossier/dossier.ts";
import type { Policy } from "../../../core/order608/policy.ts";
import { type Verdict, verdict } from "./evaluate.ts";

/** What is so, the facts, a moment (`YYYY-MM-DD` for its end), what the finding is then, and the policy if not the default. */
export type Row = readonly [what: string, facts: DossierText, on: string, expected: Partial<Verdict>, policy?: Policy];

/** One test per row about the finding of this name, such as `notice m1`. */
export function judges(name: string, rows: readonly Row[]): void {
  for (const [what, facts, on, expected, policy] of rows) {
    test(`${name}: ${what}`, () => {
      expect(verdict(name, facts, on, policy ? { policy } : {})).toMatchObject(expected);
    });
  }
}

/** The same facts on several days: `[day, state]`, one test each. */
export function passesThrough(
  name: string,
  facts: DossierText,
  states: readonly (readonly [on: string, state: Verdict["state"]])[],
): void {
  test.each(states)(`${name} on %s is %s`, (on, state) => {
    expect(verdict(name, facts, on).state).toBe(state);
  });
}

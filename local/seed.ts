import { type Day, dayOf, plusDays, yearOf } from "../core/calendar/day.ts";
import type { Dossier } from "../core/dossier/dossier.ts";
import type { LetterEntry } from "../core/escalation/ledger.ts";
import { logYear } from "../core/escalation/ledger.ts";
import type { Policy } from "../core/order608/policy.ts";
import type { Body } from "../core/register/body.ts";
import { createRegister, type Register } from "../core/register/register.ts";
import { type SimulatedLetter, simulate } from "../core/simulate.ts";
import type { Wiring } from "../functions/wiring.ts";

/** What is loaded into an empty store. */
export interface Seed {
  readonly bodies: readonly Body[];
  readonly dossiers: readonly Dossier[];
  readonly policy: Policy;
  /** Letters of the days from 1 December before this day on count as written and sent; none when null. */
  readonly toldBefore: Day | null;
}

/**
 * Loads facts into an empty store. The register comes last, as the sign that all is there: a start that was cut off
 * loads everything again, over the same keys.
 */
export async function seed({ bodies, dossiers, policy, toldBefore }: Seed, wiring: Wiring): Promise<void> {
  const register = createRegister(bodies);
  const scopeOf = (id: string): string => {
    const body = register.byId.get(id);
    return body ? register.scopeOf(body) : register.ministry.id;
  };
  for (const [scope, own] of Map.groupBy(dossiers, ({ body }) => scopeOf(body))) {
    await wiring.dossiers.write(scope, own);
  }
  if (toldBefore !== null) {
    const { workdays } = wiring;
    // The campaign opened in December.
    const from = dayOf(yearOf(toldBefore) - 1, 12, 1);
    const steps = simulate({ register, dossiers, policy, workdays, from, to: plusDays(toldBefore, -1) });
    const letters = [...steps].flatMap((step) => step.letters);
    await wiring.ledger.import(entriesOf(letters, register, wiring));
  }
  await wiring.register.replace(bodies, policy);
}

/** The letters of a simulation as a ledger that has sent them all; nothing was rendered, and their file says so. */
function entriesOf(letters: readonly SimulatedLetter[], register: Register, { identifiers }: Wiring): LetterEntry[] {
  const counts = new Map<string, number>();
  return letters.map(({ slot, recipient, level, items, closed }) => {
    const scope = register.scopesOfAddress(recipient)[0] ?? register.ministry.id;
    const log = `${scope} ${logYear(slot)} ${recipient}`;
    const n = counts.get(log) ?? 0;
    counts.set(log, n + 1);
    const recipientKey = identifiers.recipientKey(recipient);
    const delivery = { state: "sent", attempts: 1, lease: null, unknownSince: null, reason: "demo history" } as const;
    const id = { scope, year: logYear(slot), recipientKey, n };
    return { ...id, owner: "demo", slot, level, items, closed, file: "demo-history", messageId: "demo", ...delivery };
  });
}

import { setImmediate as breathe } from "node:timers/promises";
import { type Day, dayOf, plusDays, yearOf } from "../core/calendar/day.ts";
import type { Dossier } from "../core/dossier/dossier.ts";
import { type LetterEntry, logYear } from "../core/escalation/ledger.ts";
import type { Policy } from "../core/order608/policy.ts";
import type { Register } from "../core/register/register.ts";
import { countFindings } from "../core/status/count.ts";
import type { SweepReport } from "../core/status/sweep-report.ts";
import { type SimulatedLetter, type SimulatedSlot, simulate } from "../core/use-cases/sweep/simulate.ts";
import type { Wiring } from "../functions/wiring.ts";

/** What letters of the past are worked out from. */
export interface Past {
  readonly register: Register;
  readonly dossiers: readonly Dossier[];
  readonly policy: Policy;
}

/** The sweep log goes back so many days. */
const LOGGED_DAYS = 14;

/**
 * Puts the letters of the days before a day, from the opening of its campaign on, into the ledger as written and sent, and
 * into the sweep log what the sweeps of the last days would have found. It works slot by slot and lets others go on in
 * between; `onDay` hears how many days there are and how many are done.
 */
export async function tellHistory(
  past: Past,
  before: Day,
  wiring: Wiring,
  onDay: (done: number, total: number) => void = () => {},
): Promise<void> {
  // The campaign opened in December.
  const from = dayOf(yearOf(before) - 1, 12, 1);
  const letters: SimulatedLetter[] = [];
  const reports: SweepReport[] = [];
  for (const step of simulate({ ...past, workdays: wiring.workdays, from, to: plusDays(before, -1) })) {
    letters.push(...step.letters);
    if (step.slot.day >= before - LOGGED_DAYS) reports.push(...reportsOf(step, past.register));
    onDay(step.slot.day - from + 1, before - from);
    await breathe();
  }
  await wiring.ledger.import(entriesOf(letters, past.register, wiring));
  await wiring.log.import(reports);
}

const scopeOfLetter = ({ recipient }: SimulatedLetter, register: Register): string =>
  register.scopesOfAddress(recipient)[0] ?? register.ministry.id;

/** What the sweeps of one slot would have reported; nobody measured their time. */
function reportsOf({ slot, letters, bodies }: SimulatedSlot, register: Register): SweepReport[] {
  const written = Map.groupBy(letters, (letter) => scopeOfLetter(letter, register));
  const owned = Map.groupBy(bodies, ({ body }) => register.scopeOf(body));
  return register.scopes.map((scope) => {
    const own = owned.get(scope) ?? [];
    const sent = written.get(scope) ?? [];
    return {
      ...{ scope, slot, bodies: own.filter(({ body }) => body !== register.ministry).length },
      findings: countFindings(own.flatMap(({ findings }) => findings)),
      ...{ written: sent.length, items: sent.reduce((sum, { items }) => sum + items.length, 0) },
      ...{ levels: {}, dropped: 0, held: {}, damaged: [], failed: [], contacts: [], complete: true, seconds: 0 },
      registerVersion: 0,
    };
  });
}

/** The letters of a simulation as a ledger that has sent them all; nothing was rendered, and their file says so. */
function entriesOf(letters: readonly SimulatedLetter[], register: Register, { identifiers }: Wiring): LetterEntry[] {
  const counts = new Map<string, number>();
  return letters.map((letter) => {
    const { slot, recipient, level, items, closed } = letter;
    const scope = scopeOfLetter(letter, register);
    const log = `${scope} ${logYear(slot)} ${recipient}`;
    const n = counts.get(log) ?? 0;
    counts.set(log, n + 1);
    const recipientKey = identifiers.recipientKey(recipient);
    const delivery = { state: "sent", attempts: 1, lease: null, unknownSince: null, reason: "demo history" } as const;
    const id = { scope, year: logYear(slot), recipientKey, n };
    return { ...id, owner: "demo", slot, level, items, closed, file: "demo-history", messageId: "demo", ...delivery };
  });
}

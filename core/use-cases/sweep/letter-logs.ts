import { yearOf } from "../../calendar/day.ts";
import type { Candidate, PlanningContext } from "../../escalation/candidates.ts";
import { type LetterEntry, type LetterId, letterPath, logYear, toldBy } from "../../escalation/ledger.ts";
import type { Slot } from "../../escalation/letter.ts";
import { planRecipient, type RecipientPlan } from "../../escalation/plan.ts";
import type { DamagedLetter, Identifiers, Ledger, WholeLog } from "../../ports.ts";
import type { Assessment } from "../assess/assess.ts";

/** The logs of a scope's recipients, as read at the sweep's start and again where another writer was first. */
export interface Logs {
  /** Every entry of the scope itself. */
  all(): Iterable<LetterEntry>;
  /** Every entry that was read, also of other scopes that an address was in. */
  everything(): Iterable<LetterEntry>;
  /** Every entry of one recipient, of all years that matter. */
  of(email: string): readonly LetterEntry[];
  /** Entries that cannot be read: their items count as unwritten, since a repeat is preferred to a loss. */
  damaged(): Iterable<DamagedLetter>;
  /** The number of a recipient's next letter. */
  next(recipientKey: string): number;
  replace(entry: LetterEntry): void;
  /** Reads one recipient's log of the slot's year again. */
  reread(email: string): Promise<void>;
}

/**
 * Reads the logs of this year and of every earlier year in which a campaign with open findings may have letters; for an
 * address that several scopes share also what the others wrote to it, before it became this scope's.
 */
export async function openLogs(
  scope: string,
  slot: Slot,
  { bodies }: Assessment,
  { register }: PlanningContext,
  { ledger, identifiers }: { readonly ledger: Ledger; readonly identifiers: Identifiers },
): Promise<Logs> {
  const campaigns = new Set(bodies.flatMap(({ findings }) => findings.map(({ campaign }) => campaign)));
  const last = yearOf(slot.day);
  // A campaign opens in the December before its year.
  const first = Math.min(last, ...[...campaigns].map((campaign) => campaign - 1));
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const own = await Promise.all(years.map((year) => ledger.wholeLog(scope, year)));
  const foreign = await Promise.all(
    register.addresses
      .map((email) => ({ email, scopes: register.scopesOfAddress(email) }))
      .filter(({ scopes: [owner] }) => owner === scope)
      .flatMap(({ email, scopes: [, ...others] }) => others.map((other) => ({ other, email })))
      .flatMap(({ other, email }) =>
        years.map((year) => ledger.wholeLog(other, year, identifiers.recipientKey(email))),
      ),
  );
  return new ReadLogs(scope, slot, [...own, ...foreign], ledger, identifiers);
}

/** What is to be written to a recipient by the logs as they are; each is planned once, so they must not change meanwhile. */
export type PlanOf = (email: string, candidates: readonly Candidate[]) => RecipientPlan;

export function plansFrom(logs: Pick<Logs, "of">, slot: Slot, context: PlanningContext): PlanOf {
  const known = new Map<string, RecipientPlan>();
  return (email, candidates) => {
    const before = known.get(email);
    if (before) return before;
    const plan = planRecipient(email, candidates, toldBy(logs.of(email)), slot, context);
    known.set(email, plan);
    return plan;
  };
}

class ReadLogs implements Logs {
  readonly #scope: string;
  readonly #year: number;
  readonly #ledger: Ledger;
  readonly #identifiers: Identifiers;
  readonly #byKey: Map<string, LetterEntry[]>;
  #damaged: readonly DamagedLetter[];

  constructor(scope: string, slot: Slot, logs: readonly WholeLog[], ledger: Ledger, identifiers: Identifiers) {
    this.#scope = scope;
    this.#year = logYear(slot);
    this.#ledger = ledger;
    this.#identifiers = identifiers;
    const entries = logs.flatMap((log) => log.entries);
    this.#byKey = Map.groupBy(entries, ({ recipientKey }) => recipientKey);
    this.#damaged = logs.flatMap(({ damaged }) => damaged);
  }

  *all(): Iterable<LetterEntry> {
    for (const entries of this.#byKey.values()) yield* entries.filter(({ scope }) => scope === this.#scope);
  }

  *everything(): Iterable<LetterEntry> {
    for (const entries of this.#byKey.values()) yield* entries;
  }

  of(email: string): readonly LetterEntry[] {
    return this.#byKey.get(this.#identifiers.recipientKey(email)) ?? [];
  }

  *damaged(): Iterable<DamagedLetter> {
    yield* this.#damaged.filter(({ scope }) => scope === this.#scope);
  }

  next(recipientKey: string): number {
    const isInLog = ({ scope, year }: LetterId): boolean => scope === this.#scope && year === this.#year;
    const damaged = this.#damaged.filter((letter) => letter.recipientKey === recipientKey);
    return [...(this.#byKey.get(recipientKey) ?? []), ...damaged].filter(isInLog).length;
  }

  replace(entry: LetterEntry): void {
    const entries = this.#byKey.get(entry.recipientKey) ?? [];
    const path = letterPath(entry);
    this.#byKey.set(entry.recipientKey, [...entries.filter((known) => letterPath(known) !== path), entry]);
  }

  async reread(email: string): Promise<void> {
    const key = this.#identifiers.recipientKey(email);
    const { entries, damaged } = await this.#ledger.wholeLog(this.#scope, this.#year, key);
    for (const entry of entries) this.replace(entry);
    const read = new Set([...entries, ...damaged].map(letterPath));
    this.#damaged = [...this.#damaged.filter((letter) => !read.has(letterPath(letter))), ...damaged];
  }
}

import { readHistory } from "../../../core/audit/append.ts";
import type { AuditEntry } from "../../../core/audit/entry.ts";
import { yearOf } from "../../../core/calendar/day.ts";
import { type Brake, holdsAt } from "../../../core/escalation/brake.ts";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import { isSlotBefore } from "../../../core/escalation/slots.ts";
import type { Register } from "../../../core/register/register.ts";
import { brakeName } from "../../../core/use-cases/letters/brake-decisions.ts";
import type { WebDependencies } from "../dependencies.ts";

/** A scope's brake with what it holds and what was decided about it. */
export interface ScopeBrake {
  readonly scope: string;
  readonly brake: Brake;
  readonly isOn: boolean;
  /** Letters that are held now, to the scope's own people and to the ministry about it. */
  readonly letters: readonly LetterEntry[];
  /** Oldest first. */
  readonly decisions: readonly AuditEntry[];
}

/** Every scope that ever had a brake: those that hold something first. */
export async function brakesAt(slot: Slot, register: Register, deps: WebDependencies): Promise<ScopeBrake[]> {
  const standings = await deps.log.standings();
  const braked = standings.flatMap(({ scope, brake }) => (brake ? [{ scope, brake, isOn: holdsAt(brake, slot) }] : []));
  const all = await Promise.all(
    braked.map(async (one) => ({
      ...one,
      letters: one.isOn ? await heldLetters(one, slot, register, deps) : [],
      decisions: (await readHistory(one.scope, brakeName(one.scope), { records: deps.brakes, audit: deps.audit }))
        .entries,
    })),
  );
  return all.toSorted((a, b) => Number(b.isOn) - Number(a.isOn) || (a.scope < b.scope ? -1 : 1));
}

async function heldLetters(
  { scope, brake }: { readonly scope: string; readonly brake: Brake },
  slot: Slot,
  register: Register,
  { ledger }: WebDependencies,
): Promise<LetterEntry[]> {
  const years = [...new Set([yearOf(brake.slot.day), yearOf(slot.day)])];
  const scopes = [...new Set([scope, register.ministry.id])];
  const logs = await Promise.all(scopes.flatMap((one) => years.map((year) => ledger.log(one, year))));
  const isAbout = ({ body }: { readonly body: string }): boolean => {
    const known = register.byId.get(body);
    return known !== undefined && register.scopeOf(known) === scope;
  };
  return logs
    .flat()
    .filter((entry) => entry.state === "held" && !isSlotBefore(entry.slot, brake.slot) && entry.items.some(isAbout));
}

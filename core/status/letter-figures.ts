import type { LetterEntry, LetterState } from "../escalation/ledger.ts";
import type { ReportLetters, Unacknowledged } from "./status-report.ts";

/** What letters are counted by beside the ledger. */
export interface LetterKnowledge {
  readonly year: number;
  readonly isAcknowledged: (letter: LetterEntry) => boolean;
  /** Who has an address, by its key; null for nobody whom the register knows. */
  readonly recipientOf: (recipientKey: string) => Unacknowledged["recipient"];
}

/** A letter in these states has reached somebody who could acknowledge it, as far as anybody knows. */
const ARRIVED: ReadonlySet<LetterState> = new Set(["sent", "delivered", "complained"]);

/** Letters by where they stand, and who has acknowledged none or not all of theirs, the most letters first. */
export function letterFigures(letters: readonly LetterEntry[], knowledge: LetterKnowledge): ReportLetters {
  const arrived = letters.filter(({ state }) => ARRIVED.has(state));
  const waiting = arrived.filter((entry) => !knowledge.isAcknowledged(entry));
  const states: Partial<Record<LetterState, number>> = {};
  for (const { state } of letters) states[state] = (states[state] ?? 0) + 1;
  return {
    year: knowledge.year,
    total: letters.length,
    states,
    repeated: letters.reduce((sum, { attempts }) => sum + Math.max(0, attempts - 1), 0),
    acknowledged: arrived.length - waiting.length,
    unacknowledged: byRecipient(waiting, knowledge.recipientOf),
  };
}

function byRecipient(waiting: readonly LetterEntry[], recipientOf: LetterKnowledge["recipientOf"]): Unacknowledged[] {
  const found = new Map<string, Unacknowledged>();
  for (const { recipientKey, slot } of waiting) {
    const known = found.get(recipientKey);
    if (!known) found.set(recipientKey, { recipient: recipientOf(recipientKey), letters: 1, since: slot.day });
    else {
      const since = slot.day < known.since ? slot.day : known.since;
      found.set(recipientKey, { ...known, letters: known.letters + 1, since });
    }
  }
  return [...found.values()].sort((a, b) => b.letters - a.letters || a.since - b.since);
}

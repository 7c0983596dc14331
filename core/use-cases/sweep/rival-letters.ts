import { itemText } from "../../escalation/brake.ts";
import { counts, type LetterEntry } from "../../escalation/ledger.ts";
import type { Directory, Ledger } from "../../ports.ts";
import type { Logs } from "./letter-logs.ts";

/** The scopes that an address is or was in, the owner of its letters first; none where only one scope knows it. */
export const scopesKnowing = (email: string, directory: Directory | null): readonly string[] =>
  directory?.shared[email] ?? [];

/**
 * What becomes of a queued letter before it goes to the dispatcher; the entry as it is then, and the logs know what was
 * read. An import may give an address to another scope while both are swept, and then neither has seen the other's letter
 * when it planned its own (SPEC 6: scopes never compete). Each looks here after its entry stands, and whoever finds a
 * letter without a message looks here before queuing it: so at least one of two letters that tell the same sees the other.
 * The one of the scope that the directory names first stays, unless the other is on its way already. That is decided by
 * one conditional write on the other's entry: a sender and this look cannot both have it.
 *
 * `scopes` must be read after the entry stood: where they do not name another scope yet, its sweep will see the entry.
 */
export async function yieldToRivals(
  entry: LetterEntry,
  scopes: readonly string[],
  logs: Pick<Logs, "replace">,
  ledger: Ledger,
): Promise<LetterEntry> {
  // What the brake holds is not sent: it takes nothing from a letter that is.
  if (entry.state === "held") return entry;
  const own = scopes.indexOf(entry.scope);
  for (const [rank, scope] of scopes.entries()) {
    if (own < 0 || rank === own) continue;
    const { entries } = await ledger.wholeLog(scope, entry.year, entry.recipientKey);
    for (const rival of entries.filter((other) => tellsTheSame(other, entry))) {
      const now = rank > own && rival.state === "queued" ? await dropLetter(rival, "moved", ledger) : rival;
      logs.replace(now);
      if (counts(now)) return dropLetter(entry, "moved", ledger);
    }
  }
  return entry;
}

/** Whether another letter tells something that this one tells; one that is held is not sent, and dropped by its own scope. */
function tellsTheSame(other: LetterEntry, { items }: LetterEntry): boolean {
  if (!counts(other) || other.state === "held") return false;
  const told = new Set(other.items.map(itemText));
  return items.some((item) => told.has(itemText(item)));
}

/** Drops a letter; the entry as it is now: when a sender or another sweep was first, or we were before a retry, what is stored decides. */
export async function dropLetter(
  entry: LetterEntry,
  reason: string | null,
  ledger: Pick<Ledger, "advance" | "log">,
): Promise<LetterEntry> {
  const { attempts, messageId } = entry;
  const step = { state: "dropped", attempts, lease: null, unknownSince: null, messageId, reason } as const;
  if ((await ledger.advance(entry, step)) === "advanced") return { ...entry, ...step };
  const now = await ledger.log(entry.scope, entry.year, entry.recipientKey);
  return now.find(({ n }) => n === entry.n) ?? entry;
}

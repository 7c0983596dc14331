import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import type { FindingKey } from "../../../core/order608/finding.ts";
import type { Directory, Ledger } from "../../../core/ports.ts";
import { logsAbout } from "../letters/scopes.ts";

/** One letter that told of a finding, and at which stage. */
export interface ToldLine {
  readonly letter: LetterEntry;
  readonly stage: string;
}

/** Who was told what of one body in one campaign. */
export interface ToldOfBody {
  of(finding: FindingKey): readonly ToldLine[];
}

const nameOf = ({ obligation, subject }: FindingKey): string => `${obligation} ${subject}`;

/** Reads the letters about one body's campaign, which opens in the December before its year; oldest first. */
export async function loadTold(
  ledger: Pick<Ledger, "log">,
  directory: Directory,
  { scope, body, campaign, lastYear }: { scope: string; body: string; campaign: number; lastYear: number },
): Promise<ToldOfBody> {
  const years = Array.from({ length: Math.max(0, lastYear - campaign + 2) }, (_, index) => campaign - 1 + index);
  const logs = await Promise.all(
    logsAbout([scope], directory).flatMap((owner) => years.map((year) => ledger.log(owner, year))),
  );
  const lines = new Map<string, ToldLine[]>();
  for (const letter of logs.flat()) {
    // A dropped letter told nobody anything: what it said was written afresh.
    if (letter.state === "dropped") continue;
    for (const item of letter.items) {
      if (item.body !== body || item.campaign !== campaign) continue;
      const known = lines.get(nameOf(item)) ?? [];
      known.push({ letter, stage: item.stage });
      lines.set(nameOf(item), known);
    }
  }
  for (const known of lines.values()) known.sort((a, b) => bySlot(a.letter, b.letter));
  return { of: (finding) => lines.get(nameOf(finding)) ?? [] };
}

/** Letters in the order of their slots. */
export const bySlot = (a: LetterEntry, b: LetterEntry): number =>
  a.slot.day - b.slot.day || (a.slot.time < b.slot.time ? -1 : a.slot.time > b.slot.time ? 1 : 0);

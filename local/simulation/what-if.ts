import type { SimulatedLetter } from "../../core/use-cases/sweep/simulate.ts";
import { itemTexts } from "./figures.ts";
import type { SimulationRun } from "./run.ts";

/** Somebody whose load differs between two policies. */
interface LoadOf {
  readonly recipient: string;
  readonly a: number;
  readonly b: number;
}

/** Two policies over the same facts and days. */
export interface Comparison {
  /** Items that only one of them writes, at that slot to that person. */
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
  readonly inBoth: number;
  /** Letters by person, the largest difference first; only those whose number differs. */
  readonly loads: readonly LoadOf[];
}

/** What differs between two runs. */
export function compareRuns(a: SimulationRun, b: SimulationRun): Comparison {
  const [ofA, ofB] = [new Set(a.letters.flatMap(itemTexts)), new Set(b.letters.flatMap(itemTexts))];
  const onlyA = [...ofA].filter((text) => !ofB.has(text));
  const [lettersA, lettersB] = [countByPerson(a.letters), countByPerson(b.letters)];
  const loads = [...new Set([...lettersA.keys(), ...lettersB.keys()])]
    .map((recipient) => ({ recipient, a: lettersA.get(recipient) ?? 0, b: lettersB.get(recipient) ?? 0 }))
    .filter((load) => load.a !== load.b)
    .sort((one, two) => Math.abs(two.b - two.a) - Math.abs(one.b - one.a) || (one.recipient < two.recipient ? -1 : 1));
  return { onlyA, onlyB: [...ofB].filter((text) => !ofA.has(text)), inBoth: ofA.size - onlyA.length, loads };
}

function countByPerson(letters: readonly SimulatedLetter[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { recipient } of letters) counts.set(recipient, (counts.get(recipient) ?? 0) + 1);
  return counts;
}

/** People that a comparison names at most. */
const SHOWN = 10;

/** A comparison for people. */
export function comparisonText({ onlyA, onlyB, inBoth, loads }: Comparison): string {
  const line = ({ recipient, a, b }: LoadOf) => `  ${String(a).padStart(6)} ${String(b).padStart(6)}  ${recipient}`;
  return [
    `items that both write ${inBoth}, only A ${onlyA.length}, only B ${onlyB.length}`,
    `people whose number of letters differs: ${loads.length}`,
    ...(loads.length === 0 ? [] : ["       A      B", ...loads.slice(0, SHOWN).map(line)]),
  ].join("\n");
}

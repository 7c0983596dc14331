import { type Day, weekdayOf } from "../../core/calendar/day.ts";
import { dueKeyText } from "../../core/escalation/told.ts";
import type { State } from "../../core/order608/finding.ts";
import type { SimulatedLetter, SimulatedSlot } from "../../core/use-cases/sweep/simulate.ts";

/** How heavy the letters are for those who get them, and what they bring about. */
export interface SimulationFigures {
  readonly letters: number;
  readonly items: number;
  readonly people: number;
  /** Letters that one person gets in one week in which they get any. */
  readonly perPersonAndWeek: { readonly median: number; readonly p95: number; readonly most: number };
  /** Findings that somebody was told of, by how many stages were written before they were closed; `open` to the end. */
  readonly closedAfter: {
    readonly first: number;
    readonly second: number;
    readonly third: number;
    readonly later: number;
  };
  readonly breachedOrOpen: number;
}

const CLOSED: ReadonlySet<State> = new Set(["met", "late", "waived"]);

/** Collects figures slot by slot. */
export function createFigures() {
  const weeks = new Map<string, number>();
  const stages = new Map<string, Set<string>>();
  const states = new Map<string, State>();
  const people = new Set<string>();
  let [letters, items] = [0, 0];
  return {
    addSlot: ({ slot, bodies, letters: some }: SimulatedSlot): void => {
      for (const { findings } of bodies) for (const finding of findings) states.set(dueKeyText(finding), finding.state);
      for (const letter of some) {
        letters += 1;
        items += letter.items.length;
        people.add(letter.recipient);
        const week = `${letter.recipient} ${mondayOf(slot.day)}`;
        weeks.set(week, (weeks.get(week) ?? 0) + 1);
        for (const item of letter.items) addTo(stages, dueKeyText(item), item.stage);
      }
    },
    figures: (): SimulationFigures => {
      const loads = [...weeks.values()].sort((a, b) => a - b);
      const told = [...stages].map(([key, written]) => ({ count: written.size, state: states.get(key) }));
      const closed = told.filter(({ state }) => state !== undefined && CLOSED.has(state));
      const after = (count: number) => closed.filter((one) => one.count === count).length;
      return {
        ...{ letters, items, people: people.size },
        perPersonAndWeek: { median: at(loads, 0.5), p95: at(loads, 0.95), most: loads.at(-1) ?? 0 },
        closedAfter: {
          ...{ first: after(1), second: after(2), third: after(3) },
          later: closed.filter(({ count }) => count > 3).length,
        },
        breachedOrOpen: told.length - closed.length,
      };
    },
  };
}

const mondayOf = (day: Day): number => day - weekdayOf(day) + 1;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}

/** One text for each item of each letter: who is told what, at which stage, at which slot. */
export const itemTexts = ({ slot, recipient, items }: SimulatedLetter): string[] =>
  items.map((item) => `${slot.day} ${slot.time} ${recipient} ${dueKeyText(item)} ${item.stage}`);

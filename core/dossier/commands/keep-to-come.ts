import type { Dossier } from "../dossier.ts";
import { canonical, isObject, segmentAt } from "../fact-path.ts";

/** How much gives way to what is recorded today: that fact alone, or all that a file says of its meeting. */
export type GivesWay = "fact" | "meeting";

/**
 * What a command made of what has happened (`seen` became `after`), with everything else that a file dates later: of `whole`
 * only what the command has changed gives way. The result may break file rules, when the two do not go together.
 */
export const keepToCome = (seen: Dossier, after: Dossier, whole: Dossier, givesWay: GivesWay): Dossier =>
  // Every part of it is a part of a dossier, at its own place.
  merge("", seen, after, whole, givesWay) as Dossier;

function merge(list: string, seen: unknown, after: unknown, whole: unknown, givesWay: GivesWay): unknown {
  if (canonical(seen) === canonical(after)) return whole;
  if (Array.isArray(seen) && Array.isArray(after) && Array.isArray(whole))
    return mergeItems(list, seen, after, whole, givesWay);
  if (!isObject(seen) || !isObject(after) || !isObject(whole)) return after;
  const keys = new Set([...Object.keys(whole), ...Object.keys(after)]);
  const fields = [...keys].map((key) => [key, merge(key, seen[key], after[key], whole[key], givesWay)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function mergeItems(
  list: string,
  seen: readonly unknown[],
  after: readonly unknown[],
  whole: readonly unknown[],
  givesWay: GivesWay,
): unknown[] {
  const [before, now, later] = [named(list, seen), named(list, after), named(list, whole)];
  const kept = [...later].flatMap(([name, item]) => {
    if (!now.has(name)) return before.has(name) ? [] : [item];
    const isWhole = list === "meetings" && givesWay === "meeting";
    const isChanged = canonical(before.get(name)) !== canonical(now.get(name));
    return [isWhole && isChanged ? now.get(name) : merge(list, before.get(name), now.get(name), item, givesWay)];
  });
  return [...kept, ...[...now].flatMap(([name, item]) => (later.has(name) ? [] : [item]))];
}

/** Items by the name of their kind; those that have none by what they say. */
const named = (list: string, items: readonly unknown[]): ReadonlyMap<string, unknown> =>
  new Map(
    items.map((item, index) => {
      const name = segmentAt(list, items, index);
      return [name === String(index) ? canonical(item) : name, item];
    }),
  );

import type { Dossier } from "../dossier.ts";
import { canonical, isObject, segmentAt } from "../fact-path.ts";

/**
 * What a command made of what has happened (`seen` became `after`), with everything else that a file dates later: of `whole`
 * only what the command has changed gives way, or with `ofMeeting` all that the file says of a meeting that it has changed.
 * The result may break file rules, when the two do not go together.
 */
export const keepToCome = (seen: Dossier, after: Dossier, whole: Dossier, ofMeeting: boolean): Dossier =>
  // Every part of it is a part of a dossier, at its own place.
  merge("", seen, after, whole, ofMeeting) as Dossier;

function merge(list: string, seen: unknown, after: unknown, whole: unknown, ofMeeting: boolean): unknown {
  if (canonical(seen) === canonical(after)) return whole;
  if (Array.isArray(seen) && Array.isArray(after) && Array.isArray(whole))
    return mergeItems(list, seen, after, whole, ofMeeting);
  if (!isObject(seen) || !isObject(after) || !isObject(whole)) return after;
  const keys = new Set([...Object.keys(whole), ...Object.keys(after)]);
  const fields = [...keys].map((key) => [key, merge(key, seen[key], after[key], whole[key], ofMeeting)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function mergeItems(
  list: string,
  seen: readonly unknown[],
  after: readonly unknown[],
  whole: readonly unknown[],
  ofMeeting: boolean,
): unknown[] {
  const [before, now, later] = [named(list, seen), named(list, after), named(list, whole)];
  const kept = [...later].flatMap(([name, item]) => {
    const [was, is] = [before.get(name), now.get(name)];
    if (is === undefined) return was === undefined ? [item] : [];
    // Of a dossier's own lists only meetings have names, so only they are changed: waivers come and go.
    const isReplaced = ofMeeting && canonical(was) !== canonical(is);
    return [isReplaced ? is : merge(list, was, is, item, ofMeeting)];
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

/** Chance that is the same for the same seed: the demo must come out byte-equal on every machine. */
export interface Random {
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  /** True in `percent` of 100 cases. */
  chance(percent: number): boolean;
  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item;
  /** `count` items of a list, in their order. */
  sample<Item>(items: readonly Item[], count: number): Item[];
}

/** A source of chance of its own for each list of labels, so that one body's facts do not depend on another's. */
export function createRandom(...labels: readonly (string | number)[]): Random {
  const next = mulberry32(hashOf(labels.join("/")));
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new RangeError("There is nothing to pick from an empty list.");
    return item;
  };
  const sample = <Item>(items: readonly Item[], count: number): Item[] => {
    const left = items.map((_, index) => index);
    const chosen = Array.from({ length: Math.min(count, items.length) }, () => left.splice(int(0, left.length - 1), 1));
    const kept = new Set(chosen.flat());
    return items.filter((_, index) => kept.has(index));
  };
  return { int, pick, sample, chance: (percent) => next() * 100 < percent };
}

/** The generator "mulberry32" of T. Ettinger (public domain): 32 bits of state, numbers from 0 up to, not including, 1. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a over UTF-16 units: 32 bits that differ for texts that differ a little. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

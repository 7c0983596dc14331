/** How many items get a full card, how many after them a compact row, and how many closed lines are listed. */
export interface LetterPlan {
  readonly cards: number;
  readonly rows: number;
  readonly closed: number;
}

/** Bytes that a part takes in all renderings of a letter together. */
export interface PartSizes {
  readonly items: number;
  readonly card: (index: number) => number;
  readonly row: (index: number) => number;
  readonly closedItems: number;
  readonly closed: (index: number) => number;
}

/** Of the room, at most this share goes to closed lines, and this much to cards when not every item fits as a row. */
const closedShare = 0.15;
const cardShare = 0.5;

/** How many of `count` parts fit into `room`, in order, and the room they take. */
function fitting(count: number, size: (index: number) => number, room: number): { count: number; used: number } {
  let used = 0;
  for (let index = 0; index < count; index++) {
    const next = used + size(index);
    if (next > room) return { count: index, used };
    used = next;
  }
  return { count, used };
}

/** Cards in half of the room, but the worst item's card whenever it fits at all. */
function cardsFirst({ items, card }: PartSizes, room: number): { count: number; used: number } {
  const cards = fitting(items, card, room * cardShare);
  return cards.count > 0 ? cards : fitting(Math.min(1, items), card, room);
}

/** Rows for all items, or undefined as soon as they exceed the room; `sizes[i]` is what the rows from i on take. */
function rowsFrom({ items, row }: PartSizes, room: number): readonly number[] | undefined {
  const all = fitting(items, row, room);
  if (all.count < items) return undefined;
  const sizes = [all.used];
  for (let index = 0; index < items; index++) sizes.push((sizes[index] ?? 0) - row(index));
  return sizes;
}

/**
 * Shares out `room` bytes: as many full cards as leave a row for every other item; when there are too many items even
 * for rows, cards up to half of the room, then rows, and the rest is only counted.
 */
export function planLetter(sizes: PartSizes, room: number): LetterPlan {
  const closed = fitting(sizes.closedItems, sizes.closed, room * closedShare);
  const left = room - closed.used;
  const rows = rowsFrom(sizes, left);
  if (rows === undefined) {
    const cards = cardsFirst(sizes, left);
    const rest = fitting(sizes.items - cards.count, (index) => sizes.row(cards.count + index), left - cards.used);
    return { cards: cards.count, rows: rest.count, closed: closed.count };
  }
  let cards = 0;
  for (let used = 0; cards < sizes.items; cards++) {
    used += sizes.card(cards);
    if (used + (rows[cards + 1] ?? 0) > left) break;
  }
  return { cards, rows: sizes.items - cards, closed: closed.count };
}

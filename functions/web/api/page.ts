import * as z from "zod";
import { Problem } from "./problem.ts";

export const MAX_LIMIT = 200;
const DEFAULT_LIMIT = 50;

/** How many items of a list are wanted. */
export const Limit = z.codec(z.string().regex(/^\d{1,3}$/, "is no number"), z.int().min(1).max(MAX_LIMIT), {
  decode: Number,
  encode: String,
});

/** Where a list goes on: what the answer before gave as `next`. */
export const Cursor = z.string().max(2000);

/** The parameters of every list. */
export const paging = { limit: Limit.exactOptional(), cursor: Cursor.exactOptional() };

/** One page of a list; `next` is null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });

const Position = z.tuple([z.int().nonnegative(), z.string()]);

/**
 * A page of a list in its order. The cursor names the last item that was seen; when that is gone, its place counts, so
 * a list that changes between two pages repeats or skips as little as can be.
 */
export function pageFrom<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { limit = DEFAULT_LIMIT, cursor }: { readonly limit?: number; readonly cursor?: string },
): { items: Item[]; next: string | null } {
  const start = cursor === undefined ? 0 : startAfter(items, keyOf, cursor);
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  const isMore = last !== undefined && start + limit < items.length;
  return { items: page, next: isMore ? written([start + page.length, keyOf(last)]) : null };
}

function startAfter<Item>(items: readonly Item[], keyOf: (item: Item) => string, cursor: string): number {
  const [place, key] = read(cursor);
  const index = items.findIndex((item) => keyOf(item) === key);
  return index < 0 ? place : index + 1;
}

const written = (position: z.output<typeof Position>): string =>
  Buffer.from(JSON.stringify(position)).toString("base64url");

function read(cursor: string): z.output<typeof Position> {
  try {
    return Position.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    const message = "is no cursor: give what the page before had as `next`";
    throw new Problem("invalid-request", { issues: [{ path: "query.cursor", rule: "invalid", message }] });
  }
}

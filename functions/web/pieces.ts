import { randomUUID } from "node:crypto";
import { raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/** What stands where a piece belongs: no text of anybody's can hold it, since `<` is escaped. */
const MARK = `<!--${randomUUID()}-->`;

/**
 * Ready pieces of a page, which are put into it as the bytes that they are: a page of half a million characters is made
 * of the same rows again and again, and writing these out anew takes longer than everything else that is on it.
 */
export interface Pieces {
  /** Keeps the place of some pieces; in the order of the page. */
  put(pieces: readonly Uint8Array[]): HtmlEscapedString;
  /** The page with every piece in its place. */
  fill(page: string): Uint8Array<ArrayBuffer>;
}

export function createPieces(): Pieces {
  const kept: (readonly Uint8Array[])[] = [];
  return {
    put: (pieces) => {
      kept.push(pieces);
      return raw(MARK);
    },
    fill: (page) => {
      const [first = "", ...parts] = page.split(MARK);
      if (parts.length !== kept.length) throw new Error("A page does not show its pieces once each.");
      return Buffer.concat([
        Buffer.from(first),
        ...parts.flatMap((part, index) => [...(kept[index] ?? []), Buffer.from(part)]),
      ]);
    },
  };
}

import type { Composer, Mail } from "../../../core/ports.ts";

/** One item of a letter as {@link memoryComposer} writes it. */
export interface ComposedItem {
  readonly body: string;
  readonly obligation: string;
  readonly stage: string;
  readonly late: boolean;
  readonly insteadOf: string | null;
}

/** A letter as {@link memoryComposer} writes it. */
export interface Composed {
  readonly items: readonly ComposedItem[];
  /** `BODY obligation closure`. */
  readonly closed: readonly string[];
}

/** Writes what a letter says as JSON. */
export const memoryComposer: Composer = {
  compose: async ({ recipient, items, closed }, { n }) => {
    const composed: Composed = {
      items: items.map(({ finding: { body, obligation }, stage, late, insteadOf }) => ({
        ...{ body, obligation, stage, late, insteadOf },
      })),
      closed: closed.map(({ key, closure }) => `${key.body} ${key.obligation} ${closure}`),
    };
    const mime = new TextEncoder().encode(JSON.stringify(composed));
    return { recipient: recipient.email, subject: `Letter ${n}`, mime };
  },
  composeNotice: async ({ recipient, about }) => {
    const mime = new TextEncoder().encode(JSON.stringify({ items: [], closed: [], about: about.kind }));
    return { recipient: recipient.email, subject: `Notice: ${about.kind}`, mime };
  },
};

/** What a letter of {@link memoryComposer} says. */
export const readComposed = ({ mime }: Mail): Composed => JSON.parse(new TextDecoder().decode(mime)) as Composed; // memoryComposer wrote it

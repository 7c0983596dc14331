import * as z from "zod";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { State } from "../../../core/order608/finding.ts";
import { type Selection, SORTS } from "../../../core/status/select.ts";
import { STATES } from "../../../core/status/states.ts";
import { withQuery } from "../paths.ts";

const isState = (text: unknown): text is State => STATES.some((state) => state === text);
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** What the address asks for; anything that means nothing is passed over, so that an old link still shows a page. */
const Query = z.object({
  q: z.string().max(100).catch(""),
  region: optional(z.string().min(1).max(40)),
  state: optional(z.custom<State>(isState)),
  obligation: optional(ObligationId),
  sort: z.enum(SORTS).catch("register"),
});

export function readSelection(url: URL): Selection {
  const { q, ...rest } = Query.parse(Object.fromEntries(url.searchParams));
  return { search: q, ...rest };
}

/** The overview with its matrix at a selection. */
export function selectionPath({ search, region, state, obligation, sort }: Partial<Selection>): string {
  const query = { q: search, region, state, obligation, sort: sort === "register" ? undefined : sort };
  return `${withQuery("/", query)}#matrix`;
}

import * as z from "zod";
import { Appeal } from "../../../core/dossier/appeal.ts";
import { withQuery } from "../paths.ts";

export const STATES = ["open", "overdue", "closed", "all"] as const;
export const SORTS = ["due", "received", "number"] as const;
export const ROUTES = ["application", "complaint", "simplified"] as const;
export const KINDS = Appeal.shape.kind.options;

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** What the address asks for; anything that means nothing is passed over. */
const Query = z.object({
  q: z.string().max(100).catch(""),
  region: optional(z.string().min(1).max(40)),
  kind: optional(z.enum(KINDS)),
  route: optional(z.enum(ROUTES)),
  state: z.enum(STATES).catch("open"),
  sort: z.enum(SORTS).catch("due"),
  from: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .catch(0),
});
export type AppealQuery = z.output<typeof Query>;

export const readAppealQuery = (url: URL): AppealQuery => Query.parse(Object.fromEntries(url.searchParams));

/** The list at a query, from another place. */
export const appealsPath = ({ from, ...query }: AppealQuery): string =>
  withQuery("/appeals", { ...query, from: from === 0 ? undefined : from });

import * as z from "zod";
import { type LetterEntry, LetterState } from "../../../core/escalation/ledger.ts";
import type { Acknowledgement, AnswerTo } from "../../../core/use-cases/letters/acknowledge.ts";
import { bySlot } from "../body/told.ts";
import { slotText, withQuery } from "../paths.ts";

/** Which letters the address asks for; what means nothing is passed over. */
const Query = z.object({
  year: z.coerce.number().int().min(2000).max(2999).optional().catch(undefined),
  scope: z.string().min(1).max(40).optional().catch(undefined),
  slot: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .optional()
    .catch(undefined),
  state: LetterState.optional().catch(undefined),
  /** Whether it was answered, or that it came to the wrong person. */
  answered: z.enum(["yes", "no", "wrong"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type LettersQuery = z.output<typeof Query>;

export function readLettersQuery(url: URL): LettersQuery {
  const said = [...url.searchParams].filter(([, value]) => value !== "");
  return Query.parse(Object.fromEntries(said));
}

export const lettersPath = (query: Partial<LettersQuery>): string =>
  withQuery("/letters", { ...query, page: query.page === 1 ? undefined : query.page });

const isAsked = (answered: LettersQuery["answered"], given: Acknowledgement | undefined): boolean =>
  answered === undefined ||
  (answered === "wrong" ? given?.answer.kind === "wrong-recipient" : (answered === "yes") === (given !== undefined));

/** The letters asked for, latest first. */
export function chooseLetters(
  entries: readonly LetterEntry[],
  { slot, state, answered }: LettersQuery,
  answerTo: AnswerTo,
): readonly LetterEntry[] {
  return entries
    .filter((entry) => isAsked(answered, answerTo(entry)))
    .filter((entry) => slot === undefined || slotText(entry.slot) === slot)
    .filter((entry) => state === undefined || entry.state === state)
    .toSorted((a, b) => bySlot(b, a));
}

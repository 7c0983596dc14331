import type { ObligationId } from "../dossier/obligation-id.ts";
import type { Sentence } from "./clauses/sentence.ts";
import { obligationOf } from "./obligations/all.ts";

export { order } from "./clauses/order.ts";
export type { Sentence } from "./clauses/sentence.ts";

/** Every sentence that an obligation rests on: the Order's, then the Code's, each in its order. */
export const clausesOf = (obligation: ObligationId): readonly Sentence[] => obligationOf(obligation).clauses;

/** The few sentences to quote beside a finding: of the obligation's clauses, those that demand what is missing. */
export function governingClauses(obligation: ObligationId, missing: readonly string[]): readonly Sentence[] {
  const { governing, clauses } = obligationOf(obligation);
  return governing ? governing(missing) : clauses;
}

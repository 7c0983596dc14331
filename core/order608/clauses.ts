import type { ObligationId } from "../dossier/obligation-id.ts";
import type { CodeArticleId } from "./clauses/code-article.ts";
import { type OrderClauseId, orderClauseIds } from "./clauses/order-clause.ts";
import { codeArticle, orderClause, type Sentence } from "./clauses/sentence.ts";

export { order } from "./clauses/order.ts";
export type { Sentence } from "./clauses/sentence.ts";

/** Where an obligation comes from: clauses of the Order, then articles of the Code. */
interface Basis {
  readonly order: readonly OrderClauseId[];
  readonly code?: readonly CodeArticleId[];
}

const bases: Readonly<Record<ObligationId, Basis>> = {
  schedule: { order: ["8(1)"] },
  report: { order: ["4"] },
  notice: { order: ["8(2)"] },
  invitation: { order: ["4", "11"] },
  venue: { order: ["9"] },
  content: { order: ["6", ...orderClauseIds.filter((id) => id.startsWith("6("))] },
  readiness: { order: ["2", "3", "21"] },
  protocol: { order: ["12", "13", "14", "15"] },
  registration: { order: [], code: ["64(3)"] },
  reply: { order: ["16"], code: ["76", "99"] },
  transfer: { order: [], code: ["91(4)"] },
  "extension-notice": { order: [], code: ["76(3)"] },
  redirection: { order: ["17"], code: ["65"] },
  records: { order: ["18"] },
  decision: { order: ["19"] },
};

const sentences = ({ order, code = [] }: Basis): readonly Sentence[] => [
  ...order.map(orderClause),
  ...code.map(codeArticle),
];

/** Every sentence that an obligation rests on (SPEC 4, column "clause"): the Order's, then the Code's, each in its order. */
export const clausesOf = (obligation: ObligationId): readonly Sentence[] => sentences(bases[obligation]);

const signatures = ["secretary", "head"];

/** Of p. 13–15: what a protocol holds only when that is incomplete, its day always, signatures only when one is missing. */
function protocolClauses(missing: readonly string[]): readonly OrderClauseId[] {
  const incomplete = missing.some((code) => code !== "protocol" && !signatures.includes(code));
  const unsigned = missing.some((code) => signatures.includes(code));
  return [...(incomplete ? (["13"] as const) : []), "14", ...(unsigned ? (["15"] as const) : [])];
}

function readinessClauses(missing: readonly string[]): readonly OrderClauseId[] {
  const found: OrderClauseId[] = [];
  if (missing.includes("inPerson")) found.push("2");
  if (missing.includes("clearedOfSecrets")) found.push("3");
  return found.length === 0 || missing.includes("orderPlanned") ? [...found, "21"] : found;
}

const onlyAkimat = (missing: readonly string[]): boolean => missing.length === 1 && missing[0] === "local-executive";

/** The few sentences to quote beside a finding: of the obligation's clauses, those that demand what is missing. */
export function governingClauses(obligation: ObligationId, missing: readonly string[]): readonly Sentence[] {
  switch (obligation) {
    case "invitation":
      return sentences({ order: onlyAkimat(missing) ? ["4"] : ["11"] });
    case "content":
      return sentences({ order: ["6"] });
    case "readiness":
      return sentences({ order: readinessClauses(missing) });
    case "protocol":
      return sentences({ order: protocolClauses(missing) });
    default:
      return clausesOf(obligation);
  }
}

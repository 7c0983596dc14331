import type { LetterId } from "../../../core/escalation/ledger.ts";
import { letterPagePath } from "../paths.ts";

/** The page that answers a letter; letters link there. */
export const answerPath = (id: LetterId): string => `${letterPagePath(id)}/answer`;

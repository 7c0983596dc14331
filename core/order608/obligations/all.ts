import { ObligationId } from "../../dossier/obligation-id.ts";
import type { Obligation } from "../obligation.ts";
import { content } from "./content.ts";
import { decision } from "./decision.ts";
import { extensionNotice } from "./extension-notice.ts";
import { invitation } from "./invitation.ts";
import { notice } from "./notice.ts";
import { protocol } from "./protocol.ts";
import { readiness } from "./readiness.ts";
import { records } from "./records.ts";
import { redirection } from "./redirection.ts";
import { registration } from "./registration.ts";
import { reply } from "./reply.ts";
import { report } from "./report.ts";
import { schedule } from "./schedule.ts";
import { transfer } from "./transfer.ts";
import { venue } from "./venue.ts";

const byId: { readonly [Id in ObligationId]: Obligation<Id> } = {
  schedule,
  report,
  notice,
  invitation,
  venue,
  content,
  readiness,
  protocol,
  registration,
  reply,
  transfer,
  "extension-notice": extensionNotice,
  redirection,
  records,
  decision,
};

export const obligationOf = (id: ObligationId): Obligation => byId[id];

/** Every obligation of SPEC 4, in the order in which a campaign meets them. */
export const obligations: readonly Obligation[] = ObligationId.options.map(obligationOf);

/** Something of each obligation, by its name. */
export const ofEach = <Value>(take: (obligation: Obligation) => Value): Readonly<Record<ObligationId, Value>> =>
  Object.fromEntries(obligations.map((obligation) => [obligation.id, take(obligation)])) as Readonly<
    Record<ObligationId, Value>
  >; // one of each, which Object.fromEntries cannot type

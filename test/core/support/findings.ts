import { day } from "../../../core/calendar/day.ts";
import type { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { Finding, State } from "../../../core/order608/finding.ts";

const due = day("2027-03-19");

/** A finding of PB-1 in campaign 2027, due on 19 March, unless said otherwise. */
export const findingOf = (obligation: ObligationId, state: State, more: Partial<Finding> = {}): Finding => ({
  ...{ body: "PB-1", campaign: 2027, obligation, subject: "m1", clause: "4", due, target: due, state, metOn: null },
  ...{ missing: [], problems: [], daysLeft: 0, beyondCure: null, remindersHeld: false, notBefore: null },
  derivation: { kind: "fixed", of: "quarter-end", due },
  ...more,
});

import type { Appeal } from "../../dossier/appeal.ts";
import { defineObligation, metOnLatest, workingDaysAfter } from "../obligation.ts";
import { appealsOf, isForOthers } from "./appeals.ts";

/** What is not for the police is sent on, and the initiator is told (Order 608, p. 17; APPC 65). */
export const redirection = defineObligation({
  id: "redirection",
  clause: "17; APPC 65",
  subjects: (watched) => appealsOf(watched, isForOthers),
  judge: ({ appeal }, { policy, workdays }) => ({
    derivation: workingDaysAfter(appeal.receivedOn, "received", policy.redirectionWorkingDays.due, workdays),
    target: workdays.addWorkingDays(appeal.receivedOn, policy.redirectionWorkingDays.target),
    ...redirected(appeal),
  }),
});

function redirected({ redirectedOn, initiatorNotifiedOn }: Appeal) {
  const missing = [
    ...(redirectedOn === undefined ? ["redirection"] : []),
    ...(initiatorNotifiedOn === undefined ? ["initiator-notice"] : []),
  ];
  return {
    missing,
    metOn: metOnLatest(
      missing,
      [redirectedOn, initiatorNotifiedOn].filter((day) => day !== undefined),
    ),
  };
}

import { routeOf } from "../../dossier/appeal.ts";
import { defineObligation, workingDaysAfter } from "../obligation.ts";
import { appealsOf, isForPolice, isUnanswered } from "./appeals.ts";

/** A complaint goes with its file to the body that considers it, unless it was answered first (APPC 91(4)). */
export const transfer = defineObligation({
  id: "transfer",
  clause: "APPC 91(4)",
  subjects: (watched) =>
    appealsOf(watched, (appeal) => isUnanswered(appeal) && isForPolice(appeal) && routeOf(appeal) === "complaint"),
  judge: ({ appeal }, { policy, workdays }) => {
    const { receivedOn, transferredOn, repliedOn } = appeal;
    const days = [transferredOn, repliedOn].filter((day) => day !== undefined).sort((a, b) => a - b);
    return {
      derivation: workingDaysAfter(receivedOn, "received", policy.transferWorkingDays, workdays),
      metOn: days[0] ?? null,
      missing: days.length === 0 ? ["transfer"] : [],
    };
  },
});

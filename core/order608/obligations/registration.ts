import { defineObligation } from "../obligation.ts";
import { appealsOf, isUnanswered, registrationDue } from "./appeals.ts";

/** An appeal is registered on the day of receipt, or the next working day (APPC 64(3)). */
export const registration = defineObligation({
  id: "registration",
  clause: "APPC 64(3)",
  subjects: (watched) => appealsOf(watched, isUnanswered),
  judge: (raised, { policy, workdays }) => {
    const { registeredOn } = raised.appeal;
    return {
      derivation: registrationDue(raised, policy, workdays),
      metOn: registeredOn ?? null,
      missing: registeredOn === undefined ? ["registration"] : [],
    };
  },
});

import { codeArticle } from "../clauses/sentence.ts";
import { defineObligation } from "../obligation.ts";
import { appealsOf, isUnanswered, registrationDue } from "./appeals.ts";
import * as phrases from "./phrases.ts";

/** An appeal is registered on the day of receipt, or the next working day (APPC 64(3)). */
export const registration = defineObligation({
  id: "registration",
  clause: "APPC 64(3)",
  clauses: [codeArticle("64(3)")],
  subjects: (watched) => appealsOf(watched, isUnanswered),
  judge: (raised, { policy, workdays }) => {
    const { registeredOn } = raised.appeal;
    return {
      derivation: registrationDue(raised, policy, workdays),
      metOn: registeredOn ?? null,
      missing: registeredOn === undefined ? ["registration"] : [],
    };
  },
  facts: [[], ["registeredOn"]],
  recordedBy: "register-appeal",
  ladder: {
    stages: [
      { at: "due", to: ["officer"] },
      { at: "due+1wd", to: ["officer", "head"] },
      { at: "due+5wd", to: ["officer", "head", "superior"] },
    ],
    every: [14, 14, 28],
  },
  short: { kk: "Тіркеу", ru: "Регистрация", en: "Registration" },
  full: { kk: "Жолданымды тіркеу", ru: "Регистрация обращения", en: "Registration of an appeal" },
  missing: {
    registration: {
      words: { kk: "жолданымды тіркеу", ru: "регистрация обращения", en: "registration of the appeal" },
      act: { kk: "жолданымның тіркелуін", ru: "регистрацию обращения", en: "that the appeal is registered" },
    },
  },
  described: {
    subject: phrases.unanswered,
    due: "the day of receipt if it is a working day and the appeal came before {officeCloses†}, else the next working day",
    metWhen: "the appeal is registered; met on that day",
  },
});

import { routeOf } from "../../dossier/appeal.ts";
import { codeArticle } from "../clauses/sentence.ts";
import { defineObligation, workingDaysAfter } from "../obligation.ts";
import { appealsOf, isForPolice, isUnanswered } from "./appeals.ts";
import * as phrases from "./phrases.ts";

/** A complaint goes with its file to the body that considers it, unless it was answered first (APPC 91(4)). */
export const transfer = defineObligation({
  id: "transfer",
  clause: "APPC 91(4)",
  clauses: [codeArticle("91(4)")],
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
  facts: [[], ["transferredOn"], ["repliedOn"]],
  recordedBy: "transfer-appeal",
  ladder: {
    stages: [
      { at: "target-1wd", to: ["officer", "head"] },
      { at: "target", to: ["officer", "head"] },
      { at: "due+1wd", to: ["officer", "head", "superior"] },
      { at: "due+5wd", to: ["officer", "head", "superior", "ministry"] },
    ],
    every: [14, 14, 28],
  },
  short: { kk: "Шағымды беру", ru: "Передача жалобы", en: "Transfer" },
  full: {
    kk: "Шағымды оны қарайтын органға жіберу",
    ru: "Направление жалобы в рассматривающий ее орган",
    en: "Transfer of a complaint to the body that considers it",
  },
  missing: {
    transfer: {
      words: {
        kk: "шағымды оны қарайтын органға жіберу",
        ru: "направление жалобы в рассматривающий ее орган",
        en: "transfer of the complaint to the body that considers it",
      },
      act: {
        kk: "шағымның материалдарымен бірге оны қарайтын органға жіберілуін",
        ru: "направление жалобы с материалами в рассматривающий ее орган",
        en: "that the complaint and its materials are sent to the body that considers it",
      },
    },
  },
  described: {
    subject: `${phrases.appealToPolice}, of the route \`complaint\``,
    due: "{transferWorkingDays} working days after receipt",
    metWhen: "the complaint is transferred or answered; met on the earlier",
  },
});

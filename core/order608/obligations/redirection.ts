import type { Appeal } from "../../dossier/appeal.ts";
import { codeArticle, orderClause } from "../clauses/sentence.ts";
import { defineObligation, metOnLatest, workingDaysAfter } from "../obligation.ts";
import { appealsOf, isForOthers } from "./appeals.ts";

/** What is not for the police is sent on, and the initiator is told (Order 608, p. 17; APPC 65). */
export const redirection = defineObligation({
  id: "redirection",
  clause: "17; APPC 65",
  clauses: [orderClause("17"), codeArticle("65")],
  subjects: (watched) => appealsOf(watched, isForOthers),
  judge: ({ appeal }, { policy, workdays }) => ({
    derivation: workingDaysAfter(appeal.receivedOn, "received", policy.redirectionWorkingDays.due, workdays),
    target: workdays.addWorkingDays(appeal.receivedOn, policy.redirectionWorkingDays.target),
    ...redirected(appeal),
  }),
  facts: [[], ["redirectedOn"], ["initiatorNotifiedOn"]],
  ladder: {
    stages: [
      { at: "target", to: ["officer", "head"] },
      { at: "due", to: ["officer", "head"] },
      { at: "due+1wd", to: ["officer", "head", "superior"] },
      { at: "due+5wd", to: ["officer", "head", "superior", "ministry"] },
    ],
    every: [14, 14, 28],
  },
  short: { kk: "Әрі қарай жолдау", ru: "Перенаправление", en: "Redirection" },
  full: {
    kk: "Жолданымды әрі қарай жолдау және бастамашыны хабардар ету",
    ru: "Перенаправление обращения и уведомление инициатора",
    en: "Redirection of an appeal and notice to the initiator",
  },
  missing: {
    redirection: {
      words: {
        kk: "жолданымды құзыретті мемлекеттік органға жіберу",
        ru: "направление обращения в компетентный государственный орган",
        en: "redirection of the appeal to the competent state body",
      },
      act: {
        kk: "жолданымның құзыретті мемлекеттік органға жіберілуін",
        ru: "направление обращения в компетентный государственный орган",
        en: "that the appeal is sent to the competent state body",
      },
    },
    "initiator-notice": {
      words: { kk: "бастамашыны хабардар ету", ru: "уведомление инициатора", en: "notice to the initiator" },
      act: { kk: "бастамашының хабардар етілуін", ru: "уведомление инициатора", en: "that the initiator is notified" },
    },
  },
  described: {
    subject: "each appeal outside the competence of the police at least in part, answered in full or not",
    due: "{redirectionWorkingDays.due} working days after receipt",
    target: "{redirectionWorkingDays.target†} working days after receipt",
    metWhen: "the appeal is redirected and the initiator notified; met on the later",
  },
});

function redirected({ redirectedOn, initiatorNotifiedOn }: Appeal) {
  const missing: readonly ("redirection" | "initiator-notice")[] = [
    ...(redirectedOn === undefined ? (["redirection"] as const) : []),
    ...(initiatorNotifiedOn === undefined ? (["initiator-notice"] as const) : []),
  ];
  return {
    missing,
    metOn: metOnLatest(
      missing,
      [redirectedOn, initiatorNotifiedOn].filter((day) => day !== undefined),
    ),
  };
}

import { codeArticle } from "../clauses/sentence.ts";
import {
  type Circumstances,
  defineObligation,
  type Judgement,
  type RaisedAppeal,
  workingDaysAfter,
} from "../obligation.ts";
import { appealsOf, isForPolice, isUnanswered } from "./appeals.ts";
import * as phrases from "./phrases.ts";
import { validExtension } from "./reply.ts";

/** The initiator is told of a valid extension (APPC 76(3)). */
export const extensionNotice = defineObligation({
  id: "extension-notice",
  clause: "APPC 76(3)",
  clauses: [codeArticle("76(3)")],
  subjects: (watched) => appealsOf(watched, (appeal) => isUnanswered(appeal) && isForPolice(appeal)),
  judge: judgeNotice,
  facts: [["extension"], ["extension", "notifiedOn"]],
  recordedBy: "notify-extension",
  ladder: {
    stages: [
      { at: "target-1wd", to: ["officer"] },
      { at: "target", to: ["officer", "head"] },
      { at: "due+1wd", to: ["officer", "head"] },
      { at: "due+5wd", to: ["officer", "head", "superior"] },
    ],
    every: [14, 14, 28],
  },
  short: { kk: "Ұзарту хабархаты", ru: "Извещение о продлении", en: "Extension notice" },
  full: {
    kk: "Мерзімнің ұзартылғаны туралы арыз иесіне хабарлау",
    ru: "Извещение заявителя о продлении срока",
    en: "Notice to the applicant that the term was extended",
  },
  missing: {
    "extension-notice": {
      words: {
        kk: "мерзімнің ұзартылғаны туралы арыз иесіне хабархат",
        ru: "извещение заявителя о продлении срока",
        en: "notice to the applicant that the term was extended",
      },
      act: {
        kk: "мерзімнің ұзартылғаны туралы арыз иесіне хабарлануын",
        ru: "извещение заявителя о продлении срока",
        en: "that the applicant is notified of the extension of the term",
      },
    },
  },
  described: {
    subject: `${phrases.appealToPolice}, with a valid extension`,
    due: "{extensionNoticeWorkingDays} working days after the decision to extend",
    metWhen: "the initiator is notified of the extension; met on that day",
  },
});

function judgeNotice(raised: RaisedAppeal, circumstances: Circumstances): Judgement<"extension-notice"> | null {
  const extension = validExtension(raised, circumstances);
  if (!extension) return null;
  const { policy, workdays } = circumstances;
  const { decidedOn, notifiedOn } = extension;
  return {
    derivation: workingDaysAfter(decidedOn, "decided", policy.extensionNoticeWorkingDays, workdays),
    metOn: notifiedOn ?? null,
    missing: notifiedOn === undefined ? ["extension-notice"] : [],
  };
}

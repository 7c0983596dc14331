import { addMonths, type Day } from "../../calendar/day.ts";
import { type Appeal, type Extension, routeOf } from "../../dossier/appeal.ts";
import { codeArticle, orderClause } from "../clauses/sentence.ts";
import type { Derivation, Problem } from "../finding.ts";
import { type Circumstances, defineObligation, type RaisedAppeal, workingDaysAfter } from "../obligation.ts";
import { appealsOf, isForPolice, isUnanswered, registrationDue } from "./appeals.ts";
import * as phrases from "./phrases.ts";

/** An appeal is checked and answered in the term of the Code (Order 608, p. 16; APPC 76, 99). */
export const reply = defineObligation({
  id: "reply",
  clause: "16; APPC 76, 99",
  clauses: [orderClause("16"), codeArticle("76"), codeArticle("99")],
  subjects: (watched) => appealsOf(watched, (appeal) => isUnanswered(appeal) && isForPolice(appeal)),
  judge: (raised, circumstances) => {
    const { repliedOn } = raised.appeal;
    const { derivation, problem } = replyTerm(raised, circumstances);
    return {
      derivation,
      metOn: repliedOn ?? null,
      missing: repliedOn === undefined ? ["reply"] : [],
      problems: problem ? [problem] : [],
    };
  },
  facts: [[], ["registeredOn"], ["extension"], ["repliedOn"]],
  recordedBy: "reply-appeal",
  ladder: {
    stages: [
      { at: "target-5wd", to: ["officer", "head"] },
      { at: "target-2wd", to: ["officer", "head"] },
      { at: "target", to: ["officer", "head"] },
      { at: "due+1wd", to: ["officer", "head", "superior"] },
      { at: "due+5wd", to: ["officer", "head", "superior", "ministry"] },
    ],
    every: [14, 14, 28],
  },
  short: { kk: "Жауап", ru: "Ответ", en: "Reply" },
  full: { kk: "Жолданымға жауап беру", ru: "Ответ на обращение", en: "Reply to an appeal" },
  missing: {
    reply: {
      words: { kk: "жолданымға жауап", ru: "ответ на обращение", en: "a reply to the appeal" },
      act: {
        kk: "жолданымның қаралуын және жауаптың жіберілуін",
        ru: "рассмотрение обращения и направление ответа",
        en: "that the appeal is considered and answered",
      },
    },
  },
  described: {
    subject: phrases.appealToPolice,
    due: "{replyWorkingDays.application} working days after the base (route `simplified` {replyWorkingDays.simplified}, route `complaint` {replyWorkingDays.complaint}); with a valid extension the later of that day and the working day on or after the day it is extended to",
    metWhen: "the appeal is answered; met on that day",
    notes: [
      "The base is the earlier of the day of registration and the day by which it was due: registering late buys no time.",
      "An extension is valid when the route is not `complaint`, it was decided on or before the unextended due day, and it ends at most {extensionMonths} months after the decision. An invalid one changes nothing; the finding's `problems` say why.",
    ],
  },
});

/** The term of the reply, with a valid extension applied or what is wrong with an invalid one. */
export function replyTerm(
  raised: RaisedAppeal,
  circumstances: Circumstances,
): { derivation: Derivation; problem: Problem | null } {
  const { extension } = raised.appeal;
  const unextended = unextendedTerm(raised, circumstances);
  if (!extension) return { derivation: unextended, problem: null };
  const problem = problemOf(raised.appeal, extension, unextended.due, circumstances.policy.extensionMonths);
  if (problem) return { derivation: unextended, problem };
  const { decidedOn: decided, until } = extension;
  const moved = circumstances.workdays.onOrAfter(until);
  const due: Day = moved > unextended.due ? moved : unextended.due;
  return { derivation: { kind: "extended", unextended, decided, until, due }, problem: null };
}

/** The extension if it counts; unlike the term that it leads to, this needs no calendar of the new day's year. */
export function validExtension(raised: RaisedAppeal, circumstances: Circumstances): Extension | null {
  const { appeal } = raised;
  if (!appeal.extension) return null;
  const { due } = unextendedTerm(raised, circumstances);
  const problem = problemOf(appeal, appeal.extension, due, circumstances.policy.extensionMonths);
  return problem ? null : appeal.extension;
}

/** The term from registration, or from the day by which it was due: registering late buys no time. */
function unextendedTerm(raised: RaisedAppeal, { policy, workdays }: Circumstances): Derivation {
  const registrationDay = registrationDue(raised, policy, workdays).due;
  const { registeredOn } = raised.appeal;
  const days = policy.replyWorkingDays[routeOf(raised.appeal)];
  return registeredOn !== undefined && registeredOn <= registrationDay
    ? workingDaysAfter(registeredOn, "registered", days, workdays)
    : workingDaysAfter(registrationDay, "registration-due", days, workdays);
}

/** The first reason why an extension does not count (APPC 76(3)). */
function problemOf(appeal: Appeal, { decidedOn, until }: Extension, due: Day, months: number): Problem | null {
  if (routeOf(appeal) === "complaint") return "extension-not-allowed";
  if (decidedOn > due) return "extension-after-due";
  return until > addMonths(decidedOn, months) ? "extension-too-long" : null;
}

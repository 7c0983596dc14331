import { addMonths, type Day } from "../../calendar/day.ts";
import { type Appeal, type Extension, routeOf } from "../../dossier/appeal.ts";
import type { Derivation, Problem } from "../finding.ts";
import { type Circumstances, defineObligation, workingDaysAfter } from "../obligation.ts";
import { appealsOf, isForPolice, isUnanswered, type RaisedAppeal, registrationDue } from "./appeals.ts";

/** An appeal is checked and answered in the term of the Code (Order 608, p. 16; APPC 76, 99). */
export const reply = defineObligation({
  id: "reply",
  clause: "16; APPC 76, 99",
  subjects: (dossier) => appealsOf(dossier, (appeal) => isUnanswered(appeal) && isForPolice(appeal)),
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
});

/** The term of the reply, with a valid extension applied or what is wrong with an invalid one. */
export function replyTerm(
  raised: RaisedAppeal,
  { policy, workdays }: Circumstances,
): { derivation: Derivation; problem: Problem | null } {
  const { appeal } = raised;
  const registrationDay = registrationDue(raised, policy, workdays).due;
  const registered = appeal.registeredOn;
  // Registering late buys no time.
  const unextended =
    registered !== undefined && registered <= registrationDay
      ? workingDaysAfter(registered, "registered", policy.replyWorkingDays[routeOf(appeal)], workdays)
      : workingDaysAfter(registrationDay, "registration-due", policy.replyWorkingDays[routeOf(appeal)], workdays);
  const { extension } = appeal;
  if (!extension) return { derivation: unextended, problem: null };
  const problem = problemOf(appeal, extension, unextended.due, policy.extensionMonths);
  if (problem) return { derivation: unextended, problem };
  const { decidedOn: decided, until } = extension;
  const moved = workdays.onOrAfter(until);
  const due: Day = moved > unextended.due ? moved : unextended.due;
  return { derivation: { kind: "extended", unextended, decided, until, due }, problem: null };
}

/** The first reason why an extension does not count (APPC 76(3)). */
function problemOf(appeal: Appeal, { decidedOn, until }: Extension, due: Day, months: number): Problem | null {
  if (routeOf(appeal) === "complaint") return "extension-not-allowed";
  if (decidedOn > due) return "extension-after-due";
  return until > addMonths(decidedOn, months) ? "extension-too-long" : null;
}

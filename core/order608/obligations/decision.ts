import { orderClause } from "../clauses/sentence.ts";
import { defineObligation, dueFromMeeting, fixedDue, meetingsOf } from "../obligation.ts";

/** A decision of the protocol is carried out (Order 608, p. 19). */
export const decision = defineObligation({
  id: "decision",
  clause: "19",
  clauses: [orderClause("19")],
  subjects: (watched) =>
    meetingsOf(watched).flatMap(({ value: meeting }) =>
      (meeting.protocol?.decisions ?? []).map((taken) => ({
        key: `${meeting.id}/${taken.id}`,
        value: { meeting, taken },
      })),
    ),
  judge: ({ meeting, taken: { dueOn, doneOn } }, { policy, workdays }) => ({
    derivation:
      dueOn === undefined
        ? dueFromMeeting(meeting.date, -policy.decisionDays, workdays)
        : fixedDue("decision-due", dueOn, workdays),
    metOn: doneOn ?? null,
    missing: doneOn === undefined ? ["completion"] : [],
  }),
  facts: [["doneOn"]],
  recordedBy: "complete-decision",
  ladder: {
    stages: [
      { at: "target-7", to: ["officer", "head"] },
      { at: "target-1", to: ["officer", "head"] },
      { at: "due+1wd", to: ["officer", "head", "superior"] },
    ],
    every: [14, 14, 28],
  },
  short: { kk: "Шешім", ru: "Решение", en: "Decision" },
  full: {
    kk: "Хаттамаға енгізілген шешімді орындау",
    ru: "Исполнение решения, занесенного в протокол",
    en: "Execution of a decision in the protocol",
  },
  missing: {
    completion: {
      words: { kk: "шешімді орындау", ru: "исполнение решения", en: "execution of the decision" },
      act: {
        kk: "қабылданған шешімнің орындалуын",
        ru: "исполнение принятого решения",
        en: "that the decision taken is executed",
      },
    },
  },
  described: {
    subject: "each decision of a protocol",
    due: "the day that the decision names, else the meeting + {decisionDays†} days",
    metWhen: "the decision is carried out; met on that day",
  },
});

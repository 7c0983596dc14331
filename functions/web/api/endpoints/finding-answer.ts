import * as z from "zod";
import { DayText } from "../../../../core/calendar/day.ts";
import type { Workdays } from "../../../../core/calendar/workdays.ts";
import { Campaign } from "../../../../core/dossier/dossier.ts";
import { ObligationId } from "../../../../core/dossier/obligation-id.ts";
import type { Derivation, Finding } from "../../../../core/order608/finding.ts";
import type { Policy } from "../../../../core/order608/policy.ts";
import { BodyId } from "../../../../core/register/body.ts";
import type { Locale } from "../../../../core/register/locale.ts";
import type { Records } from "../../../../core/use-cases/assess/assess.ts";
import { findRecordedLate } from "../../../../core/use-cases/assess/recorded-late.ts";
import { wordDerivation } from "../../../../core/wording/word-derivation.ts";
import { whatToDo, wordFinding, wordStatus } from "../../../../core/wording/word-finding.ts";
import { wordMissing } from "../../../../core/wording/word-missing.ts";
import { name, State } from "../schemas.ts";

const TermStart = z.enum(["meeting", "received", "registered", "registration-due", "decided"]);

const Unextended = [
  z.strictObject({
    kind: z.literal("fixed"),
    of: z.enum(["schedule-due", "quarter-end", "decision-due"]),
    due: DayText,
  }),
  z.strictObject({ kind: z.literal("from-meeting"), meeting: DayText, days: z.int(), due: DayText }),
  z.strictObject({ kind: z.literal("working-days"), from: DayText, start: TermStart, days: z.int(), due: DayText }),
  z.strictObject({
    kind: z.literal("office-hours"),
    received: DayText,
    at: z.string(),
    closes: z.string(),
    due: DayText,
  }),
] as const;

/** How a due day came about; see core/order608/finding.ts. */
const DerivationAnswer: z.ZodType<Derivation> = name(
  "Derivation",
  z.discriminatedUnion("kind", [
    ...Unextended,
    z.strictObject({
      kind: z.literal("extended"),
      unextended: z.discriminatedUnion("kind", [...Unextended]),
      decided: DayText,
      until: DayText,
      due: DayText,
    }),
  ]),
);

/** A finding with everything that a person needs to check it. */
export const FindingAnswer = name(
  "Finding",
  z.strictObject({
    ...{ body: BodyId, campaign: Campaign, obligation: ObligationId, clause: z.string() },
    /** `dossier`, a meeting's id, an appeal's number or `meeting/decision`. */
    subject: z.string(),
    ...{ due: DayText, target: DayText, state: State, metOn: DayText.nullable() },
    missing: z.array(z.string()),
    problems: z.array(z.string()),
    daysLeft: z.int(),
    beyondCure: DayText.nullable(),
    derivation: DerivationAnswer,
    /** Paths of facts that it turns on and that were recorded late. */
    recordedLate: z.array(z.string()),
    /** The same in the language of `Accept-Language`. */
    words: z.strictObject({
      finding: z.string(),
      status: z.string(),
      todo: z.string(),
      missing: z.array(z.string()),
      derivation: z.string(),
    }),
  }),
);
export type FindingAnswer = z.output<typeof FindingAnswer>;

/** What is needed to tell of findings. */
export interface FindingTerms {
  readonly records: Records;
  readonly workdays: Workdays;
  readonly policy: Policy;
  readonly todayOf: (body: string) => Finding["due"];
  readonly locale: Locale;
}

/** Tells of findings, each with its words and its late facts. */
export function findingTeller({ records, workdays, policy, todayOf, locale }: FindingTerms) {
  const calendar = { isWorking: workdays.isWorking, nameOf: workdays.entry };
  const lateOf = findRecordedLate(records, { workdays, policy }, todayOf);
  return (finding: Finding): FindingAnswer => {
    const { body, campaign, obligation, clause, subject, due, target, state, metOn, daysLeft, beyondCure } = finding;
    return {
      ...{ body, campaign, obligation, clause, subject, due, target, state, metOn, daysLeft, beyondCure },
      missing: [...finding.missing],
      problems: [...finding.problems],
      derivation: finding.derivation,
      recordedLate: [...lateOf(finding)],
      words: {
        finding: wordFinding(finding, locale),
        status: wordStatus(finding, locale),
        todo: whatToDo(finding, locale),
        missing: finding.missing.map((code) => wordMissing(obligation, code, locale)),
        derivation: wordDerivation(finding.derivation, calendar, locale),
      },
    };
  };
}

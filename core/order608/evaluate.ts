import { type Day, dayInYear, dayOf, yearOf } from "../calendar/day.ts";
import { END_OF_DAY } from "../calendar/time.ts";
import type { LocalTime } from "../calendar/zone.ts";
import { asOf } from "../dossier/as-of.ts";
import { type Dossier, emptyDossier, type Waiver } from "../dossier/dossier.ts";
import { type Body, isActive } from "../register/body.ts";
import type { FailedFinding, Finding, FindingKey, State } from "./finding.ts";
import { type Circumstances, type Judgement, type JudgementVisitor, type Obligation, watch } from "./obligation.ts";
import { obligations } from "./obligations/all.ts";
import type { Policy } from "./policy.ts";
import { rememberLast } from "./remember-last.ts";
import { firstReminderDay } from "./stage-day.ts";

/** Every finding of some bodies at a moment; what the calendar could not decide is listed, never guessed. */
export interface Evaluation {
  readonly findings: readonly Finding[];
  /** Findings of earlier campaigns that had come to an end by the last 31 December: no longer watched. */
  readonly settled: readonly Finding[];
  readonly failed: readonly FailedFinding[];
}

/** The campaigns that are watched in full on a day (SPEC 3); of earlier ones only what is still open. */
export function openCampaigns(today: Day, policy: Policy): number[] {
  const year = yearOf(today);
  return today >= dayInYear(year, policy.campaignOpens) ? [year, year + 1] : [year];
}

const NONE: ReadonlySet<number> = new Set();

/**
 * What the Order demands of one body at a moment, from everything recorded for it (SPEC 3 and 4).
 * `circumstances.now` is in the body's zone; facts dated later are not seen. Campaigns whose record is unreadable say
 * nothing: an empty dossier in their place would accuse a body of what it may have done. `rules` are all obligations
 * unless somebody asks for some.
 */
export function evaluateBody(
  body: Body,
  dossiers: readonly Dossier[],
  circumstances: Circumstances,
  unreadable: ReadonlySet<number> = NONE,
  rules: readonly Obligation[] = obligations,
): Evaluation {
  const evaluation: MutableEvaluation = { findings: [], settled: [], failed: [] };
  if (body.kind === "ministry") return evaluation;
  const today = circumstances.now.day;
  const open = openCampaigns(today, circumstances.policy);
  for (const dossier of dossiers) {
    if (dossier.campaign < yearOf(today)) carryOver(body, dossier, circumstances, rules, evaluation);
  }
  for (const campaign of open) {
    if (unreadable.has(campaign)) continue;
    const recorded = dossiers.find((dossier) => dossier.campaign === campaign) ?? emptyDossier(body.id, campaign);
    evaluateDossier(body, recorded, circumstances, rules, evaluation);
  }
  return evaluation;
}

interface MutableEvaluation {
  readonly findings: Finding[];
  readonly settled: Finding[];
  readonly failed: FailedFinding[];
}

const SETTLED: ReadonlySet<State> = new Set(["met", "late", "breached"]);
const nameOf = ({ obligation, subject }: FindingKey): string => `${obligation} ${subject}`;

/** Of an earlier campaign: what had not come to an end by the last 31 December. */
function carryOver(
  body: Body,
  dossier: Dossier,
  circumstances: Circumstances,
  rules: readonly Obligation[],
  into: MutableEvaluation,
): void {
  const settled = settledBefore(body, dossier, circumstances, rules);
  const now: MutableEvaluation = { findings: [], settled: [], failed: [] };
  evaluateDossier(body, dossier, circumstances, rules, now);
  const goesOn = (key: FindingKey) => !settled.has(nameOf(key));
  into.findings.push(...now.findings.filter(goesOn));
  into.settled.push(...now.findings.filter((finding) => !goesOn(finding)));
  into.failed.push(...now.failed.filter(goesOn));
}

/** What was found of a dossier at a year's end: the same all year, so a simulation works it out once a year. */
const rememberYearEnd = rememberLast<Dossier, ReadonlySet<string>>();

/** The findings of a dossier that had come to an end by the last 31 December, by name. */
function settledBefore(
  body: Body,
  dossier: Dossier,
  circumstances: Circumstances,
  rules: readonly Obligation[],
): ReadonlySet<string> {
  const { now, policy, workdays } = circumstances;
  const yearEnd: LocalTime = { day: dayOf(yearOf(now.day) - 1, 12, 31), minutes: END_OF_DAY };
  const asked = [body, policy, workdays.present?.() ?? workdays, rules, yearEnd.day];
  return rememberYearEnd(dossier, asked, () => {
    const before: MutableEvaluation = { findings: [], settled: [], failed: [] };
    evaluateDossier(body, dossier, { ...circumstances, now: yearEnd }, rules, before);
    return new Set(before.findings.filter(({ state }) => SETTLED.has(state)).map(nameOf));
  });
}

function evaluateDossier(
  body: Body,
  recorded: Dossier,
  circumstances: Circumstances,
  rules: readonly Obligation[],
  into: MutableEvaluation,
): void {
  const today = circumstances.now.day;
  const dossier = withoutMeetingsAfterEnd(asOf(recorded, circumstances.now), body, today);
  const owesDossier =
    body.activeFrom < dayOf(dossier.campaign, 1, 1) && isActive(body, today) && dossier.campaign >= yearOf(today);
  const watched = watch(dossier);
  const { campaign } = dossier;
  const visitor: JudgementVisitor = {
    found: (obligation, subject, judgement) =>
      into.findings.push(findingOf(dossier, obligation, subject, judgement, circumstances)),
    failed: ({ id }, subject, year) => into.failed.push({ body: body.id, campaign, obligation: id, subject, year }),
  };
  for (const obligation of rules) {
    if (!obligation.ofDossier || owesDossier) obligation.judgeAll(watched, circumstances, visitor);
  }
}

/** Once a body has ended, a meeting dated after its last day is no subject (SPEC 3). */
function withoutMeetingsAfterEnd(dossier: Dossier, { activeTo }: Body, today: Day): Dossier {
  if (activeTo === undefined || today <= activeTo) return dossier;
  return { ...dossier, meetings: dossier.meetings.filter(({ date }) => date <= activeTo) };
}

function findingOf(
  { body, campaign, waivers }: Dossier,
  { id: obligation, clause }: Obligation,
  subject: string,
  judgement: Judgement,
  circumstances: Circumstances,
): Finding {
  const { derivation, metOn, missing } = judgement;
  const due = derivation.due;
  const target = judgement.target ?? due;
  const beyondCure = judgement.beyondCure ?? null;
  circumstances.workdays.requireYear(due);
  circumstances.workdays.requireYear(target);
  return {
    body,
    campaign,
    obligation,
    subject,
    clause,
    due,
    target,
    state: stateOf({ obligation, subject }, judgement, { due, target, beyondCure }, waivers, circumstances),
    metOn,
    missing,
    problems: judgement.problems ?? [],
    daysLeft: due - circumstances.now.day,
    beyondCure,
    derivation,
    remindersHeld: judgement.remindersHeld ?? false,
    notBefore: judgement.notBefore ?? null,
  };
}

/** The first state of SPEC 4 that fits. */
function stateOf(
  name: Pick<FindingKey, "obligation" | "subject">,
  { metOn, notBegun }: Judgement,
  days: { due: Day; target: Day; beyondCure: Day | null },
  waivers: readonly Waiver[],
  { now: { day: today }, policy, workdays }: Circumstances,
): State {
  if (isWaived(name, waivers, today)) return "waived";
  if (metOn !== null) return metOn <= days.due ? "met" : "late";
  if (days.beyondCure !== null && today >= days.beyondCure) return "breached";
  if (today > days.due) return "overdue";
  if (notBegun) return "upcoming";
  return today >= firstReminderDay(policy.ladder[name.obligation], days, workdays) ? "due" : "upcoming";
}

function isWaived(
  { obligation, subject }: Pick<FindingKey, "obligation" | "subject">,
  waivers: readonly Waiver[],
  today: Day,
): boolean {
  return waivers.some(
    (waiver) =>
      waiver.obligation === obligation &&
      waiver.subject === subject &&
      waiver.from <= today &&
      (waiver.to === undefined || waiver.to >= today),
  );
}

import type { DateTime } from "luxon";
import { parseDay } from "../../core/calendar/day.ts";
import type { Dossier, Waiver } from "../../core/dossier/dossier.ts";
import type { State } from "../../core/order608/finding.ts";
import { type Ladder, placeOf, type StagePlace } from "../../core/order608/ladder.ts";
import type { Policy } from "../../core/order608/policy.ts";
import { isReminder } from "../../core/order608/stage-day.ts";
import type { Compared, Verdict } from "../verdict.ts";
import { asOf, hasBegun, type Moment } from "./as-of.ts";
import type { Dated } from "./dated.ts";
import { type Judged, judgeNotice, judgeProtocol, judgeReply, judgeReport } from "./rules.ts";
import { addWorkingDays, onOrBefore } from "./workdays.ts";

/** A verdict over luxon; {@link plainVerdict} makes it comparable. */
export type DatedVerdict = Omit<Verdict, "due" | "target" | "metOn"> &
  Readonly<Record<"due" | "target", DateTime>> & { readonly metOn: DateTime | null };

/** The four obligations of one dossier as one would write them by hand over luxon. */
export function judgeOverLuxon(recorded: Dated<Dossier>, policy: Policy, now: Moment): DatedVerdict[] {
  const dossier = asOf(recorded, now);
  const verdicts: DatedVerdict[] = [];
  const say = (obligation: Compared, subject: string, judged: Judged, begun = true): void => {
    verdicts.push(verdictOf(dossier, { obligation, subject }, { ...judged, begun }, policy, now));
  };
  say("report", "dossier", judgeReport(dossier));
  for (const meeting of dossier.meetings) {
    if (meeting.status === "cancelled") continue;
    say("notice", meeting.id, judgeNotice(meeting, policy));
    say("protocol", meeting.id, judgeProtocol(meeting), hasBegun(meeting, now));
    for (const appeal of meeting.appeals) {
      if (appeal.answered === "full" || appeal.competence === "other") continue;
      say("reply", appeal.number, judgeReply(appeal, meeting, policy));
    }
  }
  return verdicts;
}

interface Name {
  readonly obligation: Compared;
  readonly subject: string;
}

function verdictOf(
  { body, campaign, waivers }: Dated<Dossier>,
  name: Name,
  judged: Judged & { readonly begun: boolean },
  policy: Policy,
  now: Moment,
): DatedVerdict {
  const { due, target = due, metOn, missing, problems = [] } = judged;
  return {
    ...{ ...name, body, campaign, due, target, metOn, missing, problems },
    state: stateOf(name, { ...judged, target }, waivers, policy.ladder[name.obligation], now.day),
    daysLeft: due.diff(now.day, "days").days,
  };
}

function stateOf(
  name: Name,
  { due, target, metOn, beyondCure, begun }: Judged & { readonly target: DateTime; readonly begun: boolean },
  waivers: Dated<Waiver>[],
  ladder: Ladder,
  today: DateTime,
): State {
  const waives = ({ obligation, subject, from, to }: Dated<Waiver>): boolean =>
    obligation === name.obligation && subject === name.subject && from <= today && (to === undefined || to >= today);
  if (waivers.some(waives)) return "waived";
  if (metOn) return metOn <= due ? "met" : "late";
  if (beyondCure && today >= beyondCure) return "breached";
  if (today > due) return "overdue";
  return begun && today >= firstReminder(ladder, due, target) ? "due" : "upcoming";
}

/** The day of the earliest reminder; without one the due day itself. */
function firstReminder({ stages }: Ladder, due: DateTime, target: DateTime): DateTime {
  let first: DateTime | null = null;
  for (const { at } of stages) {
    const place = placeOf(at);
    if (!isReminder(place)) continue;
    const day = reminderDay(place, place.anchor === "due" ? due : target);
    if (!first || day < first) first = day;
  }
  return first ?? due;
}

function reminderDay({ offset, working }: StagePlace, anchor: DateTime): DateTime {
  if (offset === 0) return anchor;
  return working ? addWorkingDays(anchor, offset) : onOrBefore(anchor.plus({ days: offset }));
}

/** The same verdict with the days of Esep. */
export function plainVerdict({ due, target, metOn, ...verdict }: DatedVerdict): Verdict {
  const dayOfDate = (date: DateTime) => {
    const day = parseDay(date.toISODate() ?? "");
    if (day === undefined) throw new RangeError(`${date} is no day.`);
    return day;
  };
  return { ...verdict, due: dayOfDate(due), target: dayOfDate(target), metOn: metOn && dayOfDate(metOn) };
}

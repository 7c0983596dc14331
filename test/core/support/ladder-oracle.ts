import { type Day, dayOf, formatDay, plusDays } from "../../../core/calendar/day.ts";
import { minutesOf } from "../../../core/calendar/time.ts";
import type { Dossier } from "../../../core/dossier/dossier.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import type { Body } from "../../../core/register/body.ts";
import { workdays } from "./evaluate.ts";
import { slotText, type World } from "./sweeps.ts";

/*
 * SPEC 5 once more: slow, literal, sentence by sentence, for bodies whose clocks are the ministry's. It shares with the
 * code under test the calendar and the findings, and nothing of the escalation.
 */

/** A stage of a finding with its moment, in minutes since 1970 on the ministry's clocks. */
export interface OracleStage {
  readonly name: string;
  readonly day: Day;
  readonly moment: number;
  readonly sort: "before" | "after" | "breach";
  readonly to: readonly string[];
}

export const momentOf = (day: Day, time: string): number => day * 1440 + minutesOf(time);

/** Every stage of a finding with a moment up to a limit, "ordered by moment, then by listing". */
export function oracleStages(
  finding: Finding,
  world: World,
  meeting: { startsAt: string } | undefined,
  limit: number,
): OracleStage[] {
  const { stages: listed, every = [] } = world.policy.ladder[finding.obligation];
  const found: OracleStage[] = [];
  let last: { day: Day; to: readonly string[] } | null = null;
  for (const { at, to } of listed) {
    const [place = "", time = "09:00"] = at.split("@");
    const day = dayOfStage(place, finding);
    last = day === null ? null : { day, to };
    if (day === null) continue;
    const own = momentOf(day, time);
    // "A stage of protocol with a time of day comes not before the meeting's startsAt + 2 h": it is of that day then.
    const earliest = meeting ? momentOf(finding.due, meeting.startsAt) + world.policy.protocolHours * 60 : 0;
    const waits = finding.obligation === "protocol" && at.includes("@") && earliest > own;
    const sort = place === "breach" ? "breach" : /\+[1-9]/.test(place) ? "after" : "before";
    found.push({ name: at, day: waits ? finding.due : day, moment: waits ? earliest : own, sort, to });
  }
  if (last && every.length > 0) found.push(...repeats(last, every, limit));
  return found
    .filter(({ moment }) => moment <= limit)
    .map((stage, index) => ({ stage, index }))
    .sort((a, b) => a.stage.moment - b.stage.moment || a.index - b.index)
    .map(({ stage }) => stage);
}

/** "ANCHOR-N on a non-working day moves to the working day before, ANCHOR+N to the next; offset 0 and breach stay." */
function dayOfStage(place: string, { due, target, beyondCure }: Finding): Day | null {
  if (place === "breach") return beyondCure;
  const anchor = place.startsWith("due") ? due : target;
  const offset = /([+-]\d+)(wd)?$/.exec(place);
  const count = Number(offset?.[1] ?? 0);
  if (count === 0) return anchor;
  if (offset?.[2] === "wd") return workdays.addWorkingDays(anchor, count);
  let day = plusDays(anchor, count);
  while (!workdays.isWorking(day)) day = plusDays(day, Math.sign(count));
  return day;
}

/** "Repeat k comes onOrAfter(day of the last listed stage + the first k gaps, the last gap going on for ever)." */
function repeats(last: { day: Day; to: readonly string[] }, every: readonly number[], limit: number): OracleStage[] {
  const found: OracleStage[] = [];
  for (let k = 1; ; k++) {
    const gaps = Array.from({ length: k }, (_, index) => every[index] ?? every.at(-1) ?? 0);
    const nominal = plusDays(
      last.day,
      gaps.reduce((sum, gap) => sum + gap, 0),
    );
    if (momentOf(nominal, "00:00") > limit) return found;
    const day = workdays.onOrAfter(nominal);
    found.push({ name: `repeat-${k}`, day, moment: momentOf(day, "09:00"), sort: "after", to: last.to });
  }
}

/** Which of the stages that have come fire, whoever the recipient. */
export function oracleFires(
  stage: OracleStage,
  finding: Finding,
  today: Day,
  dossier: Dossier | undefined,
  world: World,
): boolean {
  if (!workdays.isWorking(today) && stage.day !== today) return false;
  if (stage.sort === "breach") return finding.state === "breached" && today <= stage.day + world.policy.breachDays;
  if (stage.sort === "after") return finding.state === "overdue";
  if (finding.obligation === "report" && isReportPlanned(dossier, today)) return false;
  return finding.state === "due" && today <= finding.due;
}

/** "Stages of report with offset ≤ 0 fire only while no meeting is planned between today and E." */
function isReportPlanned(dossier: Dossier | undefined, today: Day): boolean {
  if (!dossier) return false;
  return dossier.meetings.some(({ date, status, cancelledOn }) => {
    const cancelled = status === "cancelled" && cancelledOn !== undefined && cancelledOn <= today;
    // A meeting held later today or in future is planned until then; once held in the campaign the report is met.
    return !cancelled && date >= today && date <= dayOf(dossier.campaign, 3, 31);
  });
}

/** The addresses of a role on a day, with the fallback; "officer → head → superior → ministry → apex (apex → ministry)". */
export function oracleAddresses(role: string, body: Body, world: World, today: Day): string[] {
  const chain = role === "apex" ? ["apex", "ministry"] : ["officer", "head", "superior", "ministry", "apex"];
  for (const at of chain.slice(chain.indexOf(role))) {
    const found = inOffice(at, body, world, today).filter((email) => !world.isOutOfUse(email));
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

function inOffice(role: string, body: Body, { register }: World, today: Day): string[] {
  const { ministry, byId } = register;
  const of = (one: Body, wanted: string) =>
    one.activeTo !== undefined && one.activeTo < today
      ? []
      : one.contacts
          .filter(({ role: held, from, to }) => held === wanted && (from ?? today) <= today && (to ?? today) >= today)
          .map(({ email }) => email.toLowerCase());
  if (role === "officer" || role === "head") return of(body, role);
  if (role === "ministry") return of(ministry, "staff");
  if (role === "apex") return of(ministry, "apex");
  const above: Body[] = [];
  for (let at = byId.get(body.parent ?? ""); at; at = byId.get(at.parent ?? "")) above.push(at);
  const superiors = above.length === 1 ? above : above.filter((one) => one !== ministry);
  return superiors.flatMap((one) => [...of(one, "head"), ...of(one, "staff")]);
}

/** "Marked late when an earlier slot could have carried it": the first slot at or after the stage's moment is not this. */
export function oracleLate(stage: OracleStage, slot: string, world: World): boolean {
  for (let at = stage.day; ; at = plusDays(at, 1)) {
    if (at !== stage.day && !workdays.isWorking(at)) continue;
    const time = world.policy.slots.find((one) => momentOf(at, one) >= stage.moment);
    if (time !== undefined) return slotText({ day: at, time }) < slot;
  }
}

/** One text per finding and due day. */
export const oracleKey = ({ body, obligation, subject, due, campaign }: Finding): string =>
  `${body} ${campaign} ${obligation} ${subject} ${formatDay(due)}`;

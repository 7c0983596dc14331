import type { DossierText } from "../../../core/dossier/dossier.ts";
import type { BodyText } from "../../../core/register/body.ts";
import { daysBetween, firstReminder, plus } from "./oracle-dates.ts";
import { hasBegun, isCancelled, type OracleNow, rowsOfMeeting } from "./oracle-meeting.ts";
import type { OracleRow } from "./oracle-row.ts";

/*
 * SPEC 3 ("As of", "Which campaigns") and SPEC 4 once more on the text of a facts file: slow, literal, with the default
 * policy's numbers written out. It shares with the code under test the calendar only.
 */

const endOf = (year: number): OracleNow => ({ today: `${year}-12-31`, time: "24:00" });

/** Every finding of a body at a moment, in the form of the worked examples. */
export function oracleFindings(body: BodyText, dossiers: readonly DossierText[], now: OracleNow) {
  if (body.kind === "ministry") return [];
  const year = Number(now.today.slice(0, 4));
  const open = now.today >= `${year}-12-01` ? [year, year + 1] : [year];
  const own = dossiers.filter((dossier) => dossier.body === body.id);
  const earlier = own.filter(({ campaign }) => campaign < year);
  const current = open.map(
    (campaign) =>
      own.find((one) => one.campaign === campaign) ?? { body: body.id, campaign, meetings: [], waivers: [] },
  );
  return [
    ...earlier.flatMap((dossier) => {
      const ended = findingsOf(body, dossier, endOf(year - 1)).filter(({ state }) =>
        ["met", "late", "breached"].includes(state),
      );
      return findingsOf(body, dossier, now)
        .filter(({ subject }) => subject !== "dossier")
        .filter(
          ({ obligation, subject }) => !ended.some((one) => one.obligation === obligation && one.subject === subject),
        );
    }),
    ...current.flatMap((dossier) => findingsOf(body, dossier, now)),
  ];
}

function findingsOf(body: BodyText, dossier: DossierText, now: OracleNow) {
  const ended = body.activeTo !== undefined && body.activeTo < now.today;
  const meetings = dossier.meetings.filter(({ date }) => !ended || date <= (body.activeTo ?? ""));
  const rows = meetings
    .filter((meeting) => !isCancelled(meeting, now))
    .flatMap((meeting) => rowsOfMeeting(meeting, now));
  if (body.activeFrom < `${dossier.campaign}-01-01` && !ended) rows.push(...rowsOfDossier(dossier, now));
  return rows.map((row) => judged(row, body.id, dossier, now));
}

function rowsOfDossier({ campaign, schedule, meetings }: DossierText, now: OracleNow): OracleRow[] {
  const held = meetings
    .filter((meeting) => meeting.status === "held" && hasBegun(meeting, now) && meeting.date >= `${campaign}-01-01`)
    .map(({ date }) => date)
    .sort()[0];
  const earliest = meetings.filter((meeting) => !isCancelled(meeting, now)).map(({ date }) => plus(date, -10));
  const beyond = [held, `${campaign}-04-01`].filter((one) => one !== undefined).sort()[0] ?? "";
  const approved =
    schedule && schedule.approvedOn <= now.today && schedule.approvedOn < beyond ? schedule.approvedOn : undefined;
  return [
    {
      obligation: "schedule",
      subject: "dossier",
      due: [`${campaign}-02-01`, ...earliest].sort()[0] ?? "",
      beyond,
      missing: [approved ? "" : "approval", meetings.length > 0 ? "" : "meeting"].filter(Boolean),
      days: [approved],
    },
    {
      obligation: "report",
      subject: "dossier",
      due: `${campaign}-03-31`,
      missing: held ? [] : ["held-meeting"],
      days: [held],
    },
  ];
}

function judged(row: OracleRow, body: string, { campaign, waivers }: DossierText, { today }: OracleNow) {
  const { obligation, subject, due, target = due, missing, days, problems = [], beyond, begun = true } = row;
  const metOn =
    missing.length === 0
      ? (days
          .filter((one) => one !== undefined)
          .sort()
          .at(-1) ?? null)
      : null;
  const waived = waivers.some(
    (one) =>
      one.obligation === obligation && one.subject === subject && one.from <= today && today <= (one.to ?? today),
  );
  const state = () => {
    if (waived) return "waived";
    if (metOn !== null) return metOn <= due ? "met" : "late";
    if (beyond !== undefined && today >= beyond) return "breached";
    if (today > due) return "overdue";
    if (!begun) return "upcoming";
    return today >= firstReminder(obligation, due, target) ? "due" : "upcoming";
  };
  return {
    obligation,
    body,
    campaign,
    subject,
    due,
    target,
    state: state(),
    metOn,
    missing: [...missing].sort(),
    problems: [...problems],
    daysLeft: daysBetween(today, due),
  };
}

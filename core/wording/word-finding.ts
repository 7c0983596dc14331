import { plusDays } from "../calendar/day.ts";
import { kindOfSubject } from "../dossier/obligation-id.ts";
import type { Derivation, Finding } from "../order608/finding.ts";
import { meetingOf } from "../order608/meeting-of.ts";
import type { Locale } from "../register/locale.ts";
import type { Catalogue } from "./catalogue.ts";
import { wordActs } from "./word-missing.ts";
import { catalogueOf } from "./wording.ts";

/** Of what is known of a finding, that which names its subject. */
type Subject = Pick<Finding, "obligation" | "subject"> & { readonly derivation?: Derivation };

/** What a finding is about: the meeting by its day where that is known, an appeal by its number; empty for the dossier. */
export function wordSubject(finding: Subject, locale: Locale): string {
  const { subjects } = catalogueOf(locale);
  switch (kindOfSubject[finding.obligation]) {
    case "dossier":
      return "";
    case "appeal":
      return subjects.appeal(finding.subject);
    case "decision":
      return subjects.decision(finding.subject);
    case "meeting": {
      const { derivation } = finding;
      const meeting = derivation ? meetingOf({ derivation }) : null;
      return meeting === null ? "" : subjects.meeting(meeting);
    }
  }
}

function openStatus({ due, daysLeft }: Finding, { status }: Catalogue): string {
  if (daysLeft === 0) return status.today(due);
  return daysLeft < 0 ? status.overdue(due, -daysLeft) : status.daysLeft(due, daysLeft);
}

/** Where a finding stands: `срок истек 20.02.2027, просрочено на 3 дня`. */
export function wordStatus(finding: Finding, locale: Locale): string {
  const catalogue = catalogueOf(locale);
  const { status } = catalogue;
  switch (finding.state) {
    case "waived":
      return status.waived;
    case "met":
      return finding.metOn === null ? catalogue.states.met : status.met(finding.metOn);
    case "late":
      return finding.metOn === null ? catalogue.states.late : status.late(finding.metOn, finding.due);
    case "breached":
      return status.breached(finding.due);
    default:
      return openStatus(finding, catalogue);
  }
}

/** The days of an open finding in the fewest words, without the date; for any other its state. */
export function wordDays(finding: Finding, locale: Locale): string {
  const { status, states } = catalogueOf(locale);
  if (finding.state === "breached") return status.tag.breached;
  if (finding.state !== "overdue" && finding.state !== "due" && finding.state !== "upcoming")
    return states[finding.state];
  if (finding.daysLeft === 0) return status.tag.today;
  return finding.daysLeft < 0 ? status.tag.overdue(-finding.daysLeft) : status.tag.daysLeft(finding.daysLeft);
}

/** One short sentence: the obligation, its subject, the due day and the days left or overdue. */
export function wordFinding(finding: Finding, locale: Locale): string {
  const subject = wordSubject(finding, locale);
  const name = catalogueOf(locale).obligations[finding.obligation].full;
  return `${name}${subject === "" ? "" : ` (${subject})`}: ${wordStatus(finding, locale)}.`;
}

function duty(finding: Finding, { duty }: Catalogue, locale: Locale): string {
  const { due, daysLeft, state } = finding;
  if (state === "breached") return duty.breached(due, finding.beyondCure ?? plusDays(due, 1));
  if (finding.missing.length === 0) return duty.nothing;
  const acts = wordActs(finding, locale);
  if (daysLeft === 0) return duty.today(due, acts);
  return daysLeft < 0 ? duty.overdue(due, acts) : duty.inTime(due, acts);
}

/** What to do about an open finding: the duty and the date, the careful day while it lies ahead, and what was wrong. */
export function whatToDo(finding: Finding, locale: Locale): string {
  const catalogue = catalogueOf(locale);
  if (finding.state === "met" || finding.state === "late" || finding.state === "waived") return catalogue.duty.nothing;
  const today = plusDays(finding.due, -finding.daysLeft);
  const careful = finding.target < finding.due && today <= finding.target && finding.missing.length > 0;
  return [
    duty(finding, catalogue, locale),
    ...(careful ? [catalogue.duty.careful(finding.target)] : []),
    ...finding.problems.map((problem) => catalogue.problems[problem]),
  ].join(" ");
}

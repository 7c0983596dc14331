import { DateTime } from "luxon";
import { minutesOf } from "../../core/calendar/time.ts";
import type { Appeal } from "../../core/dossier/appeal.ts";
import type { Dossier } from "../../core/dossier/dossier.ts";
import type { Meeting } from "../../core/dossier/meeting.ts";
import type { Policy } from "../../core/order608/policy.ts";
import { isSameDay } from "./as-of.ts";
import type { Dated } from "./dated.ts";
import { addWorkingDays, onOrAfter, onOrBefore } from "./workdays.ts";

/** What a rule says of one subject. */
export interface Judged {
  readonly due: DateTime;
  readonly target?: DateTime;
  readonly metOn: DateTime | null;
  readonly missing: readonly string[];
  readonly problems?: readonly string[];
  readonly beyondCure?: DateTime;
}

const earliest = (dates: readonly DateTime[]): DateTime | undefined => DateTime.min(...dates);

export function judgeReport({ campaign, meetings }: Dated<Dossier>): Judged {
  const begins = DateTime.utc(campaign, 1, 1);
  const held = meetings.filter(({ status, date }) => status === "held" && date >= begins).map(({ date }) => date);
  const metOn = earliest(held) ?? null;
  return { due: DateTime.utc(campaign, 3, 31), metOn, missing: metOn ? [] : ["held-meeting"] };
}

const plain = (text: string): string => text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

function isTrue({ announces: { date, startsAt, place } }: Dated<Meeting>["notices"][number], meeting: Dated<Meeting>) {
  if (date !== undefined && !isSameDay(date, meeting.date)) return false;
  if (startsAt !== undefined && startsAt !== meeting.startsAt) return false;
  return place === undefined || [meeting.place.ru, meeting.place.kk].some((name) => plain(name) === plain(place));
}

export function judgeNotice(meeting: Dated<Meeting>, { noticeDays, carefulDays }: Policy): Judged {
  const { date } = meeting;
  const terms = {
    due: date.minus({ days: noticeDays }),
    target: onOrBefore(date.minus({ days: carefulDays.notice })),
    beyondCure: date,
  };
  const inTime = meeting.notices.filter((notice) => notice.publishedOn < date && isTrue(notice, meeting));
  const missing = new Set(["date", "startsAt", "place", "schedule", "questions"]);
  for (const { publishedOn, announces } of inTime.sort((a, b) => a.publishedOn.toMillis() - b.publishedOn.toMillis())) {
    for (const [part, said] of Object.entries(announces)) if (said) missing.delete(part);
    if (missing.size === 0) return { ...terms, metOn: publishedOn, missing: [] };
  }
  return { ...terms, metOn: null, missing: [...missing] };
}

export function judgeProtocol({ date, protocol, appeals }: Dated<Meeting>): Judged {
  if (!protocol) return { due: date, metOn: null, missing: ["protocol"] };
  const missing: string[] = isSameDay(protocol.date, date) ? [] : ["date"];
  for (const part of ["startsAt", "place", "participants", "decisions"] as const) {
    if (protocol[part] === undefined) missing.push(part);
  }
  for (const { number, receivedOn } of appeals) {
    if (isSameDay(receivedOn, date) && !protocol.appeals?.includes(number)) missing.push(`appeal:${number}`);
  }
  const days = [protocol.drawnUpOn];
  for (const signer of ["secretary", "head"] as const) {
    const signed = protocol.signatures.filter(({ role }) => role === signer).map(({ signedOn }) => signedOn);
    const first = earliest(signed);
    if (first) days.push(first);
    else missing.push(signer);
  }
  return { due: date, metOn: missing.length > 0 ? null : (DateTime.max(...days) ?? null), missing };
}

const ROUTES = { complaint: "application", proposal: "simplified", remark: "simplified" } as const;

export function judgeReply(appeal: Dated<Appeal>, meeting: Dated<Meeting>, policy: Policy): Judged {
  const { repliedOn } = appeal;
  const met = { metOn: repliedOn ?? null, missing: repliedOn ? [] : ["reply"] };
  return { ...replyTerm(appeal, meeting, policy), ...met };
}

function replyTerm(appeal: Dated<Appeal>, { startsAt }: Dated<Meeting>, policy: Policy) {
  const { receivedOn, registeredOn, extension } = appeal;
  const inHours = minutesOf(appeal.receivedAt ?? startsAt) < minutesOf(policy.officeCloses);
  const sameDay = inHours && isSameDay(onOrAfter(receivedOn), receivedOn);
  const registrationDue = sameDay ? receivedOn : onOrAfter(receivedOn.plus({ days: 1 }));
  const base = registeredOn !== undefined && registeredOn < registrationDue ? registeredOn : registrationDue;
  const route = appeal.route ?? ROUTES[appeal.kind];
  const due = addWorkingDays(base, policy.replyWorkingDays[route]);
  if (!extension) return { due, problems: [] };
  if (route === "complaint") return { due, problems: ["extension-not-allowed"] };
  if (extension.decidedOn > due) return { due, problems: ["extension-after-due"] };
  const longest = extension.decidedOn.plus({ months: policy.extensionMonths });
  if (extension.until > longest) return { due, problems: ["extension-too-long"] };
  return { due: DateTime.max(onOrAfter(extension.until), due), problems: [] };
}

import ical, { ICalCalendarMethod, type ICalEventData } from "ical-generator";
import { minutesOf } from "../../../core/calendar/time.ts";
import { type Instant, instantOf } from "../../../core/calendar/zone.ts";
import type { Meeting } from "../../../core/dossier/meeting.ts";
import type { Finding, State } from "../../../core/order608/finding.ts";
import type { Body } from "../../../core/register/body.ts";
import type { Locale } from "../../../core/register/locale.ts";
import type { Assessment } from "../../../core/use-cases/assess/assess.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import { comingEvent, eventId } from "../../mail/calendar-event.ts";
import { oneLine } from "../../mail/clean.ts";
import { feedTexts } from "./texts.ts";

/** What a feed shows. */
export interface FeedContents {
  readonly body: Body;
  readonly bodies: Assessment["bodies"];
  readonly meetings: readonly { readonly body: Body; readonly campaign: number; readonly meeting: Meeting }[];
  readonly locale: Locale;
  readonly appUrl: string;
  readonly at: Instant;
}

const SHOWN: ReadonlySet<State> = new Set(["due", "upcoming", "overdue"]);
const LONG = 200;

/** Meetings, due days and terms of appeals as iCalendar (RFC 5545), in UTC. */
export function feedCalendar(contents: FeedContents): string {
  const { body, bodies, meetings, locale } = contents;
  const due = bodies.flatMap((one) =>
    one.findings.filter(isShown).map((finding) => dueEvent(finding, one.body, contents)),
  );
  const calendar = ical({
    name: feedTexts(locale).name(nameIn(body.name, locale)),
    prodId: { company: "Esep", product: "Calendar", language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    events: [...meetings.map((one) => meetingEvent(one, contents)), ...due],
  });
  return `${calendar.toString()}\r\n`;
}

const isShown = ({ state }: Finding): boolean => SHOWN.has(state);

const senderAt = (appUrl: string): string => `calendar@${new URL(appUrl).hostname}`;

function dueEvent(finding: Finding, { name }: Body, { appUrl, at, locale }: FeedContents): ICalEventData {
  const item = { finding, bodyName: name, stage: "", late: false, insteadOf: null };
  return comingEvent(item, { from: senderAt(appUrl), appUrl, at, locales: [locale] });
}

function meetingEvent(
  { body, campaign, meeting }: FeedContents["meetings"][number],
  { appUrl, at, locale }: FeedContents,
): ICalEventData {
  const starts = instantOf({ day: meeting.date, minutes: minutesOf(meeting.startsAt) }, body.zone);
  const named = { body: body.id, campaign, obligation: "report" as const, subject: meeting.id };
  return {
    id: eventId(named, senderAt(appUrl)),
    stamp: new Date(at),
    start: new Date(starts),
    summary: feedTexts(locale).meeting(oneLine(nameIn(body.name, locale), LONG)),
    location: oneLine(nameIn(meeting.place, locale), LONG),
  };
}

import { createHash } from "node:crypto";
import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from "ical-generator";
import type { Day } from "../../../core/calendar/day.ts";
import { minutesOf } from "../../../core/calendar/time.ts";
import { instantOf } from "../../../core/calendar/zone.ts";
import type { Locale } from "../../../core/register/locale.ts";
import type { Register } from "../../../core/register/register.ts";
import type { PublicMeeting } from "../../../core/status/public-schedule.ts";
import { catalogueOf, nameIn } from "../../../core/wording/wording.ts";
import { oneLine } from "../../mail/clean.ts";
import { scheduleTexts } from "./texts.ts";

/** What was announced of the meetings of a region, or of all. */
export interface Published {
  readonly register: Register;
  readonly scopeOf: (body: string) => string;
  readonly today: Day;
  readonly region: string | undefined;
  readonly meetings: readonly PublicMeeting[];
}

/** Longer texts are cut. */
const LONG = 200;
const DAY_MILLISECONDS = 86_400_000;

/** The announced meetings as iCalendar (RFC 5545), in UTC: it holds no zone, so each reader's own is right. */
export function scheduleCalendar({ meetings, register }: Published, locale: Locale, host: string): string {
  const calendar = ical({
    name: scheduleTexts(locale).name,
    prodId: { company: "Esep", product: "Schedule", language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    events: meetings.toSorted((a, b) => a.date - b.date).map((meeting) => eventOf(meeting, register, locale, host)),
  });
  return `${calendar.toString()}\r\n`;
}

function eventOf(meeting: PublicMeeting, register: Register, locale: Locale, host: string): ICalEventData {
  const { body, date, startsAt, place, published, isCancelled, revision } = meeting;
  const texts = scheduleTexts(locale);
  const known = register.byId.get(body);
  const name = oneLine(known ? nameIn(known.name, locale) : body, LONG);
  const zone = known?.zone ?? register.ministry.zone;
  const starts = startsAt === null ? null : instantOf({ day: date, minutes: minutesOf(startsAt) }, zone);
  return {
    id: uidOf(meeting, host),
    sequence: revision,
    // The moment of the last word: asking twice gives the same text.
    stamp: new Date(published.publishedOn * DAY_MILLISECONDS),
    start: new Date(starts ?? date * DAY_MILLISECONDS),
    allDay: starts === null,
    summary: isCancelled ? texts.cancelled(name) : texts.meeting(name),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(place && { location: oneLine(nameIn(place, locale), LONG) }),
    ...(meeting.questions.length > 0 && { description: wordQuestions(meeting, locale) }),
  };
}

/** Where the notices are that say how questions are sent. */
function wordQuestions({ questions }: PublicMeeting, locale: Locale): string {
  const texts = scheduleTexts(locale);
  const { date } = catalogueOf(locale).time;
  const lines = questions.map(({ outlet, publishedOn, url }) =>
    [
      texts.published(oneLine(outlet, LONG), date(publishedOn)),
      ...(url === undefined ? [] : [oneLine(url, LONG)]),
    ].join(": "),
  );
  return [texts.questions, ...lines].join("\n");
}

/** The same for one meeting for ever, in every language. */
function uidOf({ body, campaign, meeting }: PublicMeeting, host: string): string {
  const named = JSON.stringify([body, campaign, meeting]);
  return `${createHash("sha256").update(named).digest("hex").slice(0, 32)}@${host.replace(/:\d+$/, "")}`;
}

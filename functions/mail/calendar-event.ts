import { createHash } from "node:crypto";
import { ICalAlarmType, type ICalEventData, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { Day } from "../../core/calendar/day.ts";
import type { Instant } from "../../core/calendar/zone.ts";
import type { ClosedItem, LetterItem } from "../../core/escalation/letter.ts";
import { governingClauses } from "../../core/order608/clauses.ts";
import type { FindingKey } from "../../core/order608/finding.ts";
import type { Bilingual, Locale } from "../../core/register/locale.ts";
import { wordCitation } from "../../core/wording/word-clause.ts";
import { wordSubject } from "../../core/wording/word-finding.ts";
import { capitalised, catalogueOf, nameIn } from "../../core/wording/wording.ts";
import { oneLine } from "./clean.ts";
import { linkOf } from "./finding-link.ts";

/** Who publishes the calendar, when, in which languages, and where its findings are shown. */
export interface CalendarTerms {
  /** The sender's address. */
  readonly from: string;
  readonly appUrl: string;
  /** When the letter is written. */
  readonly at: Instant;
  readonly locales: readonly Locale[];
}

/** Nine o'clock on the day before: all-day events begin at midnight wherever they are read. */
const DAY_BEFORE_SECONDS = 15 * 3600;

const SEQUENCE_FROM = Date.UTC(2024, 0, 1);

/**
 * Seconds since 2024: it rises with every letter, so that an event whose day has moved replaces the one before. It follows
 * from the time of writing alone, so nobody has to remember what was sent.
 */
const sequenceAt = (at: Instant): number => Math.max(0, Math.floor((at - SEQUENCE_FROM) / 1000));

/** The same for one finding whatever its due day, its reader and the language: a new due day moves the event. */
export function eventId({ body, campaign, obligation, subject }: FindingKey, from: string): string {
  const named = JSON.stringify([body, campaign, obligation, subject]);
  const name = createHash("sha256").update(named).digest("hex").slice(0, 32);
  return `${name}@${from.slice(from.lastIndexOf("@") + 1)}`;
}

/** An event on a due day: the duty and the body; the clause, how it stands and the link; an alarm before the day. */
export function comingEvent({ finding, bodyName }: LetterItem, terms: CalendarTerms): ICalEventData {
  const summary = summaryOf(finding, bodyName, terms.locales);
  const description = terms.locales.map((locale) => {
    const cited = governingClauses(finding.obligation, finding.missing).map((one) => wordCitation(one, locale));
    const about = [wordSubject(finding, locale), catalogueOf(locale).subjects.campaign(finding.campaign)];
    const subject = oneLine(about.filter((text) => text !== "").join(" · "), 140);
    return [capitalised(subject), ...new Set(cited)].join("\n");
  });
  return {
    ...base(finding, finding.due, terms),
    summary,
    description: [...description, linkOf(finding, terms.appUrl)].join("\n\n"),
    status: ICalEventStatus.CONFIRMED,
    // On the day itself the letter is the alarm.
    alarms: finding.daysLeft > 0 ? [alarmOf(summary)] : [],
  };
}

const alarmOf = (description: string) => ({
  type: ICalAlarmType.display,
  trigger: DAY_BEFORE_SECONDS,
  description,
});

/** Takes an event back whose finding has ended before its day. */
export function endedEvent({ key, bodyName, closure }: ClosedItem, terms: CalendarTerms): ICalEventData {
  const words = terms.locales.map((locale) => capitalised(catalogueOf(locale).closures[closure]));
  return {
    ...base(key, key.due, terms),
    summary: summaryOf(key, bodyName, terms.locales),
    description: words.join(" / "),
    status: ICalEventStatus.CANCELLED,
  };
}

function base(key: FindingKey, due: Day, { from, appUrl, at }: CalendarTerms): ICalEventData {
  return {
    id: eventId(key, from),
    sequence: sequenceAt(at),
    stamp: new Date(at),
    start: new Date(due * 86_400_000),
    allDay: true,
    // A due day leaves its reader as free as before.
    transparency: ICalEventTransparency.TRANSPARENT,
    organizer: { name: catalogueOf("kk").letter.product, email: from },
    url: linkOf(key, appUrl),
  };
}

const summaryOf = ({ obligation }: FindingKey, bodyName: Bilingual, locales: readonly Locale[]): string =>
  locales
    .map((locale) => `${catalogueOf(locale).obligations[obligation].full} – ${oneLine(nameIn(bodyName, locale), 120)}`)
    .join(" / ");

import ical, { ICalCalendarMethod, type ICalEventData } from "ical-generator";
import type { LetterContent, LetterItem } from "../../core/escalation/letter.ts";
import { type CalendarTerms, comingEvent, endedEvent, eventId } from "./calendar-event.ts";

/** A calendar file that goes with a letter. */
export interface CalendarFile {
  readonly filename: string;
  /** iCalendar text. */
  readonly content: string;
}

/** The file of a letter's due days. */
export interface DueCalendar extends CalendarFile {
  /** Due days in it, and in the letter: the soonest come first where there is no room for all. */
  readonly shown: number;
  readonly total: number;
}

/** Bytes of an event beside its words. */
const FRAME = 620;

const encoder = new TextEncoder();

/** Close to what an event takes, a little more rather than less. */
const sizeOf = ({ summary = "", description }: ICalEventData): number =>
  FRAME + Math.ceil(encoder.encode(`${summary}${summary}${String(description)}`).length * 1.04);

/** The due day lies ahead, or is today. */
const isComing = ({ finding }: LetterItem): boolean => finding.state === "due" && finding.daysLeft >= 0;

/**
 * The due days that a letter announces, as iCalendar (RFC 5545, METHOD:PUBLISH), the soonest first, in at most `room`
 * bytes. What has ended before its day is cancelled: nobody is alarmed about it. Undefined when there is neither.
 */
export function calendarOf(content: LetterContent, terms: CalendarTerms, room: number): DueCalendar | undefined {
  const coming = content.items.filter(isComing).sort((a, b) => a.finding.due - b.finding.due);
  const moved = new Set(content.items.map(({ finding }) => eventId(finding, terms.from)));
  const ended = content.closed.filter(
    ({ key, closure }) => closure !== "unchecked" && key.due >= content.today && !moved.has(eventId(key, terms.from)),
  );
  let left = room;
  const fits = (event: ICalEventData): boolean => {
    left -= sizeOf(event);
    return left >= 0;
  };
  const shown = takeWhile(coming, (item) => comingEvent(item, terms), fits);
  const events = [...shown, ...takeWhile(ended, (item) => endedEvent(item, terms), fits)];
  if (events.length === 0) return undefined;
  const calendar = ical({
    prodId: { company: "Esep", product: "Letters", language: (terms.locales[0] ?? "kk").toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    events,
  });
  return { filename: "esep.ics", content: `${calendar.toString()}\r\n`, shown: shown.length, total: coming.length };
}

function takeWhile<Item>(
  items: readonly Item[],
  make: (item: Item) => ICalEventData,
  fits: (event: ICalEventData) => boolean,
): ICalEventData[] {
  const taken: ICalEventData[] = [];
  for (const item of items) {
    const event = make(item);
    if (!fits(event)) break;
    taken.push(event);
  }
  return taken;
}

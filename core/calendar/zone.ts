import * as z from "zod";
import { type Day, dayOf } from "./day.ts";

declare const instantBrand: unique symbol;

/** A moment in UTC, as milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [instantBrand]: true };

/** The instant of a number of milliseconds since 1970-01-01T00:00Z, such as a clock gives. */
export function instant(milliseconds: number): Instant {
  return milliseconds as Instant; // the one place where a number becomes one
}

/** The same in stored records. */
export const InstantNumber = z.codec(z.int(), z.custom<Instant>(Number.isInteger), {
  decode: instant,
  encode: (at) => at,
});

/** A civil day and the minutes since its midnight, in some zone. */
export interface LocalTime {
  readonly day: Day;
  readonly minutes: number;
}

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  formats.set(zone, format);
  return format;
}

/** Civil day and minutes of an instant in an IANA zone. */
export function localTime(at: Instant, zone: string): LocalTime {
  const values: Record<string, number> = {};
  for (const part of formatOf(zone).formatToParts(at)) values[part.type] = Number(part.value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = values;
  return { day: dayOf(year, month, day), minutes: hour * 60 + minute };
}

/** The instant at which a zone's clocks show a local time; a time that summer time skips is one beside it. */
export function instantOf({ day, minutes }: LocalTime, zone: string): Instant {
  const wanted = day * DAY_MINUTES + minutes;
  let guess = wanted;
  for (let round = 0; round < 2; round++) {
    const shown = localTime(instant(guess * MINUTE), zone);
    guess += wanted - (shown.day * DAY_MINUTES + shown.minutes);
  }
  return instant(guess * MINUTE);
}

/** An IANA zone that this runtime knows. */
export const ZoneName = z.string().refine(isZone, "is not an IANA time zone, such as Asia/Almaty");

function isZone(name: string): boolean {
  // An offset such as "+05:00" is a zone to Intl, but SPEC 2 forbids fixed offsets.
  if (/^\W/.test(name)) return false;
  try {
    formatOf(name);
  } catch {
    return false;
  }
  return true;
}

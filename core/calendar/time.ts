import * as z from "zod";

/** A time of day, `HH:MM`, 00:00 to 23:59. */
export const TimeText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is not a time of the form HH:MM");

/** Minutes since midnight. */
export function minutesOf(time: string): number {
  return twoDigits(time, 0) * 60 + twoDigits(time, 3);
}

/** The number of two digits of a text; the rules ask so often that parsing a part of it would be a tenth of their time. */
export const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

const ZERO = 48;

/** `HH:MM` of minutes since midnight (0–1439). */
export function formatMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Later than every time of a day: "the end of day T". */
export const END_OF_DAY = 24 * 60;

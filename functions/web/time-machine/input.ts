import * as z from "zod";
import { DayText, day } from "../../../core/calendar/day.ts";
import { minutesOf, TimeText } from "../../../core/calendar/time.ts";
import type { LocalTime } from "../../../core/calendar/zone.ts";
import { type FieldIssue, type FormState, typedAt } from "../forms/values.ts";
import type { Page } from "../page.ts";
import { timeMachineTexts } from "./texts.ts";

/** The days that the demo's data and the calendar of working days bear. */
export const FIRST = day("2026-01-01");
export const LAST = day("2028-12-31");

/** The most slots of one journey: more than half a year. */
export const MOST_SLOTS = 600;

const Slots = z.coerce.number().int().min(1).max(MOST_SLOTS);

/** What was typed, or what is wrong with it. */
type Read<Value> = { readonly value: Value } | { readonly issues: readonly FieldIssue[] };

/** The moment that somebody wants to go to, in the ministry's zone. */
export function readMoment(form: FormState, { locale, words }: Page): Read<LocalTime> {
  const texts = timeMachineTexts(locale);
  const date = DayText.safeParse(typedAt(form, "date"));
  const time = TimeText.safeParse(typedAt(form, "time"));
  const isWithin = date.success && date.data >= FIRST && date.data <= LAST;
  const issues = [
    ...(isWithin ? [] : [{ name: "date", message: texts.wrongDate(words.time.date(FIRST), words.time.date(LAST)) }]),
    ...(time.success ? [] : [{ name: "time", message: texts.wrongTime }]),
  ];
  if (!date.success || !time.success || issues.length > 0) return { issues };
  return { value: { day: date.data, minutes: minutesOf(time.data) } };
}

/** How many slots to play. */
export function readSlots(form: FormState, { locale }: Page): Read<number> {
  const slots = Slots.safeParse(typedAt(form, "slots"));
  if (slots.success) return { value: slots.data };
  return { issues: [{ name: "slots", message: timeMachineTexts(locale).wrongSlots(MOST_SLOTS) }] };
}

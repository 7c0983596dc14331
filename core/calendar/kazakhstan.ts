import type { CalendarDay } from "./calendar-day.ts";
import { years2024To2026 } from "./kazakhstan/2024-2026.ts";
import { years2027To2030 } from "./kazakhstan/2027-2030.ts";

export type { CalendarDay, CalendarDayKind } from "./calendar-day.ts";

/**
 * Days off and moved working days of Kazakhstan for the five-day week, by date, no date twice.
 *
 * Sources: Law "On Holidays in the Republic of Kazakhstan", art. 3 (the holidays) and art. 5 (a public holiday on a
 * weekend makes the next working day off, one day for each, in order); Labour Code, art. 84(5) (7 January and the first
 * day of Kurban Ait are days off, wherever they fall, and never move); orders of the Ministry of Labour for exchanged
 * days. Constitution Day was 30 August up to 2025, is absent in 2026 and is 15 March from 2027. Dates of Kurban Ait
 * from 2027 are astronomical forecasts. Administrators add and override days; this is only where they start from.
 */
export const kazakhstanCalendar: readonly CalendarDay[] = [...years2024To2026, ...years2027To2030];

/** First and last calendar year that {@link kazakhstanCalendar} covers. */
export const coveredYears: { readonly from: number; readonly to: number } = { from: 2024, to: 2030 };

import * as z from "zod";
import { CalendarChange } from "../../../core/calendar/calendar-versions.ts";
import { parseDay } from "../../../core/calendar/day.ts";
import { CalendarWish } from "../../../core/use-cases/policy-changes/policy-change.ts";
import { type FieldIssue, type FormState, objectOf, typedAt } from "../forms/values.ts";
import type { Page } from "../page.ts";
import type { Asked } from "./change-routes.tsx";
import { settingsTexts } from "./texts/texts.ts";

/** What one of the calendar's forms asks for. */
export function calendarAsked(form: FormState, page: Page): Asked<CalendarWish> {
  const { calendar, change } = settingsTexts(page.locale);
  switch (typedAt(form, "kind")) {
    case "day":
      return dayAsked(form, page);
    case "restore": {
      const day = parseDay(typedAt(form, "day"));
      return day === undefined ? { issues: [{ name: "", message: change.badDay }] } : { wish: { restore: [day] } };
    }
    case "extend": {
      const year = typedAt(form, "coversTo").trim();
      if (/^\d{4}$/.test(year)) return { wish: { coversTo: Number(year) } };
      return { issues: [{ name: "coversTo", message: calendar.badYear }] };
    }
    default:
      return { wish: { former: Number(typedAt(form, "former")) || 0 } };
  }
}

const fields = ["day", "ru", "kk", "note"] as const;

function dayAsked(form: FormState, page: Page): Asked<CalendarWish> {
  const { calendar, change } = settingsTexts(page.locale);
  const parsed = CalendarChange.safeParse({ ...objectOf(form, fields), kind: typedAt(form, "dayKind") });
  if (parsed.success) return { wish: { days: [parsed.data] } };
  const names: Readonly<Record<string, string>> = {
    ...{ kind: calendar.kind, ru: calendar.nameRu, kk: calendar.nameKk, note: calendar.note },
  };
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  const issues = [...wrong].map((name): FieldIssue => {
    if (name === "day") return { name, message: `${calendar.day}: ${change.badDay}` };
    return { name: name === "kind" ? "dayKind" : name, message: `${names[name] ?? name}: ${change.rules.invalid}` };
  });
  return { issues };
}

/** The wish as it is written into a form, and back; undefined for what is none. */
export const writtenCalendarWish = (wish: CalendarWish): string => JSON.stringify(z.encode(CalendarWish, wish));

export function readCalendarWish(text: string): CalendarWish | undefined {
  try {
    return CalendarWish.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

import * as z from "zod";
import type { FieldChange } from "../../../core/audit/entry.ts";
import { parseDay } from "../../../core/calendar/day.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { placeOf } from "../../../core/order608/ladder.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import { allNumbers } from "./numbers.ts";
import { numberTexts } from "./texts/numbers.ts";
import { settingsTexts } from "./texts/texts.ts";

/** A stage's place on the ladder in words: `3 working days after the due day, at 18:00`. */
export function wordPlace(at: string, page: Page): string {
  const { policy } = settingsTexts(page.locale);
  const { anchor, offset, working, time } = placeOf(at);
  const day = anchor === "breach" ? policy.breach : policy.place({ anchor, offset, working });
  return time === null ? day : `${day}, ${policy.at(time)}`;
}

const said = (value: unknown, nothing: string): string => {
  if (value === undefined || value === null) return nothing;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** One change of the policy in words; all changes of one ladder are one. */
export function wordPolicyChange({ path, before, after }: FieldChange, page: Page): string {
  const { change, policy } = settingsTexts(page.locale);
  const [head = "", second = ""] = path.split("/");
  const obligation = head === "ladder" ? ObligationId.safeParse(second).data : undefined;
  if (obligation) return policy.ladderOf(page.words.obligations[obligation].full);
  const known = allNumbers.find((number) => number.path === path.replaceAll("/", "."));
  const name = known ? numberTexts(page.locale)[known.path].label : path;
  return `${name}: ${said(before, change.nothing)} → ${said(after, change.nothing)}`;
}

const DayEntry = z.looseObject({ kind: z.string(), ru: z.string(), kk: z.string() });

/** One change of the calendar in words. */
export function wordCalendarChange({ path, before, after }: FieldChange, page: Page): string {
  const { change, calendar } = settingsTexts(page.locale);
  const kinds = new Map(Object.entries(calendar.kinds));
  const side = (value: unknown): string => {
    const entry = DayEntry.safeParse(value).data;
    if (!entry) return kinds.get(String(value)) ?? said(value, change.nothing);
    return `${kinds.get(entry.kind) ?? entry.kind} (${nameIn(entry, page.locale)})`;
  };
  const day = parseDay(path.split("/")[0] ?? "");
  return `${day === undefined ? calendar.coversTo : page.words.time.date(day)}: ${side(before)} → ${side(after)}`;
}

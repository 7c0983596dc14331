import type { Day } from "../../../core/calendar/day.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import type { Cell, Column } from "./table.ts";
import { type Words, wordShare } from "./words.ts";

/** A value as people read it. */
export function wordValue(value: Cell["value"], { kind }: Column, words: Words): string {
  if (value === null) return kind === "share" ? words.texts.none : "";
  if (typeof value === "string") return value;
  if (kind === "day") return words.catalogue.time.date(value as Day); // a column of days holds nothing else
  if (kind === "share") return wordShare(value, words);
  return value < 0 ? `−${formatNumber(words.locale, -value)}` : formatNumber(words.locale, value);
}

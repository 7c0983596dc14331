import { DateTime } from "luxon";
import type { Day } from "../../core/calendar/day.ts";
import { Dossier } from "../../core/dossier/dossier.ts";

/** A record whose days are luxon's dates, at midnight of UTC. */
export type Dated<Value> = Value extends Day
  ? DateTime
  : Value extends readonly (infer Item)[]
    ? Dated<Item>[]
    : Value extends object
      ? { [Key in keyof Value]: Dated<Value[Key]> }
      : Value;

/** The date of `YYYY-MM-DD`. */
export const dateOf = (text: string): DateTime => DateTime.fromISO(text, { zone: "utc" });

/** A dossier over luxon; free text that looks like a day does not occur in what is compared. */
export const datedOf = (dossier: Dossier): Dated<Dossier> => withDates(Dossier.encode(dossier)) as Dated<Dossier>; // every day was text of this form

function withDates(value: unknown): unknown {
  if (typeof value === "string") return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateOf(value) : value;
  if (Array.isArray(value)) return value.map(withDates);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withDates(part)]));
}

import { dayOf, plusDays } from "../calendar/day.ts";
import type { Workdays } from "../calendar/workdays.ts";

/** A short name for what some data says (FNV-1a, 32 bits): equal data, equal name. It tells versions apart and proves nothing. */
export function fingerprint(data: unknown): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(data)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}

const known = new WeakMap<Workdays, string>();

/** Years that any calendar could cover. */
const YEARS = Array.from({ length: 101 }, (_, index) => 2000 + index);

/** A short name for which days a calendar lets people work. */
export function calendarVersion(asked: Workdays): string {
  const workdays = asked.present?.() ?? asked;
  const before = known.get(workdays);
  if (before !== undefined) return before;
  const version = fingerprint(
    YEARS.filter((year) => workdays.covers(year)).map((year) => [year, daysOff(year, workdays)]),
  );
  known.set(workdays, version);
  return version;
}

function daysOff(year: number, workdays: Workdays): number[] {
  const [first, next] = [dayOf(year, 1, 1), dayOf(year + 1, 1, 1)];
  return Array.from({ length: next - first }, (_, index) => index).filter(
    (index) => !workdays.isWorking(plusDays(first, index)),
  );
}

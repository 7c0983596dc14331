import { describe, expect, it } from "vitest";
import { type Day, dayOf, formatDay, plusDays, weekdayOf, yearOf } from "../../core/calendar/day.ts";
import { type CalendarDayKind, coveredYears, kazakhstanCalendar } from "../../core/calendar/kazakhstan.ts";

const isWeekend = (date: Day): boolean => weekdayOf(date) >= 6;

const daysOf = (...kinds: CalendarDayKind[]): Day[] =>
  kazakhstanCalendar.filter((entry) => kinds.includes(entry.kind)).map((entry) => entry.day);

/** Law on Holidays, art. 5: each holiday on a weekend makes the next working day off, in the order of the holidays. */
function transferredByLaw(): Map<string, string> {
  const off = new Set(daysOf("holiday", "dayoff", "extra_dayoff"));
  const origins = new Map<string, string>();
  for (const holiday of daysOf("holiday").filter(isWeekend)) {
    let next = plusDays(holiday, 1);
    while (isWeekend(next) || off.has(next)) next = plusDays(next, 1);
    off.add(next);
    origins.set(formatDay(next), formatDay(holiday));
  }
  return origins;
}

/** Every covered year and a month and date in it. */
const inEachYear = (month: number, date: number, from: number = coveredYears.from, to: number = coveredYears.to) =>
  Array.from({ length: to - from + 1 }, (_, index) => formatDay(dayOf(from + index, month, date)));

const datesNamed = (ru: string, kind: CalendarDayKind): string[] =>
  kazakhstanCalendar.filter((entry) => entry.ru === ru && entry.kind === kind).map((entry) => formatDay(entry.day));

describe("the calendar of Kazakhstan", () => {
  it("names each date once and in order", () => {
    const dates = kazakhstanCalendar.map((entry) => formatDay(entry.day));
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates).toHaveLength(130);
  });

  it("covers every year that it claims, and no other", () => {
    const years = new Set(kazakhstanCalendar.map((entry) => yearOf(entry.day)));
    expect([...years]).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030]);
    expect(coveredYears).toEqual({ from: 2024, to: 2030 });
  });

  it("moves exactly the holidays that fall on a weekend, to the days that the law gives", () => {
    const byLaw = [...transferredByLaw().keys()].sort();
    expect(daysOf("transferred").map(formatDay)).toEqual(byLaw);
  });

  it("says in both languages which holiday a moved day off stands for", () => {
    const byDate = new Map(kazakhstanCalendar.map((entry) => [formatDay(entry.day), entry]));
    for (const [date, origin] of transferredByLaw()) {
      const entry = byDate.get(date);
      const holiday = byDate.get(origin);
      expect(entry?.ru).toBe(`Перенос: ${holiday?.ru} (${origin})`);
      expect(entry?.kk).toBe(`Ауыстырылған демалыс: ${holiday?.kk} (${origin})`);
    }
  });

  it("never moves 7 January or the first day of Kurban Ait", () => {
    expect(datesNamed("Православное Рождество", "dayoff")).toEqual(inEachYear(1, 7));
    expect(datesNamed("Первый день Курбан-айта", "dayoff")).toHaveLength(7);
    const weekendDaysOff = daysOf("dayoff").filter(isWeekend).map(formatDay);
    expect(weekendDaysOff).toContain("2027-05-16");
    const moved = [...transferredByLaw().values()];
    expect(moved.filter((origin) => weekendDaysOff.includes(origin))).toEqual([]);
  });

  it.each([
    ["Новый год", [...inEachYear(1, 1), ...inEachYear(1, 2)].sort()],
    ["Международный женский день", inEachYear(3, 8)],
    ["Наурыз мейрамы", [...inEachYear(3, 21), ...inEachYear(3, 22), ...inEachYear(3, 23)].sort()],
    ["Праздник единства народа Казахстана", inEachYear(5, 1)],
    ["День защитника Отечества", inEachYear(5, 7)],
    ["День Победы", inEachYear(5, 9)],
    ["День Столицы", inEachYear(7, 6)],
    ["День Республики", inEachYear(10, 25, 2024, 2025)],
    ["День Республики Казахстан", inEachYear(10, 25, 2026, 2030)],
    ["День Независимости", inEachYear(12, 16)],
  ])("has %s on its date of every year", (name, dates) => {
    expect(datesNamed(name, "holiday")).toEqual(dates);
  });

  it("has Constitution Day on 30 August up to 2025, not in 2026, and on 15 March from 2027", () => {
    expect(datesNamed("День Конституции", "holiday")).toEqual([
      ...inEachYear(8, 30, 2024, 2025),
      ...inEachYear(3, 15, 2027, 2030),
    ]);
  });

  it("makes a weekend day working only in exchange for a working day off of the same year", () => {
    expect(daysOf("extra_workday").every(isWeekend)).toBe(true);
    expect(daysOf("extra_dayoff").some(isWeekend)).toBe(false);
    expect(daysOf("extra_workday").map(yearOf)).toEqual(daysOf("extra_dayoff").map(yearOf));
  });

  it("marks as forecasts the dates of Kurban Ait that are not announced yet", () => {
    const forecasts = kazakhstanCalendar.filter((entry) => entry.note?.includes("forecast"));
    expect(forecasts.map((entry) => formatDay(entry.day))).toEqual([
      "2027-05-16",
      "2028-05-05",
      "2029-04-24",
      "2030-04-13",
    ]);
  });
});

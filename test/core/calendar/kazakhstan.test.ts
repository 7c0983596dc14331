import { describe, expect, it } from "vitest";
import { type Day, day, dayOf, formatDay, plusDays, weekdayOf, yearOf } from "../../../core/calendar/day.ts";
import { type CalendarDayKind, coveredYears, kazakhstanCalendar } from "../../../core/calendar/kazakhstan.ts";

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

const datesNamed = (ru: string, kk: string, kind: CalendarDayKind): string[] =>
  kazakhstanCalendar
    .filter((entry) => entry.ru === ru && entry.kk === kk && entry.kind === kind)
    .map((entry) => formatDay(entry.day));

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
    expect(datesNamed("Православное Рождество", "Православиелік Рождество", "dayoff")).toEqual(inEachYear(1, 7));
    expect(datesNamed("Первый день Курбан-айта", "Құрбан айттың бірінші күні", "dayoff")).toHaveLength(7);
    const weekendDaysOff = daysOf("dayoff").filter(isWeekend).map(formatDay);
    expect(weekendDaysOff).toContain("2027-05-16");
    const moved = [...transferredByLaw().values()];
    expect(moved.filter((origin) => weekendDaysOff.includes(origin))).toEqual([]);
  });

  it.each([
    ["Новый год", "Жаңа жыл", [...inEachYear(1, 1), ...inEachYear(1, 2)].sort()],
    ["Международный женский день", "Халықаралық әйелдер күні", inEachYear(3, 8)],
    ["Наурыз мейрамы", "Наурыз мейрамы", [...inEachYear(3, 21), ...inEachYear(3, 22), ...inEachYear(3, 23)].sort()],
    ["Праздник единства народа Казахстана", "Қазақстан халқының бірлігі мерекесі", inEachYear(5, 1)],
    ["День защитника Отечества", "Отан қорғаушы күні", inEachYear(5, 7)],
    ["День Победы", "Жеңіс күні", inEachYear(5, 9)],
    ["День Столицы", "Астана күні", inEachYear(7, 6)],
    ["День Республики", "Республика күні", inEachYear(10, 25, 2024, 2025)],
    ["День Республики Казахстан", "Қазақстан Республикасы күні", inEachYear(10, 25, 2026, 2030)],
    ["День Независимости", "Тәуелсіздік күні", inEachYear(12, 16)],
  ])("has %s, %s, on its date of every year", (ru, kk, dates) => {
    expect(datesNamed(ru, kk, "holiday")).toEqual(dates);
  });

  it("has Constitution Day on 30 August up to 2025, not in 2026, and on 15 March from 2027", () => {
    expect(datesNamed("День Конституции", "Қазақстан Республикасының Конституциясы күні", "holiday")).toEqual([
      ...inEachYear(8, 30, 2024, 2025),
      ...inEachYear(3, 15, 2027, 2030),
    ]);
  });

  it("makes a weekend day working only in exchange for a working day off of the same year", () => {
    expect(daysOf("extra_workday").every(isWeekend)).toBe(true);
    expect(daysOf("extra_dayoff").some(isWeekend)).toBe(false);
    expect(daysOf("extra_workday").map(yearOf)).toEqual(daysOf("extra_dayoff").map(yearOf));
  });

  it("says of the days exchanged in January 2025 what they stand for, and that the order was not seen", () => {
    const note = "Order of the Ministry of Labour, known from the press: official text not seen.";
    expect(kazakhstanCalendar.filter(({ kind }) => kind.startsWith("extra"))).toEqual([
      {
        day: day("2025-01-03"),
        kind: "extra_dayoff",
        ru: "Перенос выходного с 05.01.2025",
        kk: "05.01.2025 демалыс күнінен ауыстырылды",
        note,
      },
      {
        day: day("2025-01-05"),
        kind: "extra_workday",
        ru: "Рабочее воскресенье взамен 03.01.2025",
        kk: "03.01.2025 орнына жұмыс күні",
        note,
      },
    ]);
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

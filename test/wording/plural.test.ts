import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { formatNumber } from "../../core/wording/plural.ts";
import { catalogueOf } from "../../core/wording/wording.ts";

const [kk, ru, en] = [catalogueOf("kk"), catalogueOf("ru"), catalogueOf("en")];

test.each([
  [1, "1 день", "1 рабочий день", "1 күн", "1 day"],
  [2, "2 дня", "2 рабочих дня", "2 күн", "2 days"],
  [5, "5 дней", "5 рабочих дней", "5 күн", "5 days"],
  [11, "11 дней", "11 рабочих дней", "11 күн", "11 days"],
  [21, "21 день", "21 рабочий день", "21 күн", "21 days"],
  [112, "112 дней", "112 рабочих дней", "112 күн", "112 days"],
])("%i days", (count, russian, working, kazakh, english) => {
  expect(ru.time.days(count)).toBe(russian);
  expect(ru.time.workingDays(count)).toBe(working);
  expect(kk.time.days(count)).toBe(kazakh);
  expect(kk.time.workingDays(count)).toBe(`${count} жұмыс күні`);
  expect(en.time.days(count)).toBe(english);
});

test.each([
  [1, "остался 1 день", "просрочено на 1 день"],
  [2, "осталось 2 дня", "просрочено на 2 дня"],
  [5, "осталось 5 дней", "просрочено на 5 дней"],
  [11, "осталось 11 дней", "просрочено на 11 дней"],
  [21, "остался 21 день", "просрочено на 21 день"],
])("%i days left or overdue in Russian", (count, left, overdue) => {
  expect(ru.status.tag.daysLeft(count)).toBe(left);
  expect(ru.status.tag.overdue(count)).toBe(overdue);
});

test("thousands are parted so that they can be read", () => {
  expect(formatNumber("ru", 4870)).toBe("4870");
  expect(formatNumber("kk", 1_234_567)).toBe("1\u00a0234\u00a0567");
  expect(formatNumber("en", 4870)).toBe("4,870");
});

describe("dates", () => {
  const march = day("2027-03-12");

  test("in figures and in words", () => {
    expect([kk, ru, en].map(({ time }) => time.date(march))).toEqual(["12.03.2027", "12.03.2027", "12 March 2027"]);
    expect([kk, ru, en].map(({ time }) => `${time.longDate(march)}, ${time.weekday(march)}`)).toEqual([
      "2027 жылғы 12 наурыз, жұма",
      "12 марта 2027 года, пятница",
      "12 March 2027, Friday",
    ]);
  });

  test("Kazakh months take the endings of vowel harmony", () => {
    const forms = [1, 2, 4, 6, 7, 9, 10].map((month) => kk.duty.careful(day(`2028-0${month}-05`.replace("010", "10"))));
    expect(forms.map((text) => text.split(" ")[3])).toEqual([
      "қаңтардан",
      "ақпаннан",
      "сәуірден",
      "маусымнан",
      "шілдеден",
      "қыркүйектен",
      "қазаннан",
    ]);
  });

  test("ranges name a month once and both years across New Year", () => {
    const range = (locale: typeof ru, from: string, to: string, year: boolean) =>
      locale.time.range(day(from), day(to), year);
    expect(range(ru, "2027-03-13", "2027-03-14", false)).toBe("13–14.03");
    expect(range(ru, "2027-01-31", "2027-02-01", true)).toBe("31.01–01.02.2027");
    expect(range(kk, "2027-12-31", "2028-01-02", false)).toBe("31.12.2027–02.01.2028");
    expect(range(en, "2027-03-13", "2027-03-14", false)).toBe("13–14 March");
    expect(range(en, "2027-01-31", "2027-02-01", true)).toBe("31 January – 1 February 2027");
    expect(range(en, "2027-12-31", "2028-01-02", false)).toBe("31 December 2027 – 2 January 2028");
  });
});

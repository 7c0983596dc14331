import { expect, test } from "vitest";
import { formatNumber, formatShare, formatTenths } from "../../core/wording/plural.ts";
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
  expect(formatNumber("ru", 14_870)).toBe("14\u00a0870");
  expect(formatNumber("en", 4870)).toBe("4,870");
});

test("tenths are parted as the language does", () => {
  expect([formatTenths("kk", 9.14), formatTenths("ru", 12), formatTenths("en", 9.16)]).toEqual(["9,1", "12,0", "9.2"]);
});

test("a share is said in percent with one decimal", () => {
  expect(formatShare("kk", 0.8335)).toBe("83,4%");
  expect(formatShare("ru", 0.8335)).toBe("83,4\u00a0%");
  expect(formatShare("en", 1)).toBe("100.0%");
});

test.each([
  [1, "1 полиция органы", "1 орган полиции", "1 police body"],
  [3, "3 полиция органы", "3 органа полиции", "3 police bodies"],
  [12, "12 полиция органы", "12 органов полиции", "12 police bodies"],
  [1341, "1341 полиция органы", "1341 орган полиции", "1,341 police bodies"],
])("%i bodies", (count, kazakh, russian, english) => {
  expect([kk, ru, en].map(({ time }) => time.bodies(count))).toEqual([kazakh, russian, english]);
});

test.each([
  [1, "1 working day"],
  [2, "2 working days"],
])("%i working days in English", (count, english) => expect(en.time.workingDays(count)).toBe(english));

test.each([
  [1, "Тағы 1 міндет – жүйе бетінде", "И еще 1 обязанность – на странице", "And 1 more obligation on the page"],
  [2, "Тағы 2 міндет – жүйе бетінде", "И еще 2 обязанности – на странице", "And 2 more obligations on the page"],
  [5, "Тағы 5 міндет – жүйе бетінде", "И еще 5 обязанностей – на странице", "And 5 more obligations on the page"],
  [
    14_870,
    "Тағы 14\u00a0870 міндет – жүйе бетінде",
    "И еще 14\u00a0870 обязанностей – на странице",
    "And 14,870 more obligations on the page",
  ],
])("%i obligations more than a letter has room for", (count, kazakh, russian, english) => {
  expect([kk, ru, en].map(({ letter }) => letter.more(count))).toEqual([kazakh, russian, english]);
});

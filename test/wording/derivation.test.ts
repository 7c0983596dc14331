import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import type { Derivation } from "../../core/order608/finding.ts";
import { type NamedCalendar, wordDerivation } from "../../core/wording/word-derivation.ts";
import { catalogueOf } from "../../core/wording/wording.ts";
import { calendar } from "../mail/support/sample.ts";

const reply: Derivation = {
  kind: "working-days",
  from: day("2027-03-12"),
  start: "registered",
  days: 15,
  due: day("2027-04-08"),
};

const ru = (term: Derivation): string => wordDerivation(term, calendar, "ru");
const kk = (term: Derivation): string => wordDerivation(term, calendar, "kk");
const en = (term: Derivation): string => wordDerivation(term, calendar, "en");

describe("fifteen working days over Constitution Day 2027 and Nauryz with a moved day", () => {
  test("in Russian", () => {
    expect(ru(reply)).toBe(
      "Зарегистрировано 12.03.2027; 15 рабочих дней, не считая: 13–14.03 (выходные), 15.03 (День Конституции), 20.03 (выходной), 21–23.03 (Наурыз мейрамы), 24.03 (Перенос: Наурыз мейрамы), 27–28.03 (выходные), 03–04.04 (выходные); срок – 08.04.2027.",
    );
  });

  test("in Kazakh", () => {
    expect(kk(reply)).toBe(
      "Тіркелген күні – 12.03.2027; 15 жұмыс күні, есепке алынбайды: 13–14.03 (демалыс күндері), 15.03 (Қазақстан Республикасының Конституциясы күні), 20.03 (демалыс күні), 21–23.03 (Наурыз мейрамы), 24.03 (Ауыстырылған демалыс: Наурыз мейрамы), 27–28.03 (демалыс күндері), 03–04.04 (демалыс күндері); мерзімі – 08.04.2027.",
    );
  });

  test("in English", () => {
    expect(en(reply)).toBe(
      "Registered on 12 March 2027; 15 working days, not counting: 13–14 March (weekend), 15 March (Constitution Day), 20 March (weekend), 21–23 March (Nauryz), 24 March (day off moved: Nauryz), 27–28 March (weekend), 3–4 April (weekend); due 8 April 2027.",
    );
  });
});

test("a worked weekend and the day off that it was exchanged for are both named", () => {
  const term: Derivation = {
    kind: "working-days",
    from: day("2024-12-31"),
    start: "received",
    days: 3,
    due: day("2025-01-08"),
  };
  expect(ru(term)).toBe(
    "Поступило 31.12.2024; 3 рабочих дня, не считая: 01–02.01.2025 (Новый год), 03.01.2025 (Перенос выходного с 05.01.2025), 04.01.2025 (выходной), 07.01.2025 (Православное Рождество), считая рабочими: 05.01.2025 (Рабочее воскресенье взамен 03.01.2025); срок – 08.01.2025.",
  );
});

test("a Saturday that is worked counts, whatever the calendar calls it", () => {
  const moved: NamedCalendar = {
    isWorking: (date) => date !== day("2026-05-08") && (date === day("2026-05-02") || calendar.isWorking(date)),
    nameOf: (date) => (date === day("2026-05-02") ? { ru: "Рабочая суббота", kk: "Жұмыс күні" } : undefined),
  };
  const term: Derivation = {
    ...{ kind: "working-days", from: day("2026-04-30"), start: "received", days: 1, due: day("2026-05-02") },
  };
  expect(wordDerivation(term, moved, "ru")).toBe(
    "Поступило 30.04.2026; 1 рабочий день, не считая: 01.05 (выходной), считая рабочими: 02.05 (Рабочая суббота); срок – 02.05.2026.",
  );
});

test("a term without any day off names none", () => {
  const [from, due] = [day("2027-04-05"), day("2027-04-07")];
  expect(ru({ kind: "working-days", from, start: "registered", days: 2, due })).toBe(
    "Зарегистрировано 05.04.2027; 2 рабочих дня; срок – 07.04.2027.",
  );
});

test("in 2026 the 15th of March is a plain Sunday", () => {
  const term: Derivation = {
    kind: "working-days",
    from: day("2026-03-12"),
    start: "received",
    days: 3,
    due: day("2026-03-17"),
  };
  expect(ru(term)).toBe("Поступило 12.03.2026; 3 рабочих дня, не считая: 14–15.03 (выходные); срок – 17.03.2026.");
});

test("calendar days before, on and after a meeting", () => {
  const meeting = day("2027-03-12");
  expect(ru({ kind: "from-meeting", meeting, days: 10, due: day("2027-03-02") })).toBe(
    "Встреча назначена на 12.03.2027; не позднее чем за 10 дней до нее; срок – 02.03.2027.",
  );
  expect(kk({ kind: "from-meeting", meeting, days: 10, due: day("2027-03-02") })).toBe(
    "Кездесу күні – 12.03.2027; оған дейін 10 күннен кешіктірмей; мерзімі – 02.03.2027.",
  );
  expect(ru({ kind: "from-meeting", meeting, days: 0, due: meeting })).toBe(
    "Встреча назначена на 12.03.2027; в день ее проведения; срок – 12.03.2027.",
  );
  expect(en({ kind: "from-meeting", meeting, days: -30, due: day("2027-04-11") })).toBe(
    "The meeting is on 12 March 2027; 30 days after it; due 11 April 2027.",
  );
});

test("fixed days name their source", () => {
  expect(ru({ kind: "fixed", of: "quarter-end", due: day("2027-03-31") })).toBe(
    "Отчет проводится в первом квартале; последний день квартала – 31.03.2027.",
  );
  expect(ru({ kind: "fixed", of: "schedule-due", due: day("2027-02-01") })).toContain("01.02.2027");
  expect(kk({ kind: "fixed", of: "decision-due", due: day("2027-05-01") })).toContain("01.05.2027");
});

describe("registration", () => {
  const office = (received: string, at: string, due: string): Derivation => ({
    kind: "office-hours",
    received: day(received),
    at,
    closes: "18:00",
    due: day(due),
  });

  test("on the day of receipt", () => {
    expect(ru(office("2027-03-12", "15:00", "2027-03-12"))).toBe(
      "Поступило 12.03.2027 (пятница) в 15:00; рабочий день до 18:00; регистрируется в тот же день; срок – 12.03.2027.",
    );
  });

  test("after hours before a long weekend", () => {
    expect(ru(office("2027-03-12", "19:30", "2027-03-16"))).toBe(
      "Поступило 12.03.2027 (пятница) в 19:30; после окончания рабочего дня (18:00); регистрируется в следующий рабочий день, не считая: 13–14.03 (выходные), 15.03 (День Конституции); срок – 16.03.2027.",
    );
  });

  test("on a day off", () => {
    expect(ru(office("2027-03-14", "10:00", "2027-03-16"))).toContain(
      "нерабочий день; регистрируется в следующий рабочий день, не считая: 15.03 (День Конституции)",
    );
  });
});

describe("an extended reply", () => {
  const extended = (until: string, due: string): Derivation => ({
    kind: "extended",
    unextended: reply,
    decided: day("2027-04-01"),
    until: day(until),
    due: day(due),
  });

  test("follows the unextended term", () => {
    const text = ru(extended("2027-05-14", "2027-05-14"));
    expect(text.startsWith(ru(reply))).toBe(true);
    expect(text.endsWith(" Решением от 01.04.2027 срок продлен до 14.05.2027; срок – 14.05.2027.")).toBe(true);
  });

  test("moves to the next working day", () => {
    expect(ru(extended("2027-05-15", "2027-05-17"))).toContain("это нерабочий день, поэтому срок – следующий");
  });

  test("to the day on which it was due anyway is said, and nothing more", () => {
    const sentence = " Решением от 01.04.2027 срок продлен до 08.04.2027; срок – 08.04.2027.";
    expect(ru(extended("2027-04-08", "2027-04-08"))).toBe(ru(reply) + sentence);
  });

  test("never shortens", () => {
    expect(ru(extended("2027-04-05", "2027-04-08"))).toContain("прежний срок истекает позже и сохраняется");
  });
});

test.each([
  ["2026-01-01", "New Year"],
  ["2026-01-07", "Orthodox Christmas"],
  ["2026-03-08", "International Women's Day"],
  ["2027-03-15", "Constitution Day"],
  ["2026-03-21", "Nauryz"],
  ["2026-05-01", "Day of Unity of the People of Kazakhstan"],
  ["2026-05-07", "Defender of the Fatherland Day"],
  ["2026-05-09", "Victory Day"],
  ["2026-05-27", "first day of Kurban Ait"],
  ["2026-07-06", "Capital Day"],
  ["2025-10-25", "Republic Day"],
  ["2026-10-25", "Republic Day"],
  ["2026-12-16", "Independence Day"],
])("%s is called %s in English", (date, name) => {
  const { ru, kk } = calendar.nameOf(day(date)) ?? expect.fail("is a plain day");
  expect(catalogueOf("en").derivation.holiday({ ru, kk })).toBe(name);
  expect(catalogueOf("en").derivation.holiday({ ru: `Перенос: ${ru}`, kk })).toBe(`day off moved: ${name}`);
});

test("a day whose English name nobody knows keeps its Kazakh one", () => {
  expect(catalogueOf("en").derivation.holiday({ ru: "День Абая", kk: "Абай күні" })).toBe("Абай күні");
});

import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import type { LetterContent, LetterItem } from "../../core/escalation/letter.ts";
import type { Locale } from "../../core/register/locale.ts";
import { catalogueOf } from "../../core/wording/wording.ts";
import { renderLetter } from "../../functions/mail/letter.tsx";
import { abai, breached, closedNotice, item, letterTo, overdue, semey, settings } from "./support/sample.ts";
import { visible, wordsOf } from "./support/words.ts";

const many = (count: number, changes: Partial<LetterItem> = {}): readonly LetterItem[] =>
  Array.from({ length: count }, (_, index) =>
    item(
      { body: `PB-${index >> 2}`, subject: `m${index}`, state: "overdue", due: day("2027-03-16") },
      {
        stage: "due+1wd",
        bodyName: { ru: `Отдел полиции № ${index >> 2}`, kk: `№ ${index >> 2} полиция бөлімі` },
        ...changes,
      },
    ),
  );

describe.each<{ locales: readonly Locale[] }>([
  { locales: ["kk"] },
  { locales: ["ru"] },
  { locales: ["en"] },
  { locales: ["kk", "ru"] },
])("a letter in $locales", ({ locales }) => {
  const content = letterTo(locales);
  const letter = renderLetter(content, { ...settings, demo: true, replyTo: "staff@mia.example" });

  test("says the same in HTML and in text", () => {
    expect(wordsOf(visible(letter.html))).toEqual(wordsOf(letter.text));
  });

  test("says every body, due day, reason, mark and closure in each of its languages", () => {
    for (const locale of locales) {
      const { time, roles, letter: words, closures } = catalogueOf(locale);
      const said = [
        ...content.items.map(({ finding }) => time.longDate(finding.due)),
        ...[semey, abai].map((name) => (locale === "kk" ? name.kk : name.ru)),
        roles.superior,
        words.late,
        words.demo,
        closures.met,
        time.date(day("2027-03-15")),
      ];
      for (const text of said) {
        expect(letter.text.toLowerCase()).toContain(text.toLowerCase());
        expect(visible(letter.html).toLowerCase()).toContain(text.toLowerCase());
      }
    }
  });

  test("names the versions of policy and calendar that it was planned by", () => {
    const planned = renderLetter({ ...content, rules: { policy: 7, calendar: 0 } }, settings);
    for (const locale of locales) {
      const line = catalogueOf(locale).letter.rules(7, 0);
      expect(line).toContain("7");
      expect(line).not.toContain("0");
      expect(planned.text).toContain(line);
      expect(visible(planned.html)).toContain(line);
      expect(letter.text).not.toContain(line);
    }
  });

  test("links every item to its page", () => {
    expect(letter.text).toContain("https://esep.example/bodies/PB-103200000?campaign=2027#reply");
    expect(letter.html).toContain('href="https://esep.example/bodies/PB-103200000?campaign=2027#reply"');
  });

  test("keeps the given order and marks its language", () => {
    expect(letter.text.indexOf("#venue")).toBeLessThan(letter.text.indexOf("#protocol"));
    expect(letter.html).toContain(`<html lang="${locales[0]}">`);
    for (const locale of locales) expect(letter.html).toContain(`role="presentation" lang="${locale}"`);
  });
});

describe("the subject", () => {
  const subject = (locales: readonly Locale[], changes: Partial<LetterContent> = {}): string =>
    renderLetter(letterTo(locales, changes), settings).subject;

  test("counts worst first and names the one body", () => {
    const items = [
      breached,
      ...many(3, { bodyName: semey }).map((one) => ({ ...one, finding: { ...one.finding, body: "PB-101000000" } })),
    ];
    expect(subject(["ru"], { items, closed: [] })).toBe(
      "Есеп: нарушено 1, просрочено 3 – Управление полиции города Семей",
    );
  });

  test("of a single item names it with its days and its due day", () => {
    expect(subject(["kk"], { items: [breached], closed: [] })).toBe(
      "Есеп: Орын – енді орындау мүмкін емес (17.03.2027) – Семей қаласының Полиция басқармасы",
    );
    expect(subject(["ru"], { items: [overdue], closed: [] })).toBe(
      "Есеп: Протокол – просрочено на 1 день (18.03.2027) – Управление полиции города Семей",
    );
  });

  test("counts several bodies, in both languages when the letter has both", () => {
    expect(subject(["ru", "kk"])).toBe(
      "Есеп: бұзылған 1, мерзімі өткен 1, мерзімі аяқталуда 3 / нарушено 1, просрочено 1, истекает 3 – 2 полиция органы",
    );
  });

  test("of a letter that only closes says so", () => {
    expect(subject(["ru"], { items: [] })).toBe("Есеп: закрыто 1 – Отдел полиции Абайского района");
  });
});

test("Kazakh comes first and Russian second, whatever the order of the recipient's languages", () => {
  const { text } = renderLetter(letterTo(["ru", "kk"]), settings);
  expect(text.indexOf("Кімге:")).toBeLessThan(text.indexOf("Кому:"));
  expect(text).toContain("Текст на русском языке – ниже");
});

describe("a letter that cannot show everything", () => {
  test("shows the first as cards, the others as rows, each with its link and due day", () => {
    const { text, html } = renderLetter(letterTo(["ru"], { items: many(40), closed: [] }), settings);
    expect(text.match(/\* Просрочено на 3 дня/g)).toHaveLength(40);
    expect(html.match(/\?campaign=2027#notice"/g)).toHaveLength(40);
    expect(text).toContain("Также открыты");
    expect(text).not.toContain("И еще");
    expect(wordsOf(visible(html))).toEqual(wordsOf(text));
  });

  test("never loses the counts and the worst, and says how many are not shown", () => {
    const items = [breached, ...many(4999)];
    const closed = Array.from({ length: 5000 }, () => closedNotice);
    const { text, html, subject } = renderLetter(letterTo(["kk", "ru"], { items, closed }), settings);
    const shown = text.match(/^\* /gm)?.length ?? 0;
    const more = /И еще (\S+) обязанност\S+ – на странице/.exec(text)?.[1]?.replace("\u00a0", "");
    expect(Number(more)).toBe(5000 - shown / 2);
    expect(subject).toContain("нарушено 1, просрочено 4999");
    expect(text).toContain("Нарушено 1, просрочено 4999");
    expect(text.indexOf("Нарушено · исполнить уже нельзя – Проверка места")).toBeGreaterThan(0);
    expect(wordsOf(visible(html))).toEqual(wordsOf(text));
  });

  test("lists a dozen of the missing things and counts the rest", () => {
    const missing = Array.from({ length: 500 }, (_, index) => `appeal:A-${index}`);
    const { text } = renderLetter(letterTo(["ru"], { items: [item({ obligation: "protocol", missing })] }), settings);
    expect(text).toContain("обращение № A-11\n   - и еще 488");
  });

  test.each(["kk", "ru", "en"] as const)("names in %s the bodies that no e-mail reaches, a dozen of them", (locale) => {
    const paper = Array.from({ length: 15 }, (_, index) => ({ ru: `Отдел ${index}`, kk: `Бөлім ${index}` }));
    const { text, html } = renderLetter({ ...letterTo([locale], { items: [item()] }), paper }, settings);
    const { letter } = catalogueOf(locale);
    expect(text).toContain(`\n\n${letter.paper("").trim()} ${locale === "kk" ? "Бөлім" : "Отдел"} 0; `);
    expect(text).toContain(letter.moreOf(3));
    for (const part of [text, html]) expect(part).toContain("https://esep.example/paper");
    expect(wordsOf(visible(html))).toEqual(wordsOf(text));
    expect(renderLetter(letterTo([locale], { items: [item()] }), settings).text).not.toContain("/paper");
  });

  test("names a few of the bodies that a superior answers for", () => {
    const reasons = Array.from({ length: 252 }, (_, index) => ({
      role: "superior" as const,
      body: `PB-${index}`,
      bodyName: { ru: `Отдел ${index}`, kk: `Бөлім ${index}` },
    }));
    const { text } = renderLetter(letterTo(["ru"], { reasons }), settings);
    expect(text).toContain("Вышестоящее руководство: Отдел 0; Отдел 1; Отдел 2; Отдел 3; Отдел 4; и еще 247");
  });
});

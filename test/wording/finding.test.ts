import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { whatToDo, wordDays, wordFinding, wordSubject } from "../../core/wording/word-finding.ts";
import { wordActs, wordMissing } from "../../core/wording/word-missing.ts";
import { wordStage } from "../../core/wording/word-stage.ts";
import { breached, finding, item, noticeDue, overdue, replyDue, today, todayDue } from "../mail/support/sample.ts";

describe("a finding in one sentence", () => {
  test("coming due", () => {
    expect(wordFinding(noticeDue.finding, "ru")).toBe(
      "Опубликование сведений об отчетной встрече (встреча 12.04.2027): срок – 02.04.2027, осталось 14 дней.",
    );
    expect(wordFinding(replyDue.finding, "kk")).toBe(
      "Жолданымға жауап беру (№ ЖТ-2027-118 жолданым): мерзімі – 08.04.2027, 20 күн қалды.",
    );
  });

  test("today, overdue and breached", () => {
    expect(wordFinding(todayDue.finding, "ru")).toContain("срок истекает сегодня, 19.03.2027.");
    expect(wordFinding(overdue.finding, "ru")).toContain("срок истек 18.03.2027, просрочено на 1 день.");
    expect(wordFinding(breached.finding, "en")).toContain("was due 17 March 2027, can no longer be met.");
  });

  test("closed", () => {
    const metOn = day("2027-03-30");
    expect(wordFinding(finding({ state: "met", metOn, missing: [] }), "ru")).toContain("исполнено 30.03.2027.");
    expect(wordFinding(finding({ state: "late", metOn, missing: [] }), "kk")).toContain(
      "кешіктіріліп орындалды: 30.03.2027, мерзімі – 02.04.2027.",
    );
    expect(wordFinding(finding({ state: "waived" }), "ru")).toContain("снято с контроля.");
  });

  test("closed on a day that nobody knows", () => {
    expect(wordFinding(finding({ state: "met", missing: [] }), "ru")).toMatch(/: исполнено\.$/);
    expect(wordFinding(finding({ state: "late", missing: [] }), "kk")).toMatch(/: кешіктіріліп орындалды\.$/);
  });

  test("of a meeting whose day is not known says none", () => {
    expect(wordSubject({ obligation: "notice", subject: "m1" }, "ru")).toBe("");
    expect(wordSubject(finding(), "ru")).toBe("встреча 12.04.2027");
  });

  test("the dossier needs no subject, a decision has its number", () => {
    expect(wordFinding(finding({ obligation: "report", subject: "dossier" }), "ru")).toMatch(/^Отчет .* населением: /);
    expect(wordFinding(finding({ obligation: "decision", subject: "m1/d1" }), "ru")).toContain("(решение № m1/d1)");
  });
});

test.each([
  [finding({ due: day("2027-03-20"), state: "upcoming" }), "1 күн қалды", "остался 1 день", "1 day left"],
  [finding(), "14 күн қалды", "осталось 14 дней", "14 days left"],
  [finding({ due: today }), "мерзімі – бүгін", "срок – сегодня", "due today"],
  [overdue.finding, "мерзімі өткеніне 1 күн болды", "просрочено на 1 день", "overdue by 1 day"],
  [breached.finding, "енді орындау мүмкін емес", "исполнить уже нельзя", "can no longer be met"],
  [finding({ state: "met" }), "орындалды", "исполнено", "met"],
  [finding({ state: "late" }), "кешіктіріліп орындалды", "исполнено с опозданием", "met late"],
  [finding({ state: "waived" }), "бақылаудан алынды", "снято с контроля", "removed from control"],
])("in the fewest words: %#", (one, kk, ru, en) => {
  expect([wordDays(one, "kk"), wordDays(one, "ru"), wordDays(one, "en")]).toEqual([kk, ru, en]);
});

describe("what to do", () => {
  test("in time, with the careful day while it lies ahead", () => {
    expect(whatToDo(noticeDue.finding, "ru")).toBe(
      "Просим не позднее 02.04.2027 обеспечить опубликование недостающих сведений в региональных средствах массовой информации. Рекомендуем исполнить до 01.04.2027 включительно.",
    );
    expect(whatToDo(finding({ target: today }), "ru")).toMatch(
      / Рекомендуем исполнить до 19\.03\.2027 включительно\.$/,
    );
    expect(whatToDo(finding({ target: day("2027-03-18") }), "ru")).not.toContain("Рекомендуем");
  });

  test("today and overdue, each act once and joined", () => {
    expect(whatToDo(todayDue.finding, "kk")).toBe(
      "Бүгін, 2027 жылғы 19 наурызда, есептік материалдардың штаб бөлінісінде тіркелуін қамтамасыз етуіңізді сұраймыз.",
    );
    expect(whatToDo(overdue.finding, "kk")).toBe(
      "Мерзімі 2027 жылғы 18 наурызда өтті. Кідіріссіз хаттамаға жетіспейтін мәліметтердің енгізілуін, келіп түскен барлық жолданымның хаттамада көрсетілуін және хаттамаға бастықтың қол қоюын қамтамасыз етуіңізді сұраймыз.",
    );
  });

  test("nothing cures a breach, but what happened in time can still be recorded", () => {
    expect(whatToDo(breached.finding, "ru")).toBe(
      "Срок истек 17.03.2027, исполнить обязанность уже нельзя. Если она исполнена до 18.03.2027, просим внести сведения об этом в систему «Есеп».",
    );
  });

  test("a breach that was curable until a later day says until which", () => {
    expect(whatToDo(finding({ state: "breached" }), "en")).toContain("If it was met before 12 April 2027,");
    expect(whatToDo(finding({ state: "breached", beyondCure: null }), "en")).toContain("met before 3 April 2027,");
  });

  test("nothing when nothing is missing, though it is still open", () => {
    const open = finding({ missing: [], target: day("2027-04-01") });
    expect(whatToDo(open, "ru")).toBe("Действий не требуется.");
  });

  test("problems of an extension follow", () => {
    expect(whatToDo(replyDue.finding, "ru")).toMatch(/Продление не учтено: срок продлен более чем на 2 месяца\.$/);
  });

  test("nothing when it is closed", () => {
    for (const state of ["met", "late", "waived"] as const) {
      expect(whatToDo(finding({ state }), "en")).toBe("Nothing is to be done.");
    }
  });
});

test("missing codes are worded per obligation, sections and appeals with their own words", () => {
  expect(wordMissing("notice", "date", "ru")).toBe("дата встречи");
  expect(wordMissing("protocol", "date", "ru")).toBe("дата проведения отчета");
  expect(wordMissing("content", "section:5", "kk")).toMatch(/^сыбайлас жемқорлық/);
  expect(wordMissing("protocol", "appeal:A-1", "kk")).toBe("№ A-1 жолданым");
  expect(wordMissing("protocol", "appeal:A:17", "ru")).toBe("обращение № A:17");
  expect(wordMissing("reply", "toString", "ru")).toBe("toString");
});

test("two acts are joined by a conjunction alone", () => {
  const missing = ["secretary", "head"];
  expect((["kk", "ru", "en"] as const).map((locale) => wordActs({ obligation: "protocol", missing }, locale))).toEqual([
    "хаттамаға хатшының қол қоюын және хаттамаға бастықтың қол қоюын",
    "подписание протокола секретарем и подписание протокола начальником",
    "that the secretary signs the protocol and that the head signs the protocol",
  ]);
});

test("a stage is a reminder, the day itself, overdue, a breach or a numbered repeat", () => {
  expect(wordStage(replyDue, "ru")).toBe("Напоминание");
  expect(wordStage(todayDue, "ru")).toBe("Срок – сегодня");
  expect(wordStage(overdue, "kk")).toBe("Мерзімі өтті");
  expect(wordStage(breached, "ru")).toBe("Нарушено");
  expect(wordStage(noticeDue, "ru")).toBe("Повторное напоминание № 2");
  expect(wordStage(item({}, { stage: "repeat-12" }), "en")).toBe("Repeated reminder No. 12");
});

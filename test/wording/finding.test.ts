import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { whatToDo, wordFinding } from "../../core/wording/word-finding.ts";
import { wordMissing } from "../../core/wording/word-missing.ts";
import { wordStage } from "../../core/wording/word-stage.ts";
import { breached, finding, noticeDue, overdue, replyDue, todayDue } from "../mail/sample.ts";

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

  test("the dossier needs no subject, a decision has its number", () => {
    expect(wordFinding(finding({ obligation: "report", subject: "dossier" }), "ru")).toMatch(/^Отчет .* населением: /);
    expect(wordFinding(finding({ obligation: "decision", subject: "m1/d1" }), "ru")).toContain("(решение № m1/d1)");
  });
});

describe("what to do", () => {
  test("in time, with the careful day while it lies ahead", () => {
    expect(whatToDo(noticeDue.finding, "ru")).toBe(
      "Просим не позднее 02.04.2027 обеспечить опубликование недостающих сведений в региональных средствах массовой информации. Рекомендуем исполнить до 01.04.2027 включительно.",
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

  test("problems of an extension follow", () => {
    expect(whatToDo(replyDue.finding, "ru")).toMatch(/Продление не учтено: срок продлен более чем на 2 месяца\.$/);
  });

  test("nothing when it is closed", () => {
    expect(whatToDo(finding({ state: "met", missing: [] }), "en")).toBe("Nothing is to be done.");
  });
});

test("missing codes are worded per obligation, sections and appeals with their own words", () => {
  expect(wordMissing("notice", "date", "ru")).toBe("дата встречи");
  expect(wordMissing("protocol", "date", "ru")).toBe("дата проведения отчета");
  expect(wordMissing("content", "section:5", "kk")).toMatch(/^сыбайлас жемқорлық/);
  expect(wordMissing("protocol", "appeal:A-1", "kk")).toBe("№ A-1 жолданым");
  expect(wordMissing("reply", "toString", "ru")).toBe("toString");
});

test("a stage is a reminder, the day itself, overdue, a breach or a numbered repeat", () => {
  expect(wordStage(replyDue, "ru")).toBe("Напоминание");
  expect(wordStage(todayDue, "ru")).toBe("Срок – сегодня");
  expect(wordStage(overdue, "kk")).toBe("Мерзімі өтті");
  expect(wordStage(breached, "ru")).toBe("Нарушено");
  expect(wordStage(noticeDue, "ru")).toBe("Повторное напоминание № 2");
});

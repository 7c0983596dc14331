import { describe, expect, test } from "vitest";
import { findPersonalData } from "../../core/dossier/privacy.ts";

describe("a text that holds personal data", () => {
  test.each([
    ["пишите на ivan.petrov@example.kz", "e-mail"],
    ["a+b@mail.example.com", "e-mail"],
    ["почта: иван@пример.қаз", "e-mail"],
    ["тел. 87011234567", "phone"],
    ["+77011234567", "phone"],
    ["+7 701 123 45 67", "phone"],
    ["+7 (701) 123-45-67", "phone"],
    ["8 (7172) 71-51-51", "phone"],
    ["8-705-123-45-67.", "phone"],
    ["7 777 123 4567", "phone"],
    ["8\u00a0701\u00a0123\u201145\u201167", "phone"],
    ["701 123 45 67", "phone"],
    ["7471234567", "phone"],
    ["+７ ７０１ １２３ ４５ ６７", "phone"],
    ["8701\u200b1234567", "phone"],
    ["ИИН 900101300123", "iin"],
    ["900101300123 года, кв. 5", "iin"],
    ["кв. 5 900101 300123 15 марта", "iin"],
    ["900101 300123", "iin"],
    ["9001 0130 0123", "iin"],
    ["90 01 01 30 01 23", "iin"],
    ["БИН или ИИН: 123456789012", "iin"],
  ])("%s", (text, kind) => {
    expect(findPersonalData(text)).toBe(kind);
  });
});

describe("a text that holds none", () => {
  test.each([
    "Приказ № 851 от 12.03.2027",
    "Ж-2027-000123",
    "ЗТ-2027-00012345/7",
    "2027-03-12 15:00",
    "с 12.03.2027 15:00 до 13.03.2027 16:30",
    "12.03.2027, 13.03.2027, 14.03.2027",
    "в 2025 2026 2027 годах",
    "п. 8(2) Правил, ст. 76 АППК № 350-VI",
    "выделить 7 000 000 000 тенге",
    "77 500 000 000 тенге",
    "150 000 000 000 тенге",
    "горячая линия 102 и 1414",
    "8 800 080 77 77",
    "ул. Абая, 8-7, кв. 77",
    "договор 123456789",
    "счёт 1234567890123",
    "@esep в сети",
    "",
  ])("%s", (text) => {
    expect(findPersonalData(text)).toBeNull();
  });
});

test("a long text without data takes no long time", () => {
  expect(findPersonalData("a".repeat(100_000))).toBeNull();
  expect(findPersonalData("9 ".repeat(50_000))).toBeNull();
  expect(findPersonalData("a.".repeat(50_000))).toBeNull();
});

import { describe, expect, test } from "vitest";
import { findPersonalData, findPersonalDataIn } from "../../core/dossier/privacy.ts";

describe("a text that holds personal data", () => {
  test.each([
    ["пишите на ivan.petrov@example.kz", "e-mail"],
    ["a+b@mail.example.com", "e-mail"],
    ["почта: иван@пример.қаз", "e-mail"],
    ["1@102.kz", "e-mail"],
    ["a@1.2.kz", "e-mail"],
    [`${"a".repeat(64)}@${"b".repeat(63)}.kz`, "e-mail"],
    ["тел. 87011234567", "phone"],
    ["+77011234567", "phone"],
    ["+7 701 123 45 67", "phone"],
    ["+7 (701) 123-45-67", "phone"],
    ["8 (7172) 71-51-51", "phone"],
    ["8-705-123-45-67.", "phone"],
    ["7 777 123 4567", "phone"],
    ["8\u00a0701\u00a0123\u201145\u201167", "phone"],
    ["+ 7 701 123 45 67", "phone"],
    ["8 - 7172 - 71 - 51 - 51", "phone"],
    ["8\u20117172\u2013715151", "phone"],
    ["77 500 000 000 тенге, тел. 8 7172 71 51 51", "phone"],
    ["+77 500 000 000", "phone"],
    ["8 771 234 567 8", "phone"],
    ["701 123 45 67", "phone"],
    ["(705) 123-45-67", "phone"],
    ...["700", "708", "747", "750", "751", "760", "764", "771", "775", "776", "777", "778"].map(
      (code): [string, string] => [`${code} 123 45 67`, "phone"],
    ),
    ["7471234567", "phone"],
    ["+７ ７０１ １２３ ４５ ６７", "phone"],
    ["8701\u200b1234567", "phone"],
    ["ИИН 900101300123", "iin"],
    ["900101300123 года, кв. 5", "iin"],
    ["кв. 5 900101 300123 15 марта", "iin"],
    ["900101 300123", "iin"],
    ["900101  300123", "iin"],
    ["9001  0130  0123", "iin"],
    ["9001 0130 0123", "iin"],
    ["12 9001 0130 0123", "iin"],
    ...["9010 0130 0123", "9011 1000 0123", "9012 2960 0123", "9009 3160 0123", "9001 3030 0123", "9001 0900 0123"].map(
      (number): [string, string] => [number, "iin"],
    ),
    ["90 01 01 30 01 23", "iin"],
    ["БИН или ИИН: 000229300123", "iin"],
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
    "202703120001",
    "ЗТ-2027-050140001234",
    "БИН 050340001234",
    "счёт 1234567890123",
    "@esep в сети",
    "@esep.kz",
    "a@b",
    "a@b.k",
    "a@.kz",
    ...["709", "748", "752", "765", "770", "772"].map((code) => `${code} 123 45 67`),
    "1 8 7172 71 51 512",
    "18 7172 71 51 51 1",
    "8    7172 71 51 51",
    "7 500 000 000",
    "1701 123 45 67",
    "701 123 45 678",
    "1900101 300123",
    "900101 3001234",
    "900101   300123",
    ...["9000 0130 0123", "9013 0130 0123", "9001 0030 0123", "9001 3230 0123", "9001 0170 0123", "9001 4030 0123"],
    "19001 0130 0123",
    "9001 0130 01234",
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

describe("a value that holds personal data", () => {
  test.each([
    ["8 701 123 45 67", [{ path: [], found: "phone" }]],
    [{ place: "Клуб", names: ["И.", "a@example.kz"] }, [{ path: ["names", 1], found: "e-mail" }]],
    [
      { a: { b: "900101300123" }, c: "87011234567" },
      [
        { path: ["a", "b"], found: "iin" },
        { path: ["c"], found: "phone" },
      ],
    ],
  ])("is told with every place: %j", (value, found) => {
    expect(findPersonalDataIn(value)).toEqual(found);
  });

  test.each([
    [{ url: "https://semeytany.example/851/123456789012" }],
    [87011234567],
    [null],
    [undefined],
    [true],
    [[]],
  ])("is not %j", (value) => expect(findPersonalDataIn(value)).toEqual([]));
});

import { expect, test } from "vitest";
import { wordInTheWay } from "../../functions/web/imports/in-the-way.ts";

test.each([
  ["changed: PB-1 2027", "ru", "тем временем изменены сведения (PB-1, кампания 2027 года)"],
  ["changed: dossier:PB-1:2027", "kk", "осы аралықта мәліметтер өзгертілген (PB-1, 2027 жылғы науқан)"],
  ["changed: the register", "ru", "тем временем изменены сведения (реестр)"],
  ["too-large: the register", "kk", "жазбаға орын жетпейді (тізілім)"],
  [
    "history-elsewhere: PB-1 2027",
    "en",
    "the body has a history under another department (PB-1, campaign 2027): use another id",
  ],
  ["something new", "ru", "something new"],
] as const)("what was in an import's way is said in the reader's words: %s in %s", (what, locale, words) => {
  expect(wordInTheWay(what, locale)).toBe(words);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFacts } from "../../core/dossier/facts.ts";
import { faultWords } from "../../functions/web/imports/fault-words.ts";
import { departmentText, ministryText } from "../core/support/facts.ts";

/** Where rules of files are said: sentences about a value, which begin with what it is, must or does. */
const folders = ["core/calendar", "core/register", "core/dossier", "core/use-cases/register-changes"];
const policyFiles = ["core/order608/policy.ts", "core/order608/ladder.ts"];
const RULE =
  /^(?:is|must|lies|names|repeats|has|lack|would|differs|seems|cannot|lists|leads|needs|a cancelled|give|stands) /;

/** Comments and texts of a source file, in order, so that a quote in one of them opens nothing. */
const TEXTS = /\/\*[\s\S]*?\*\/|\/\/.*|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;

/** What no file breaks: rules of edits of one body, of grants, and of what is recorded one by one. */
const elsewhere = ["change.ts", "grant.ts", "grant-record.ts", "calendar-versions.ts"];

const filesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !elsewhere.includes(name))
    .map((name) => join(folder, name));

describe("what is wrong with a file", () => {
  const rules = [...folders.flatMap(filesOf), ...policyFiles].flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(TEXTS)]
      .map(([, quoted = "", template = quoted]) => template.replace(/\$\{[^}]*\}/g, "7").replaceAll("\\`", "`"))
      .filter((text) => RULE.test(text))
      .map((text) => [file, text] as const),
  );

  test("is looked for where it is said", () => expect(rules.length).toBeGreaterThan(40));

  test.each(rules)("%s: %s has Kazakh and Russian words", (_file, message) => {
    for (const locale of ["kk", "ru"] as const) expect(faultWords(message, locale)).toMatch(/[а-яәғқңөұүһі]{3}/i);
    expect(faultWords(message, "en")).toBe(message);
  });

  test("says what of the file it means", () => {
    expect(faultWords('names the unknown body "DP-7"', "ru")).toBe("в реестре нет органа «DP-7»");
    expect(faultWords("has 10 cells, the header 8", "kk")).toBe("жолда 10 ұяшық бар, тақырып жолында – 8");
  });

  test("has words too where only the schema's own say it", () => {
    const { id: _, ...nameless } = departmentText;
    const bodies = [ministryText, nameless, { ...departmentText, kind: "village" }, { ...departmentText, contacts: 1 }];
    const { error } = readFacts({ bodies, dossiers: [] });
    expect(error?.issues.map(({ message }) => faultWords(message, "ru"))).toEqual([
      "не указано, хотя обязательно",
      expect.stringContaining("должно быть одно из значений"),
      "здесь нужно: список; а стоит: число",
    ]);
  });

  test("stays English where nobody has put it into other words", () => {
    expect(faultWords("something new", "kk")).toBeNull();
  });
});

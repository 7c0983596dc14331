import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ObligationId } from "../../core/dossier/obligation-id.ts";
import { orderClauseIds } from "../../core/order608/clauses/order-clause.ts";
import { codeArticle, orderClause } from "../../core/order608/clauses/sentence.ts";
import { clausesOf, governingClauses, order } from "../../core/order608/clauses.ts";
import { Locale } from "../../core/register/locale.ts";

const official = {
  kk: readFileSync(new URL("../../docs/order-608/order.kk.txt", import.meta.url), "utf8"),
  ru: readFileSync(new URL("../../docs/order-608/order.ru.txt", import.meta.url), "utf8"),
};
const languages = ["kk", "ru"] as const;

/** The text of a paragraph of the Rules with its subpoints. */
function paragraph(language: "kk" | "ru", number: string): string {
  const rules = official[language].slice(official[language].search(/^(Глава 1\.|1-тарау\.)/m));
  const start = rules.search(new RegExp(`^[\\s\\u00a0]+${number}\\. `, "m"));
  const rest = rules.slice(start);
  const end = rest.slice(10).search(/^[\s\u00a0]+\d+\. /m);
  return end < 0 ? rest : rest.slice(0, end + 10);
}

const numbersOf = (sentences: ReturnType<typeof clausesOf>): readonly string[] => sentences.map(({ number }) => number);

describe.each(languages)("the Order's words in %s", (language) => {
  test.each(orderClauseIds)("p. %s stands verbatim in its paragraph", (id) => {
    const [, number = id, subpoint] = /^(\d+)(?:\((\d+)\))?$/.exec(id) ?? [];
    const lead = subpoint === undefined ? `${number}. ` : `${subpoint}) `;
    expect(paragraph(language, number)).toContain(lead + orderClause(id)[language]);
  });

  test("title and citation open the official text", () => {
    expect(official[language].startsWith(`${order.title[language]}\n\n${order.citation[language]}\n`)).toBe(true);
  });

  test("a letter's quotation leaves out but never changes", () => {
    for (const id of orderClauseIds) {
      const sentence = orderClause(id);
      if (sentence.kind !== "verbatim") throw new Error("A clause of the Order is verbatim.");
      const number = id.replace(/\(.*$/, "");
      let from = 0;
      for (const part of sentence.quote[language].split(" […]").map((piece) => piece.trim())) {
        const pieces = id.startsWith("8(1)") || id === "6(1)" ? part.split(/(?<=:) /) : [part];
        for (const piece of pieces) {
          const found = paragraph(language, number).indexOf(piece, from);
          expect(found, `${id}: ${piece}`).toBeGreaterThanOrEqual(from);
          from = found + piece.length;
        }
      }
    }
  });
});

test.each(orderClauseIds)("p. %s has words in every language, and so has each part of its quotation", (id) => {
  const sentence = orderClause(id);
  if (sentence.kind !== "verbatim") throw new Error("A clause of the Order is verbatim.");
  for (const language of Locale.options) {
    expect(sentence[language]).toMatch(/^\S.*\S$/s);
    const quote = sentence.quote[language].replace(/ \[…\]$/, "");
    for (const part of quote.split(" […]")) expect(part, language).toMatch(/\S/);
  }
});

test.each([
  [
    "3",
    "In reporting, heads of territorial police bodies are guided by […] the laws of the Republic of Kazakhstan […] “On",
  ],
  [
    "6(1)",
    "The report of the head of a territorial police body covers: 1) the crime situation in the territory served",
  ],
  ["6(10)", "The report of the head of a territorial police body covers: […] 10) "],
  ["6(2)", "The report of the head of a territorial police body covers: […] 2) results of republican"],
] as const)("p. %s is led in by its paragraph, and what is left out is shown", (id, begins) => {
  expect(orderClause(id)).toMatchObject({ kind: "verbatim", act: "order608", number: id });
  const sentence = orderClause(id);
  expect("quote" in sentence && sentence.quote.en.startsWith(begins)).toBe(true);
});

test("a quotation that ends amid a sentence shows it, and is made once", () => {
  const end = (id: "2" | "3") => {
    const sentence = orderClause(id);
    return "quote" in sentence ? sentence.quote.en.slice(-4) : "";
  };
  expect([end("2"), end("3")]).toEqual([" […]", "les."]);
  expect(orderClause("2")).toBe(orderClause("2"));
});

test("every obligation rests on the clauses of SPEC 4", () => {
  const bases = Object.fromEntries(ObligationId.options.map((id) => [id, numbersOf(clausesOf(id)).join(" ")]));
  expect(bases).toEqual({
    schedule: "8(1)",
    report: "4",
    notice: "8(2)",
    invitation: "4 11",
    venue: "9",
    content: "6 6(1) 6(2) 6(3) 6(4) 6(5) 6(6) 6(7) 6(8) 6(9) 6(10)",
    readiness: "2 3 21",
    protocol: "12 13 14 15",
    registration: "64(3)",
    reply: "16 76 99",
    transfer: "91(4)",
    "extension-notice": "76(3)",
    redirection: "17 65",
    records: "18",
    decision: "19",
  });
});

test("an article of the Code is never passed off as a quotation", () => {
  expect(codeArticle("76(3)")).toMatchObject({ kind: "paraphrase", act: "appc", number: "76(3)" });
  expect(codeArticle("76(3)")).not.toHaveProperty("quote");
});

test.each([
  ["protocol", ["protocol"], "14"],
  ["protocol", ["secretary", "head"], "14 15"],
  ["protocol", ["participants", "appeal:A-1", "head"], "13 14 15"],
  ["invitation", ["local-executive"], "4"],
  ["invitation", ["local-executive", "media"], "11"],
  ["invitation", ["media"], "11"],
  ["readiness", ["check"], "21"],
  ["readiness", ["inPerson"], "2"],
  ["readiness", ["inPerson", "clearedOfSecrets", "orderPlanned"], "2 3 21"],
  ["content", ["section:1"], "6"],
  ["notice", ["date"], "8(2)"],
] as const)("what governs %s with %j missing is p. %s", (obligation, missing, numbers) => {
  expect(numbersOf(governingClauses(obligation, missing)).join(" ")).toBe(numbers);
});

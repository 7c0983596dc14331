import type { Trilingual } from "../../register/locale.ts";
import { type CodeArticleId, codeArticles } from "./code-article.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import { type ClauseWords, type OrderClauseId, orderClauseIds } from "./order-clause.ts";
import { ru } from "./ru.ts";

/** One sentence that an obligation rests on. */
export type Sentence = Trilingual &
  (
    | {
        /** The Order's own words (kk, ru). */
        readonly kind: "verbatim";
        readonly act: "order608";
        readonly number: string;
        /** The words as a letter quotes them: led in by their paragraph, a long clause cut to what governs, cuts shown. */
        readonly quote: Trilingual;
      }
    | {
        /** Our words for an article of the Administrative Procedural Code. */
        readonly kind: "paraphrase";
        readonly act: "appc";
        readonly number: string;
      }
  );

const cut = " […]";

function quoteOf(number: OrderClauseId, words: ClauseWords): string {
  const { text, short } = words[number];
  const [, paragraph, subpoint] = /^(6|8)\((\d+)\)$/.exec(number) ?? [];
  if (paragraph === "6" || paragraph === "8") {
    return `${words[paragraph].text}${subpoint === "1" ? "" : cut} ${subpoint}) ${text}`;
  }
  if (!short) return text;
  const joined = short.join(`${cut} `);
  return joined.endsWith(".") ? joined : `${joined}${cut}`;
}

/** A clause of the Order in its own words, with what a letter quotes of them. */
export const verbatim = (number: string, { kk, ru, en }: Trilingual, quote: Trilingual = { kk, ru, en }): Sentence => ({
  ...{ kind: "verbatim", act: "order608", number },
  ...{ kk, ru, en, quote },
});

/** An article of the Code in our words. */
export const paraphrase = (number: string, words: Trilingual): Sentence => ({
  ...{ kind: "paraphrase", act: "appc", number },
  ...words,
});

const inEach = (word: (words: ClauseWords) => string): Trilingual => ({ kk: word(kk), ru: word(ru), en: word(en) });

const clauseOf = (id: OrderClauseId): Sentence =>
  verbatim(
    id,
    inEach((words) => words[id].text),
    inEach((words) => quoteOf(id, words)),
  );

const verbatims = new Map(orderClauseIds.map((id) => [id, clauseOf(id)]));

/** A clause of the Order, verbatim. */
export const orderClause = (id: OrderClauseId): Sentence => verbatims.get(id) ?? clauseOf(id);

/** An article of the Code, paraphrased. */
export const codeArticle = (number: CodeArticleId): Sentence => paraphrase(number, codeArticles[number]);

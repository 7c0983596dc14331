import { expect, test } from "vitest";
import { codeArticle, orderClause } from "../../core/order608/clauses/sentence.ts";
import { Locale } from "../../core/register/locale.ts";
import { wordCitation, wordClause } from "../../core/wording/word-clause.ts";

test.each([
  [orderClause("14"), "№ 608 бұйрық, 14-тармақ", "Приказ № 608, пункт 14", "Order No. 608, paragraph 14"],
  [
    orderClause("8(2)"),
    "№ 608 бұйрық, 8-тармақ, 2) тармақша",
    "Приказ № 608, пункт 8, подпункт 2)",
    "Order No. 608, paragraph 8, subparagraph 2)",
  ],
  [
    orderClause("6(10)"),
    "№ 608 бұйрық, 6-тармақ, 10) тармақша",
    "Приказ № 608, пункт 6, подпункт 10)",
    "Order No. 608, paragraph 6, subparagraph 10)",
  ],
  [codeArticle("99"), "ӘРПК, 99-бап", "АППК, статья 99", "APPC, article 99"],
  [codeArticle("76(3)"), "ӘРПК, 76-бап, 3-бөлік", "АППК, статья 76, часть 3", "APPC, article 76, part 3"],
])("a clause is cited as the office cites it: %j", (sentence, ...cited) => {
  expect(Locale.options.map((locale) => wordCitation(sentence, locale))).toEqual(cited);
});

test("the Order is quoted, and its translation is marked as unofficial", () => {
  expect(Locale.options.map((locale) => wordClause(orderClause("14"), locale))).toEqual([
    "«Есеп хаттамасы тікелей өткізілген күні ресімделеді.»",
    "«Протокол отчета оформляется непосредственно в день его проведения.»",
    "“The protocol of the report is drawn up on the very day of the report.” (unofficial translation)",
  ]);
});

test("an article of the Code is told in our words and marked so, without quotation marks", () => {
  expect(Locale.options.map((locale) => wordClause(codeArticle("99"), locale))).toEqual([
    "Шағымды қарау мерзімі – жиырма жұмыс күні. (мазмұндама)",
    "Срок рассмотрения жалобы – двадцать рабочих дней. (в изложении)",
    "A complaint is considered within twenty working days. (paraphrase)",
  ]);
});

import type { Bilingual } from "../register/locale.ts";

/** Kazakh letters as people without a Kazakh keyboard type them, and «ё». */
const PLAIN: Readonly<Record<string, string>> = {
  ә: "а",
  ғ: "г",
  қ: "к",
  ң: "н",
  ө: "о",
  ұ: "у",
  ү: "у",
  һ: "х",
  і: "и",
  ё: "е",
};

const plain = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[әғқңөұүһіё]/g, (letter) => PLAIN[letter] ?? letter);

/** Whether every word of a search stands in a body's id or in its name in either language; `Көкшетау` is found by `кокш`. */
export function matchesSearch(
  search: string,
  { body, name }: { readonly body: string; readonly name: Bilingual },
): boolean {
  if (search === "") return true;
  const text = plain(`${body} ${name.kk} ${name.ru}`);
  // Between two spaces stands an empty word, which every text holds.
  return plain(search)
    .split(/\s/)
    .every((word) => text.includes(word));
}

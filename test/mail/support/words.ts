import { unescaped } from "../../web/support/html.ts";

/** What a reader of an HTML letter sees, and where its links lead. */
export const visible = (html: string): string =>
  unescaped(
    html
      .replace(/<(style|title)>.*?<\/\1>|<div style="display:none[^>]*>.*?<\/div>|<!--.*?-->/gs, " ")
      .replace(/<a [^>]*href="([^"]*)"[^>]*>/g, " $1 ")
      .replace(/<[^>]+>/g, " "),
  );

/** Words and numbers in order of the alphabet: layout and punctuation aside, what a version says. */
export const wordsOf = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{N}][\p{L}\p{N}./:?&=#-]*/gu) ?? []).map((word) => word.replace(/[./:?-]+$/, "")).toSorted();

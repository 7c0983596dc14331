/**
 * What a spreadsheet would run as a formula: a cell that begins, after spaces and apostrophes, with one of the signs that
 * open one (in either width), or with a tab or line break that it skips.
 */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@|%＝＋－＠])/u;

/** A text as a cell that no spreadsheet takes for a formula: an apostrophe goes before what would be one. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text of a cell that {@link guardFormula} may have made; other cells are what they are. */
export const unguardFormula = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

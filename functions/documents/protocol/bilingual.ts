import type { Bilingual } from "../../../core/register/locale.ts";

/** A row of a table in both languages. */
export type Line = readonly Bilingual[];

/** Both languages in one line; once where they are the same, as numbers and names are. */
export const oneLine = ({ kk, ru }: Bilingual): string => (kk === ru ? kk : `${kk} / ${ru}`);

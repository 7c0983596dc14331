/** The clauses of the Rules approved by Order 608 that obligations rest on; `6` and `8` are the words that lead their subpoints. */
export const orderClauseIds = [
  "2",
  "3",
  "4",
  "6",
  "6(1)",
  "6(2)",
  "6(3)",
  "6(4)",
  "6(5)",
  "6(6)",
  "6(7)",
  "6(8)",
  "6(9)",
  "6(10)",
  "8",
  "8(1)",
  "8(2)",
  "9",
  "11",
  "12",
  "13",
  "14",
  "15",
  "16",
  "17",
  "18",
  "19",
  "21",
] as const;
export type OrderClauseId = (typeof orderClauseIds)[number];

/** A clause's words in one language. */
export interface ClauseText {
  readonly text: string;
  /** Parts of `text` and of its paragraph, unaltered and in order, that say what governs; given when `text` is long. */
  readonly short?: readonly string[];
}

/** Every clause in one language. */
export type ClauseWords = Readonly<Record<OrderClauseId, ClauseText>>;

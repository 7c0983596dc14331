import type { Day } from "../../../core/calendar/day.ts";
import type { State } from "../../../core/order608/finding.ts";

/** What the cells of a column are: text, whole numbers, days, or shares from 0 to 1. */
export type Kind = "text" | "number" | "day" | "share";

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly kind: Kind;
  /** About how many characters it wants; all of a row's are shared out by it. */
  readonly width: number;
}

/** A cell: what its column says it is, or nothing. A {@link Day} is a number. */
export type Value = string | number | Day | null;

export interface Cell {
  readonly value: Value;
  /** Colours it; its words say the same. */
  readonly tone?: State;
}

/** A table of a document, worded but not laid out: every form of the document shows it. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that sum up those above them. */
  readonly totals?: readonly (readonly Cell[])[];
  /** What is said when there are no rows. */
  readonly empty: string;
}

const column =
  (kind: Kind) =>
  (title: string, width: number): Column => ({ title, kind, width });

export const textColumn = column("text");
export const numberColumn = column("number");
export const dayColumn = column("day");
export const shareColumn = column("share");

/** Cells without colour. */
export const plain = (values: readonly Value[]): Cell[] => values.map((value) => ({ value }));

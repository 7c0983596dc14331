import type { Random } from "./random.ts";

/** How well a body keeps its terms, best first. */
const DILIGENCES = ["exemplary", "careful", "usual", "careless"] as const;
export type Diligence = (typeof DILIGENCES)[number];

type Row<Style extends string> = readonly [Style, number, number, number, number];

/** The ways in which one step can go, each with its weight for every diligence in the order of {@link DILIGENCES}. */
type Styles<Style extends string> = readonly Row<Style>[];

const styles = <Style extends string>(...rows: readonly Row<Style>[]): Styles<Style> => rows;

/** One of the ways in which a step can go. */
export function choose<Style extends string>(random: Random, diligence: Diligence, rows: Styles<Style>): Style {
  const weightOf = ([, ...weights]: Row<Style>): number => weights[DILIGENCES.indexOf(diligence)] ?? 0;
  let left = random.int(
    1,
    rows.reduce((sum, row) => sum + weightOf(row), 0),
  );
  for (const row of rows) {
    left -= weightOf(row);
    if (left <= 0) return row[0];
  }
  throw new RangeError("A step needs a way to go that has a weight.");
}

/** Six of ten bodies are careful, one of ten is careless. */
export const diligenceOf = (random: Random): Diligence =>
  choose(
    random,
    "usual",
    styles<Diligence>(["careful", 0, 0, 60, 0], ["usual", 0, 0, 30, 0], ["careless", 0, 0, 10, 0]),
  );

export const SCHEDULE = styles(["timely", 1, 94, 84, 45], ["late", 0, 5, 12, 30], ["never", 0, 1, 4, 25]);

export const MEETING = styles(
  ["held", 1, 97, 91, 66],
  ["unconfirmed", 0, 1, 4, 12],
  ["after-quarter", 0, 1, 2, 10],
  ["none", 0, 1, 3, 12],
);

export const NOTICE = styles(
  ["complete", 3, 66, 52, 22],
  ["two-parts", 1, 24, 17, 8],
  ["late", 0, 4, 11, 20],
  ["no-questions", 0, 2, 8, 20],
  ["wrong-place", 0, 1, 3, 12],
  ["corrected", 0, 2, 5, 4],
  ["none", 0, 1, 4, 14],
);

export const INVITATION = styles(
  ["complete", 1, 86, 62, 30],
  ["late", 0, 9, 18, 20],
  ["some-groups", 0, 4, 16, 34],
  ["none", 0, 1, 4, 16],
);

export const VENUE = styles(
  ["fit", 1, 84, 64, 36],
  ["late", 0, 9, 16, 18],
  ["too-small", 0, 3, 9, 18],
  ["unhygienic", 0, 1, 3, 6],
  ["uncounted", 0, 2, 4, 6],
  ["none", 0, 1, 4, 16],
);

export const CONTENT = styles(["complete", 1, 94, 80, 50], ["incomplete", 0, 5, 15, 32], ["none", 0, 1, 5, 18]);

export const READINESS = styles(["complete", 1, 95, 84, 56], ["incomplete", 0, 4, 11, 28], ["none", 0, 1, 5, 16]);

export const PROTOCOL = styles(
  ["same-day", 1, 88, 68, 34],
  ["signed-later", 0, 6, 14, 20],
  ["unsigned", 0, 1, 4, 10],
  ["drawn-up-later", 0, 3, 8, 14],
  ["incomplete", 0, 1, 3, 6],
  ["none", 0, 1, 3, 16],
);

export const RECORDS = styles(["timely", 1, 90, 74, 40], ["late", 0, 8, 18, 32], ["none", 0, 2, 8, 28]);

export const REGISTRATION = styles(["timely", 1, 92, 80, 50], ["late", 0, 7, 16, 32], ["never", 0, 1, 4, 18]);

export const REPLY = styles(["timely", 1, 88, 72, 46], ["late", 0, 8, 18, 30], ["open", 0, 4, 10, 24]);

export const TRANSFER = styles(["timely", 1, 88, 72, 46], ["late", 0, 8, 18, 30], ["never", 0, 4, 10, 24]);

export const REDIRECTION = styles(
  ["timely", 1, 84, 66, 40],
  ["late", 0, 8, 16, 24],
  ["without-notice", 0, 6, 12, 20],
  ["never", 0, 2, 6, 16],
);

export const EXTENSION = styles(
  ["none", 1, 92, 88, 84],
  ["valid", 0, 6, 6, 4],
  ["notified-late", 0, 1, 3, 4],
  ["too-long", 0, 1, 2, 4],
  ["after-due", 0, 0, 1, 4],
);

export const DECISION = styles(["timely", 1, 82, 66, 40], ["late", 0, 12, 20, 28], ["open", 0, 6, 14, 32]);

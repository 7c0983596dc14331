import * as z from "zod";
import { EscalationRole } from "./role.ts";

/** A stage's place on the ladder: from which day it is counted, how far, and at what time of day. */
export interface StagePlace {
  /** `breach` is the first day beyond cure. */
  readonly anchor: "target" | "due" | "breach";
  /** Calendar or working days after (< 0: before) the anchor. */
  readonly offset: number;
  readonly working: boolean;
  /** `HH:MM` in the ministry's zone; null means the day's first slot. */
  readonly time: string | null;
}

const StageText = /^(?:breach|(target|due)(?:([+-])(\d{1,4})(wd)?)?)(?:@((?:[01]\d|2[0-3]):[0-5]\d))?$/;

function parseStage(at: string): StagePlace | undefined {
  const match = StageText.exec(at);
  if (!match) return undefined;
  const [, anchor, sign, count, working, time] = match;
  return {
    anchor: anchor === "target" || anchor === "due" ? anchor : "breach",
    offset: count === undefined ? 0 : Number(count) * (sign === "-" ? -1 : 1),
    working: working !== undefined,
    time: time ?? null,
  };
}

/** One rung of a ladder: when (`ANCHOR±N`, `ANCHOR±Nwd`, optionally `@HH:MM`, or `breach`) and to whom (SPEC 5). */
export const Stage = z.strictObject({
  at: z
    .string()
    .refine((at) => parseStage(at) !== undefined, "is no stage: ANCHOR±N, ANCHOR±Nwd or breach, optionally @HH:MM"),
  to: z.array(EscalationRole).min(1, "needs at least one role"),
});
export type Stage = z.output<typeof Stage>;

/** An obligation's ladder; `every` holds the gaps in days after the last stage, the last gap going on for ever. */
export const Ladder = z
  .strictObject({
    stages: z.array(Stage),
    every: z.array(z.int().positive("must be at least one day")).exactOptional(),
  })
  .refine(({ stages }) => new Set(stages.map(({ at }) => at)).size === stages.length, {
    path: ["stages"],
    message: "lists a stage twice",
  })
  .refine(({ stages, every }) => every === undefined || every.length === 0 || stages.length > 0, {
    path: ["every"],
    message: "needs a stage to be counted from",
  });
export type Ladder = z.output<typeof Ladder>;

const places = new Map<string, StagePlace>();

/** The place of a stage's `at`; throws a RangeError when it is none, which a parsed policy excludes. */
export function placeOf(at: string): StagePlace {
  const known = places.get(at);
  if (known) return known;
  const place = parseStage(at);
  if (!place) throw new RangeError(`"${at}" is no stage of a ladder.`);
  places.set(at, place);
  return place;
}

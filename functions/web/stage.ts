import type { Catalogue } from "../../core/wording/catalogue.ts";

/** A stage of the ladder as the ledger remembers it, in words: a reminder, the due day, overdue, a breach or a repeat. */
export function wordLadderStage(stage: string, { stages }: Pick<Catalogue, "stages">): string {
  const repeat = /^repeat-(\d+)$/.exec(stage);
  if (repeat) return stages.repeat(Number(repeat[1]));
  if (stage === "breach") return stages.breach;
  if (/^due(@|$)/.test(stage)) return stages.today;
  return stage.includes("+") ? stages.overdue : stages.reminder;
}

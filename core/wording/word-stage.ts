import type { LetterItem } from "../escalation/letter.ts";
import type { Locale } from "../register/locale.ts";
import { catalogueOf } from "./wording.ts";

/** What kind of message an item is: a reminder, the due day itself, overdue, a breach or a numbered repeat. */
export function wordStage({ finding, stage }: Pick<LetterItem, "finding" | "stage">, locale: Locale): string {
  const { stages } = catalogueOf(locale);
  const repeat = /^repeat-(\d+)$/.exec(stage);
  if (repeat) return stages.repeat(Number(repeat[1]));
  if (finding.state === "breached") return stages.breach;
  if (finding.daysLeft === 0) return stages.today;
  return finding.daysLeft < 0 ? stages.overdue : stages.reminder;
}

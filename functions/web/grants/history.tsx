import type { AuditEntry } from "../../../core/audit/entry.ts";
import type { Grant } from "../../../core/register/grant.ts";
import type { Register } from "../../../core/register/register.ts";
import { HistoryTable } from "../history.tsx";
import type { Page } from "../page.ts";
import { grantTexts } from "./texts.ts";
import { wordGrant } from "./words.ts";

interface HistoryProps {
  readonly page: Page;
  readonly register: Register;
  readonly history: readonly AuditEntry[];
}

/** Who changed what of somebody's grants, when and why. */
export const History = ({ page, register, history }: HistoryProps) => {
  const texts = grantTexts(page.locale);
  return history.length === 0 ? null : (
    <HistoryTable
      {...{ page, register, history, texts }}
      heads={[texts.before, texts.after]}
      cells={(entry) => [sideOf(entry, "before", page, register), sideOf(entry, "after", page, register)]}
    />
  );
};

/** One side of what an entry changed; names are shown as they are, grants in words. */
function sideOf({ changes }: AuditEntry, side: "before" | "after", page: Page, register: Register): string {
  return changes
    .flatMap((change) => {
      const value = change[side];
      if (value === undefined) return [];
      return Array.isArray(value) ? value.map((one) => wordGrant(one as Grant, page, register)) : [String(value)]; // as entries have it
    })
    .join("; ");
}

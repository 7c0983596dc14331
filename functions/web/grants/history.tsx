import type { AuditEntry } from "../../../core/audit/entry.ts";
import { formatMinutes } from "../../../core/calendar/time.ts";
import { localTime } from "../../../core/calendar/zone.ts";
import type { Grant } from "../../../core/register/grant.ts";
import type { Register } from "../../../core/register/register.ts";
import type { Page } from "../page.ts";
import { DayTime, Scroll } from "../parts.tsx";
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
    <Scroll label={texts.history}>
      <table>
        <caption>{texts.history}</caption>
        <thead>
          <tr>
            {[texts.when, texts.who, texts.reason, texts.before, texts.after].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {history.map((entry) => (
            <tr>
              <td>
                <Moment page={page} entry={entry} register={register} />
              </td>
              <td>{entry.by.name}</td>
              <td>{entry.reason}</td>
              <td>{sideOf(entry, "before", page, register)}</td>
              <td>{sideOf(entry, "after", page, register)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

/** The moment of an entry on the ministry's clock. */
export const Moment = ({ page, entry, register }: { page: Page; entry: AuditEntry; register: Register }) => {
  const { day, minutes } = localTime(entry.at, register.ministry.zone);
  return <DayTime page={page} day={day} time={formatMinutes(minutes)} />;
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

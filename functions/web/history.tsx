import type { Child } from "hono/jsx";
import type { AuditEntry } from "../../core/audit/entry.ts";
import { formatMinutes } from "../../core/calendar/time.ts";
import { localTime } from "../../core/calendar/zone.ts";
import type { Register } from "../../core/register/register.ts";
import type { Page } from "./page.ts";
import { DayTime, Scroll } from "./parts.tsx";

interface HistoryProps {
  readonly page: Page;
  readonly register: Register;
  readonly history: readonly AuditEntry[];
  /** Names of the columns: when, who and why, and after them what `cells` shows. */
  readonly texts: { readonly history: string; readonly when: string; readonly who: string; readonly reason: string };
  readonly heads: readonly string[];
  readonly cells: (entry: AuditEntry) => readonly Child[];
}

/** Who changed what, when and why. */
export const HistoryTable = ({ page, register, history, texts, heads, cells }: HistoryProps) => (
  <Scroll label={texts.history}>
    <table>
      <caption>{texts.history}</caption>
      <thead>
        <tr>
          {[texts.when, texts.who, texts.reason, ...heads].map((head) => (
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
            {cells(entry).map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

/** The moment of an entry on the ministry's clock. */
export const Moment = ({ page, entry, register }: { page: Page; entry: AuditEntry; register: Register }) => {
  const { day, minutes } = localTime(entry.at, register.ministry.zone);
  return <DayTime page={page} day={day} time={formatMinutes(minutes)} />;
};

import type { Child } from "hono/jsx";
import type { AuditEntry } from "../../core/audit/entry.ts";
import type { Register } from "../../core/register/register.ts";
import type { Page } from "./page.ts";
import { MomentTime, Scroll } from "./parts.tsx";

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
              <MomentTime at={entry.at} zone={register.ministry.zone} page={page} />
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

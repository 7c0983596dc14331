import type { AuditEntry } from "../../../core/audit/entry.ts";
import type { Dossier } from "../../../core/dossier/dossier.ts";
import type { Page } from "../page.ts";
import { DayTime, MomentTime } from "../parts.tsx";
import { wordCommand } from "../record/texts/commands.ts";
import { labelsOf } from "../record/texts/labels.ts";
import { Changes } from "./changes.tsx";

interface EntriesProps {
  readonly entries: readonly AuditEntry[];
  readonly dossier: Dossier | null;
  /** The body's own zone, in which moments are shown. */
  readonly zone: string;
  readonly page: Page;
}

/** Entries of a record's history, newest first. */
export const Entries = ({ entries, dossier, zone, page }: EntriesProps) => (
  <ol class="history">
    {entries.map((entry) => (
      <li id={`v${entry.version}`}>
        <p>
          <strong>{wordCommand(entry.command, page.locale)}</strong>
          <br />
          <span class="quiet">
            <Recorded entry={entry} zone={zone} page={page} /> · {entry.by.name}
          </span>
        </p>
        {entry.reason === null ? null : (
          <p>
            {labelsOf(page.locale).reason}: {entry.reason}
          </p>
        )}
        <Changes changes={entry.changes} dossier={dossier} page={page} />
      </li>
    ))}
  </ol>
);

/** The moment on the machine's clock; in a demo, whose clock is moved, the day that the law's clock showed. */
const Recorded = ({ entry, zone, page }: { entry: AuditEntry; zone: string; page: Page }) =>
  page.demo ? <DayTime day={entry.day} page={page} /> : <MomentTime at={entry.at} zone={zone} page={page} />;

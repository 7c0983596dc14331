import type { FieldChange } from "../../../core/audit/entry.ts";
import type { Applied } from "../../../core/order608/policy-versions.ts";
import type { Page } from "../page.ts";
import { DayTime, Empty, Scroll } from "../parts.tsx";
import { settingsTexts } from "./texts/texts.ts";

/** One version with what it changed. */
export interface VersionRow {
  readonly version: Applied;
  readonly changes: readonly FieldChange[];
}

interface VersionsProps {
  readonly page: Page;
  readonly rows: readonly VersionRow[];
  /** The number of the version in force; null before the first. */
  readonly present: number | null;
  /** A change in words. */
  readonly word: (change: FieldChange) => string;
  /** Where a former version is looked at before it is applied again; absent for who may not. */
  readonly undoAt?: string | undefined;
}

/** Every applied version, newest first; each can be returned to. */
export const Versions = ({ page, rows, present, word, undoAt }: VersionsProps) => {
  const { change } = settingsTexts(page.locale);
  return (
    <div class="card">
      <h2>{change.history}</h2>
      <p class="quiet">{change.historyIntro}</p>
      {rows.length === 0 ? (
        <Empty>{change.noVersions}</Empty>
      ) : (
        <Scroll label={change.history}>
          <table>
            <caption class="sr">{change.history}</caption>
            <thead>
              <tr>
                {[change.number, change.begins, change.by, change.reason, change.what].map((title) => (
                  <th scope="col">{title}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...rows].reverse().map(({ version, changes }) => (
                <tr>
                  <th scope="row">
                    {version.number}
                    {version.number === present ? <span class="tag met">{change.inForce}</span> : null}
                    <Undo page={page} number={version.number} isShown={version.number !== present} undoAt={undoAt} />
                  </th>
                  <td>
                    <DayTime day={version.from} page={page} />
                  </td>
                  <td>{version.name ?? version.by}</td>
                  <td>{version.reason}</td>
                  <td>
                    <ChangeList changes={changes} word={word} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <Undo page={page} number={0} isShown={present !== null} undoAt={undoAt} />
    </div>
  );
};

const MOST = 12;

/** What was changed, in words; a long list is cut. */
export const ChangeList = ({ changes, word }: { changes: readonly FieldChange[]; word: VersionsProps["word"] }) => {
  const texts = [...new Set(changes.map(word))];
  return (
    <ul>
      {texts.slice(0, MOST).map((text) => (
        <li>{text}</li>
      ))}
      {texts.length > MOST ? <li>…</li> : null}
    </ul>
  );
};

/** A button, since a link must change nothing and the look ahead takes a while. */
const Undo = ({
  page,
  number,
  isShown,
  undoAt,
}: Pick<VersionsProps, "page" | "undoAt"> & { number: number; isShown: boolean }) => {
  const { change } = settingsTexts(page.locale);
  if (!isShown || undoAt === undefined) return null;
  return (
    <form method="post" action={undoAt}>
      <input type="hidden" name="kind" value="former" />
      <input type="hidden" name="former" value={String(number)} />
      <button type="submit" class="plain">
        {number === 0 ? change.undoFirst : change.undo(number)}
      </button>
    </form>
  );
};

import type { FieldChange } from "../../../core/audit/entry.ts";
import type { Dossier } from "../../../core/dossier/dossier.ts";
import { splitPath } from "../../../core/dossier/fact-path.ts";
import type { Page } from "../page.ts";
import { Hidden } from "../parts.tsx";
import { wordPath, wordValue } from "../record/word-fact.ts";
import { withoutIndexes } from "./plain-lists.ts";
import { auditTexts } from "./texts.ts";

interface ChangesProps {
  readonly changes: readonly FieldChange[];
  /** Names the meetings of the paths; by their ids where there is none. */
  readonly dossier: Pick<Dossier, "meetings"> | null;
  readonly page: Page;
}

/** What was changed, field by field, before and after, in words. */
export const Changes = ({ changes, dossier, page }: ChangesProps) => (
  <ul class="changes">
    {withoutIndexes(changes).map(({ path, before, after }) => {
      const segments = splitPath(path);
      const key = segments.at(-1) ?? "";
      return (
        <li>
          <span class="quiet">{wordPath(segments, dossier, page.locale)}</span>
          <span>
            {before === undefined ? null : (
              <del>
                <Hidden>{auditTexts(page.locale).before}: </Hidden>
                {wordValue(before, nameOf(segments, key), page.locale)}
              </del>
            )}{" "}
            {after === undefined ? null : (
              <ins>
                <Hidden>{auditTexts(page.locale).after}: </Hidden>
                {wordValue(after, nameOf(segments, key), page.locale)}
              </ins>
            )}
          </span>
        </li>
      );
    })}
  </ul>
);

/** An item of a list is worded by the list's name. */
const nameOf = (segments: readonly string[], key: string): string =>
  /^(meetings|notices|appeals|decisions|signatures|waivers)$/.test(segments.at(-2) ?? "")
    ? (segments.at(-2) ?? key)
    : key;

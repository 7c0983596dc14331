import { Entries } from "../audit/entries.tsx";
import { auditPath } from "../audit/page.tsx";
import { auditTexts } from "../audit/texts.ts";
import type { Page } from "../page.ts";
import { Empty } from "../parts.tsx";
import type { BodyView } from "./view.ts";

/** How many entries a body's page shows; all stand on a page of their own. */
const SHOWN = 3;

/** Who changed what of this campaign's record lately, for those who may know. */
export const RecentChanges = ({ page, view: { body, campaign, history, stored } }: { page: Page; view: BodyView }) => {
  if (!history) return null;
  const texts = auditTexts(page.locale);
  const { entries } = history;
  return (
    <section class="card" aria-labelledby="changes-title">
      <h2 id="changes-title">{texts.recent}</h2>
      {entries.length === 0 ? <Empty>{texts.empty}</Empty> : null}
      <Entries entries={entries.slice(-SHOWN).toReversed()} dossier={stored} zone={body.zone} page={page} />
      {entries.length === 0 ? null : (
        <p>
          <a href={auditPath(body.id, campaign)}>{texts.all(entries.length)}</a>
        </p>
      )}
    </section>
  );
};

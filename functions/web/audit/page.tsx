import type { AuditEntry } from "../../../core/audit/entry.ts";
import type { ChainReport } from "../../../core/audit/verify-chain.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Empty, Name } from "../parts.tsx";
import { bodyPath, withQuery } from "../paths.ts";
import { wordCommand } from "../record/texts/commands.ts";
import type { RecordView } from "../record/view.ts";
import { Entries } from "./entries.tsx";
import { auditTexts } from "./texts.ts";

interface AuditPageProps {
  readonly page: Page;
  readonly view: RecordView;
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  readonly chain: ChainReport;
  readonly command: string;
  /** Only entries before this version are shown. */
  readonly before: number | undefined;
}

/** How many entries one page shows. */
const SHOWN = 50;

/** The address of a body's history. */
export const auditPath = (body: string, campaign: number, more: { command?: string; before?: number } = {}): string =>
  withQuery(`/bodies/${encodeURIComponent(body)}/audit`, { campaign, ...more });

/** Who changed what of a body's record, when and why. */
export const AuditPage = ({ page, view, entries, chain, command, before }: AuditPageProps) => {
  const texts = auditTexts(page.locale);
  const { body, key } = view;
  const fitting = entries.filter(
    (entry) => (command === "" || entry.command === command) && (before === undefined || entry.version < before),
  );
  const shown = fitting.slice(0, SHOWN);
  const last = shown.at(-1);
  return (
    <Layout page={page} title={texts.title} section="overview">
      <div class="lead">
        <p class="quiet">
          <a href={bodyPath(body.id, key.campaign)}>
            <Name name={body.name} page={page} />
          </a>
          {" › "}
          {page.words.subjects.campaign(key.campaign)}
        </p>
        <h1>{texts.title}</h1>
        <p>{texts.intro}</p>
        {entries.length === 0 ? null : <Chain chain={chain} page={page} />}
      </div>
      <Filter page={page} entries={entries} command={command} campaign={key.campaign} />
      <section class="card" aria-label={texts.title}>
        {entries.length === 0 ? <Empty>{texts.empty}</Empty> : null}
        {entries.length > 0 && fitting.length === 0 ? <Empty>{texts.filtered}</Empty> : null}
        <Entries entries={shown} dossier={view.dossier} zone={body.zone} page={page} />
        {last && fitting.length > shown.length ? (
          <p>
            <a href={auditPath(body.id, key.campaign, { command, before: last.version })}>{texts.older}</a>
          </p>
        ) : null}
      </section>
    </Layout>
  );
};

const Chain = ({ chain, page }: { chain: ChainReport; page: Page }) => {
  const texts = auditTexts(page.locale);
  if (chain.kind === "intact") return <p class="quiet">{texts.intact(chain.entries)}</p>;
  return (
    <div class="alert" role="alert">
      <p>{texts.broken(chain.version)}</p>
    </div>
  );
};

const Filter = ({
  page,
  entries,
  command,
  campaign,
}: Pick<AuditPageProps, "page" | "entries" | "command"> & { campaign: number }) => {
  const texts = auditTexts(page.locale);
  const commands = [...new Set(entries.map((entry) => entry.command))];
  if (commands.length < 2) return null;
  return (
    <form class="filters" method="get" action={page.url.pathname}>
      <input type="hidden" name="campaign" value={String(campaign)} />
      <div class="field">
        <label for="filter-command">{texts.command}</label>
        <select id="filter-command" name="command">
          <option value="">{texts.every}</option>
          {commands.map((name) => (
            <option value={name} selected={name === command}>
              {wordCommand(name, page.locale)}
            </option>
          ))}
        </select>
      </div>
      <div class="actions">
        <button type="submit">{texts.apply}</button>
      </div>
    </form>
  );
};

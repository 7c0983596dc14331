import type { FieldChange } from "../../../core/audit/entry.ts";
import type { Locale } from "../../../core/register/locale.ts";
import type { Difference, ImportPlan } from "../../../core/use-cases/register-changes/import-plan.ts";
import { changesAnything, type ImportPreview } from "../../../core/use-cases/register-changes/import-runs.ts";
import type { ImportFault } from "../../../core/use-cases/register-changes/import-wish.ts";
import { ReasonField } from "../forms/controls.tsx";
import { Form } from "../forms/form.tsx";
import type { FormState } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Empty, Scroll } from "../parts.tsx";
import { faultWords } from "./fault-words.ts";
import { type ImportWords, importWords } from "./texts.ts";

interface PreviewProps {
  readonly page: Page;
  readonly preview: ImportPreview;
  readonly form: FormState;
  readonly request: string;
  /** The data have changed since they were shown. */
  readonly isChanged: boolean;
}

/** What an import would do, and the way to do it. */
export const PreviewPage = ({ page, preview, form, request, isChanged }: PreviewProps) => {
  const words = importWords(page.locale);
  const { file, plan, seen, faults } = preview;
  const isApplicable = plan !== null && faults.length === 0 && changesAnything(plan);
  return (
    <Layout page={page} title={words.previewTitle} section="imports">
      <h1>{words.previewTitle}</h1>
      {isChanged ? <p class="alert">{words.again}</p> : null}
      {faults.length > 0 ? <Faults faults={faults} page={page} /> : null}
      {plan && faults.length === 0 ? <Plan plan={plan} words={words} /> : null}
      {isApplicable ? (
        <Form
          page={page}
          form={form}
          action="/imports"
          submit={words.apply}
          cancel="/imports"
          hidden={{ file, seen: seen ?? "", request }}
        >
          <ReasonField page={page} form={form} label={words.reason} help={words.reasonHelp} />
        </Form>
      ) : (
        <p>
          <a href="/imports">{words.title}</a>
        </p>
      )}
    </Layout>
  );
};

/** More than these would be no help. */
const SHOWN = 200;

const Faults = ({ faults, page }: { faults: readonly ImportFault[]; page: Page }) => {
  const words = importWords(page.locale);
  return (
    <>
      <p class="alert" role="alert">
        {words.faultsNote}
      </p>
      <Scroll label={words.faults(faults.length)}>
        <table>
          <caption>{words.faults(faults.length)}</caption>
          <thead>
            <tr>
              {[words.file, words.row, words.column, words.message].map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, SHOWN).map(({ file, row, column, path, message }) => (
              <tr>
                <td>{words.files[file]}</td>
                <td class="n">{row}</td>
                <td>
                  <code>{column ?? path}</code>
                </td>
                <Message message={message} locale={page.locale} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {faults.length > SHOWN ? <p>{words.more(faults.length - SHOWN)}</p> : null}
    </>
  );
};

const Message = ({ message, locale }: { message: string; locale: Locale }) => {
  const words = faultWords(message, locale);
  return words === null ? <td lang="en">{message}</td> : <td>{words}</td>;
};

const Plan = ({ plan, words }: { plan: ImportPlan; words: ImportWords }) => {
  if (!changesAnything(plan)) return <Empty>{words.nothing}</Empty>;
  const isOrder = plan.replacesRegister && plan.bodies.length === 0 && plan.policy.length === 0;
  return (
    <>
      {isOrder ? <p>{words.order}</p> : null}
      <Differences id="bodies" differences={plan.bodies} words={words} />
      <Differences id="dossiers" differences={plan.dossiers} words={words} />
      {plan.policy.length === 0 ? null : (
        <section class="card" aria-labelledby="policy-title">
          <h2 id="policy-title">{words.sections.policy}</h2>
          <Changes changes={plan.policy} words={words} />
        </section>
      )}
    </>
  );
};

/** How many records of each kind are shown one by one, and how many changes of each. */
const RECORDS = 40;
const CHANGES = 8;

const Differences = ({
  id,
  differences,
  words,
}: {
  id: "bodies" | "dossiers";
  differences: readonly Difference<unknown>[];
  words: ImportWords;
}) => {
  if (differences.length === 0) return null;
  const added = differences.filter(({ before }) => before === null);
  const removed = differences.filter(({ after }) => after === null);
  const changed = differences.filter(({ before, after }) => before !== null && after !== null);
  return (
    <section class="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.sections[id]}</h2>
      <p>{words.counts(added.length, changed.length, removed.length)}</p>
      <Names title={words.added} differences={added} words={words} />
      {changed.length === 0 ? null : <h3>{words.changed}</h3>}
      <ul class="items">
        {changed.slice(0, RECORDS).map(({ name, changes }) => (
          <li>
            <strong>{name}</strong>
            <Changes changes={changes} words={words} />
          </li>
        ))}
      </ul>
      {changed.length > RECORDS ? <p>{words.more(changed.length - RECORDS)}</p> : null}
      <Names title={words.removed} differences={removed} words={words} />
    </section>
  );
};

const Names = ({
  title,
  differences,
  words,
}: {
  title: string;
  differences: readonly Difference<unknown>[];
  words: ImportWords;
}) =>
  differences.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <p>
        {differences
          .slice(0, RECORDS)
          .map(({ name }) => name)
          .join(", ")}
        {differences.length > RECORDS ? ` ${words.more(differences.length - RECORDS)}` : ""}
      </p>
    </>
  );

/** As much of a value as fits a line. */
const LONGEST = 120;

const Changes = ({ changes, words }: { changes: readonly FieldChange[]; words: ImportWords }) => (
  <ul>
    {changes.slice(0, CHANGES).map(({ path, before, after }) => (
      <li>
        <code>{path}</code>: {side(before, words)} → {side(after, words)}
      </li>
    ))}
    {changes.length > CHANGES ? <li>{words.more(changes.length - CHANGES)}</li> : null}
  </ul>
);

function side(value: unknown, words: ImportWords): string {
  if (value === undefined) return words.empty;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

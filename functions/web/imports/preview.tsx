import type { Locale } from "../../../core/register/locale.ts";
import { changesAnything, type ImportPreview } from "../../../core/use-cases/register-changes/import-runs.ts";
import type { ImportFault } from "../../../core/use-cases/register-changes/import-wish.ts";
import { ReasonField } from "../forms/controls.tsx";
import { Form } from "../forms/form.tsx";
import type { FormState } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Scroll } from "../parts.tsx";
import { faultWords } from "./fault-words.ts";
import { PlanInWords } from "./plan.tsx";
import { importWords } from "./texts.ts";

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
      {plan && faults.length === 0 ? <PlanInWords plan={plan} page={page} /> : null}
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

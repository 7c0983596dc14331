import { splitPath } from "../../../core/dossier/fact-path.ts";
import type { AttachRefusal, CheckedUpload } from "../../../core/evidence/attach.ts";
import { EVIDENCE_TYPES } from "../../../core/evidence/file-type.ts";
import { SelectField, TextField } from "../forms/controls.tsx";
import { Form } from "../forms/form.tsx";
import { type FormState, freshForm } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { wordPath } from "../record/word-fact.ts";
import { Head } from "./list.tsx";
import { discardPath, evidencePath, uploadPath } from "./paths.ts";
import { evidenceTexts } from "./texts.ts";
import type { EvidenceView } from "./view.ts";

interface UploadProps {
  readonly page: Page;
  readonly view: EvidenceView;
  readonly upload: string;
  readonly checked: CheckedUpload | AttachRefusal;
  readonly form: FormState;
}

/** What was received, and the form that makes it evidence. Nothing of the file is shown but what it is. */
export const UploadPage = ({ page, view, upload, checked, form }: UploadProps) => {
  const texts = evidenceTexts(page.locale);
  return (
    <Layout page={page} title={texts.received.title} section="overview">
      <Head page={page} view={view} />
      <section class="card stack">
        <h2>{texts.received.title}</h2>
        {checked.kind === "checked" ? (
          <Received page={page} view={view} upload={upload} checked={checked} form={form} />
        ) : (
          <p class="alert">{texts.refusals[checked.kind]}</p>
        )}
        {checked.kind === "no-upload" ? null : (
          <Form page={page} form={freshForm()} action={discardPath(view.key, upload)} submit={texts.received.discard} />
        )}
        <p>
          <a href={evidencePath(view.key)}>{texts.received.again}</a>
        </p>
      </section>
    </Layout>
  );
};

const Received = ({ page, view, upload, checked, form }: UploadProps & { checked: CheckedUpload }) => {
  const { received, kinds, bytes } = evidenceTexts(page.locale);
  const choices = view.facts.map((value) => ({ value, text: wordPath(splitPath(value), view.dossier, page.locale) }));
  return (
    <>
      <p>{received.lead}</p>
      <dl class="facts">
        <dt>{received.kind}</dt>
        <dd>{kinds[EVIDENCE_TYPES[checked.type]]}</dd>
        <dt>{received.size}</dt>
        <dd>{bytes(checked.bytes.length)}</dd>
        <dt>{received.hash}</dt>
        <dd class="hash">{checked.sha256}</dd>
      </dl>
      <Form
        page={page}
        form={form}
        action={uploadPath(view.key, upload)}
        submit={received.attach}
        hidden={{ sha256: checked.sha256 }}
      >
        <SelectField page={page} form={form} name="fact" label={received.fact} choices={choices} required />
        <TextField
          page={page}
          form={form}
          name="title"
          label={received.documentTitle}
          help={received.documentHelp}
          maxlength={200}
          required
        />
      </Form>
    </>
  );
};

import type { StandingEvidence } from "../../../core/evidence/evidence.ts";
import { BodyLead } from "../body-lead.tsx";
import type { EvidenceView } from "../evidence/view.ts";
import { TextArea } from "../forms/controls.tsx";
import { controlId, Field } from "../forms/field.tsx";
import { Done, Form } from "../forms/form.tsx";
import type { FormState } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { keptFilePath, signaturePath } from "./paths.ts";
import { SignedFile } from "./signatures.tsx";
import { paperTexts } from "./texts.ts";

interface SignatureProps {
  readonly page: Page;
  readonly view: EvidenceView;
  readonly file: StandingEvidence;
  readonly form: FormState;
  readonly request: string;
  readonly isDone: boolean;
}

/** Attaching an electronic signature to a file: by NCALayer on the signer's machine, as text, or as a file. */
export const SignaturePage = ({ page, view, file, form, request, isDone }: SignatureProps) => {
  const texts = paperTexts(page.locale);
  const { key } = view;
  const own = { page, form };
  return (
    <Layout page={page} title={texts.signTitle} section="overview">
      <BodyLead page={page} view={view} texts={{ ...texts, title: texts.signTitle, lead: texts.signHelp }}>
        {file.item.title}
      </BodyLead>
      <Done text={isDone ? texts.done.signed : undefined} />
      <section class="card" aria-labelledby="file-title">
        <h2 id="file-title">{file.item.title}</h2>
        <SignedFile page={page} view={view} file={file} />
      </section>
      <section class="card" aria-labelledby="sign-title">
        <h2 id="sign-title">{texts.sign}</h2>
        <p>
          <button
            type="button"
            hidden
            data-ncalayer
            data-file={keptFilePath(key, file.item.id)}
            data-field={controlId("cms")}
            data-locale={page.locale === "en" ? "ru" : page.locale}
            data-missing={texts.layerMissing}
          >
            {texts.layer}
          </button>
        </p>
        <p id="ncalayer-status" role="status" />
        <Form {...own} action={signaturePath(key, file.item.id)} submit={texts.keep} hidden={{ request }} files>
          <TextArea {...own} name="cms" label={texts.cms} help={texts.cmsHelp} />
          <Field {...own} name="file" label={texts.file} help={texts.fileHelp}>
            {(ties) => <input {...ties} type="file" accept=".cms,.p7s,.sig" />}
          </Field>
        </Form>
      </section>
      <script type="module" src="/papers/ncalayer.js" />
    </Layout>
  );
};

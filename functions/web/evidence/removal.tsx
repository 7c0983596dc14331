import type { StandingEvidence } from "../../../core/evidence/evidence.ts";
import { ReasonField } from "../forms/controls.tsx";
import { Form } from "../forms/form.tsx";
import type { FormState } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Head } from "./list.tsx";
import { evidencePath, removalPath } from "./paths.ts";
import { evidenceTexts } from "./texts.ts";
import type { EvidenceView } from "./view.ts";

interface RemovalProps {
  readonly page: Page;
  readonly view: EvidenceView;
  readonly file: StandingEvidence;
  readonly form: FormState;
  /** Names the request, so that a second click changes nothing. */
  readonly request: string;
}

/** Asks why a document is taken away, or put back. */
export const RemovalPage = ({ page, view, file: { item }, form, request }: RemovalProps) => {
  const texts = evidenceTexts(page.locale);
  const { removal } = texts;
  const isRemoved = item.removed !== undefined;
  const title = isRemoved ? removal.putBackTitle : removal.removeTitle;
  return (
    <Layout page={page} title={title} section="overview">
      <Head page={page} view={view} />
      <section class="card stack">
        <h2>{title}</h2>
        <p>{item.title}</p>
        <Form
          page={page}
          form={form}
          action={removalPath(view.key, item.id)}
          submit={isRemoved ? texts.putBack : texts.remove}
          hidden={{ request, command: isRemoved ? "put-back-evidence" : "remove-evidence" }}
          cancel={evidencePath(view.key)}
          isGrave={!isRemoved}
        >
          <ReasonField page={page} form={form} label={removal.reason} help={removal.help} />
        </Form>
      </section>
    </Layout>
  );
};

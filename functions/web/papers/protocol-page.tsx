import { BodyLead } from "../body-lead.tsx";
import { evidencePath } from "../evidence/paths.ts";
import { Done, Form } from "../forms/form.tsx";
import type { FormState } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { DayTime, Empty } from "../parts.tsx";
import { recordPath } from "../record/paths.ts";
import { protocolFilePath, protocolPath, signaturePath } from "./paths.ts";
import { SignedFile } from "./signatures.tsx";
import { paperTexts } from "./texts.ts";
import type { ProtocolView } from "./view.ts";

interface ProtocolProps {
  readonly page: Page;
  readonly view: ProtocolView;
  readonly form: FormState;
  readonly request: string;
  readonly isDone: boolean;
}

/** A meeting's protocol as a paper: to edit, to print, to fix and to sign. */
export const ProtocolPage = ({ page, view, form, request, isDone }: ProtocolProps) => {
  const texts = paperTexts(page.locale);
  const { key, meeting } = view;
  return (
    <Layout page={page} title={texts.title} section="overview">
      <BodyLead page={page} view={view} texts={texts}>
        <DayTime day={meeting.date} time={meeting.startsAt} page={page} />
      </BodyLead>
      <Done text={isDone ? texts.done.fixed : undefined} />
      <section class="card" aria-labelledby="draft-title">
        <h2 id="draft-title">{texts.draft}</h2>
        {meeting.protocol ? null : <p class="note">{texts.noProtocol}</p>}
        <p class="actions">
          <a class="button" href={protocolFilePath(key, meeting.id, "docx")}>
            {texts.docx}
          </a>
          <a class="button" href={protocolFilePath(key, meeting.id, "pdf")}>
            {texts.pdf}
          </a>
        </p>
        {view.author && meeting.protocol && view.closed === null ? (
          <>
            <p class="help">{texts.fixHelp}</p>
            <Form
              page={page}
              form={form}
              action={protocolPath(key, meeting.id)}
              submit={texts.fix}
              hidden={{ request }}
            />
          </>
        ) : null}
      </section>
      <FixedVersions page={page} view={view} />
    </Layout>
  );
};

const FixedVersions = ({ page, view }: Pick<ProtocolProps, "page" | "view">) => {
  const texts = paperTexts(page.locale);
  const { key, meeting, fixed, author } = view;
  return (
    <section class="card" aria-labelledby="fixed-title">
      <h2 id="fixed-title">{texts.fixed}</h2>
      {fixed.length === 0 ? <Empty>{texts.noneFixed}</Empty> : null}
      {fixed.map((file) => (
        <article class="finding">
          <SignedFile page={page} view={view} file={file} />
          {author ? (
            <p class="actions">
              <a href={evidencePath(key, { fact: file.item.fact })}>{texts.paperFirst}</a>
              <a href={signaturePath(key, file.item.id)}>{texts.sign}</a>
              <a href={recordPath(key.body, key.campaign, "sign-protocol", { meeting: meeting.id })}>{texts.record}</a>
            </p>
          ) : null}
        </article>
      ))}
    </section>
  );
};

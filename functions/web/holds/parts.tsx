import type { AuditEntry } from "../../../core/audit/entry.ts";
import { ReasonField } from "../forms/controls.tsx";
import { Form } from "../forms/form.tsx";
import type { FormState } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import { navigationTexts, type Section } from "../navigation.ts";
import type { Page } from "../page.ts";
import { MomentTime, Scroll } from "../parts.tsx";
import { holdTexts } from "./texts.ts";

/** Who decided what, when and why, newest first. */
export const Decisions = ({
  page,
  zone,
  entries,
  title,
}: {
  page: Page;
  zone: string;
  entries: readonly AuditEntry[];
  title: string;
}) => {
  const texts = holdTexts(page.locale);
  if (entries.length === 0) return null;
  return (
    <Scroll label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {[texts.when, texts.who, texts.what, texts.reason].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...entries].reverse().map(({ at, by, command, reason }) => (
            <tr>
              <th scope="row">
                <MomentTime at={at} zone={zone} page={page} />
              </th>
              <td>{by.name}</td>
              <td>{texts.decisions[command] ?? command}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

/** Says that there is nothing to be decided, and leads back. */
export const NothingPage = ({
  page,
  section,
  title,
  text,
  back,
}: {
  page: Page;
  section: Section;
  title: string;
  text: string;
  back: string;
}) => (
  <Layout page={page} title={title} section={section}>
    <h1>{title}</h1>
    <p>{text}</p>
    <p>
      <a href={back}>{navigationTexts(page.locale).names[section]}</a>
    </p>
  </Layout>
);

interface ConfirmProps {
  readonly page: Page;
  readonly section: Section;
  readonly form: FormState;
  readonly title: string;
  readonly means: string;
  readonly action: string;
  readonly submit: string;
  readonly cancel: string;
  readonly hidden: Readonly<Record<string, string>>;
}

/** The step before something is decided: what it means, and why it is done. */
export const ConfirmPage = ({ page, section, form, title, means, ...formed }: ConfirmProps) => {
  const texts = holdTexts(page.locale);
  return (
    <Layout page={page} title={title} section={section}>
      <div class="lead">
        <h1>{title}</h1>
        <p>{means}</p>
      </div>
      <Form page={page} form={form} {...formed} isGrave>
        <ReasonField {...{ page, form, label: texts.reason, help: texts.reasonHelp }} />
      </Form>
    </Layout>
  );
};

import type { Contact } from "../../../core/register/body.ts";
import { Locale } from "../../../core/register/locale.ts";
import { ReportFormat, type ReportJob } from "../../../core/status/report-job.ts";
import type { LoadedRegister } from "../../../core/use-cases/assess/assess.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import { bodyLines } from "../body-choice.ts";
import { ChoiceField, SelectField, TextField } from "../forms/controls.tsx";
import { Done, ErrorSummary, Form } from "../forms/form.tsx";
import type { FormState } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Empty } from "../parts.tsx";
import type { Reader } from "../sign-in/reader.ts";
import { ownNames } from "../texts/all.ts";
import { type Choice, reportsPath } from "./choice.ts";
import { Jobs } from "./jobs.tsx";
import { type ReportPageTexts, reportPageTexts } from "./texts.ts";

/** What whoever may send reports sees beside. */
export interface Sending {
  readonly form: FormState;
  readonly contacts: readonly { readonly key: string; readonly contact: Contact }[];
  readonly jobs: readonly ReportJob[];
  /** Names the request, so that a second click changes nothing. */
  readonly request: string;
  readonly isOrdered: boolean;
  readonly now: number;
}

export interface ReportsPageProps {
  readonly page: Page;
  readonly loaded: LoadedRegister;
  readonly reader: Reader;
  readonly choice: Choice;
  /** Null for those who may not. */
  readonly sending: Sending | null;
}

/** Status reports: what about, to download at once, and to be sent. */
export const ReportsPage = (props: ReportsPageProps) => {
  const { page, choice, sending } = props;
  const texts = reportPageTexts(page.locale);
  return (
    <Layout page={page} title={texts.title} section="reports">
      <div class="lead">
        <h1>{texts.title}</h1>
        <p class="quiet">{texts.intro}</p>
      </div>
      {sending?.isOrdered ? <Done text={texts.ordered} /> : null}
      <ChoiceForm {...props} texts={texts} />
      {choice.top && choice.form.issues.length === 0 ? <Downloads {...props} texts={texts} /> : null}
      {choice.top && sending ? <SendForm {...props} sending={sending} texts={texts} /> : null}
      {sending ? <Jobs page={page} loaded={props.loaded} sending={sending} /> : null}
    </Layout>
  );
};

type Part = ReportsPageProps & { readonly texts: ReportPageTexts };

const ChoiceForm = ({ page, loaded, reader, choice: { form }, texts }: Part) => {
  const bodies = loaded.register.bodies.filter(({ id }) => reader.body(id));
  const languages = Locale.options.map((value) => ({ value, text: ownNames[value] }));
  return (
    <form class="card sheet" method="get" action="/reports" novalidate>
      <ErrorSummary page={page} form={form} id={undefined} />
      <TextField
        {...{ page, form, name: "scope", label: texts.scope, help: texts.scopeHelp, required: true }}
        list={bodyLines(bodies, page.locale)}
      />
      <div class="two">
        <TextField {...{ page, form, name: "on", label: texts.day, help: texts.dayHelp }} type="date" />
        <SelectField {...{ page, form, name: "language", label: texts.language, required: true }} choices={languages} />
      </div>
      <p class="actions">
        <button type="submit">{texts.show}</button>
      </p>
    </form>
  );
};

const Downloads = ({ page, choice, texts }: Part) => (
  <section class="card" aria-labelledby="download-title">
    <h2 id="download-title">{texts.download(choice.top ? nameIn(choice.top.name, page.locale) : "")}</h2>
    <ul class="actions">
      {ReportFormat.options.map((format) => (
        <li>
          <a class="button" href={reportsPath(choice, "/reports/file", { format })} download>
            {texts.formats[format]}
          </a>
        </li>
      ))}
      <li>
        <a class="button" href={reportsPath(choice, "/reports/file", { format: "xlsx", sheets: "regions" })} download>
          {texts.perRegion}
        </a>
      </li>
    </ul>
  </section>
);

const SendForm = ({ page, choice, sending, texts }: Part & { sending: Sending }) => {
  const { form, contacts, request } = sending;
  const common = { page, form, id: "send-" };
  const on = choice.form.values.get("on")?.[0] ?? "";
  return (
    <section class="card" aria-labelledby="send-title">
      <h2 id="send-title">{texts.send}</h2>
      <p class="quiet">{texts.sendHelp}</p>
      <Form
        {...{ page, form, action: "/reports", submit: texts.order, id: "send-" }}
        hidden={{ request, scope: choice.top?.id ?? "", on, language: choice.locale }}
      >
        <ChoiceField
          {...{ ...common, name: "formats", label: texts.formatsLabel, required: true, type: "checkbox" }}
          choices={ReportFormat.options.map((value) => ({ value, text: texts.formats[value] }))}
        />
        <ChoiceField
          {...{ ...common, name: "sheets", label: texts.sheets, type: "checkbox" }}
          choices={[{ value: "regions", text: texts.sheetPerRegion }]}
        />
        {contacts.length === 0 ? (
          <Empty>{texts.noRecipients}</Empty>
        ) : (
          <ChoiceField
            {...{
              ...common,
              name: "recipients",
              label: texts.recipients,
              help: texts.recipientsHelp,
              type: "checkbox",
            }}
            choices={contacts.map(({ key, contact }) => ({ value: key, text: `${contact.name}, ${contact.email}` }))}
          />
        )}
      </Form>
    </section>
  );
};

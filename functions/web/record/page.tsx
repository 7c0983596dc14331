import type { FieldChange } from "../../../core/audit/entry.ts";
import { splitPath } from "../../../core/dossier/fact-path.ts";
import type { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { clausesOf } from "../../../core/order608/clauses.ts";
import { wordCitation } from "../../../core/wording/word-clause.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { Changes } from "../audit/changes.tsx";
import { Clause } from "../body/obligation.tsx";
import { ChoiceField, TickField } from "../forms/controls.tsx";
import { Form } from "../forms/form.tsx";
import { formTexts } from "../forms/texts.ts";
import { type FormState, typedAt } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Name } from "../parts.tsx";
import { bodyPath } from "../paths.ts";
import { Asked } from "./asked.tsx";
import { modeOf, type Sheet } from "./sheet.ts";
import { subjectIn, wordMeeting } from "./subjects.ts";
import { commandTitle } from "./texts/commands.ts";
import { recordTexts } from "./texts/pages.ts";
import type { RecordView } from "./view.ts";
import { wordPath, wordValue } from "./word-fact.ts";

export interface RecordPageProps {
  readonly page: Page;
  readonly view: RecordView;
  readonly sheet: Sheet;
  readonly form: FormState;
  /** Names this sending of the form, so that sending it twice records once. */
  readonly request: string;
  /** Said above the form, when it came back for another reason than what was typed. */
  readonly note?: string | undefined;
  /** What others changed since the form was opened. */
  readonly meanwhile?: readonly FieldChange[] | undefined;
}

/** The form of one command, for one body and campaign. */
export const RecordPage = (props: RecordPageProps) => {
  const { page, view, sheet } = props;
  const title = commandTitle(sheet.command, page.locale);
  return (
    <Layout page={page} title={title} section="overview">
      <div class="lead">
        <p class="quiet">
          <a href={bodyPath(view.body.id, view.key.campaign)}>
            <Name name={view.body.name} page={page} />
          </a>
          {" › "}
          {page.words.subjects.campaign(view.key.campaign)}
        </p>
        <h1>{title}</h1>
        <About {...props} />
      </div>
      <div class="split">
        <Sheets {...props} />
        {sheet.obligation === null ? null : <Order obligation={sheet.obligation} page={page} />}
      </div>
    </Layout>
  );
};

/** What the command is about: the obligation, the meeting, the appeal, the fact that is corrected. */
const About = ({ page, view, sheet, form }: RecordPageProps) => {
  const { meeting, appeal } = subjectIn(view, (name) => typedAt(form, name));
  const decision = meeting?.protocol?.decisions?.find(({ id }) => id === typedAt(form, "decision"));
  return (
    <ul class="about">
      {sheet.obligation === null ? null : <li>{page.words.obligations[sheet.obligation].full}</li>}
      {sheet.correction ? <li>{wordPath(splitPath(sheet.correction.path), view.dossier, page.locale)}</li> : null}
      {appeal ? <li>{capitalised(page.words.subjects.appeal(appeal.number))}</li> : null}
      {meeting ? <li>{wordMeeting(meeting, page)}</li> : null}
      {decision ? <li>{decision.text}</li> : null}
    </ul>
  );
};

const Sheets = ({ page, view, sheet, form, request, note, meanwhile = [] }: RecordPageProps) => {
  const texts = recordTexts(page.locale);
  const { correction } = sheet;
  const anchor = sheet.obligation ?? undefined;
  return (
    <div class="card">
      {note === undefined ? null : (
        <div class="alert" role="alert">
          <p>{note}</p>
        </div>
      )}
      {meanwhile.length === 0 ? null : (
        <section aria-labelledby="meanwhile-title">
          <h2 id="meanwhile-title">{texts.meanwhile}</h2>
          <Changes changes={meanwhile} dossier={view.dossier} page={page} />
        </section>
      )}
      <Form
        page={page}
        form={form}
        action={page.url.pathname + page.url.search}
        submit={sheet.warnings.length > 0 ? commandTitle(sheet.command, page.locale) : formTexts(page.locale).save}
        cancel={bodyPath(view.body.id, view.key.campaign, anchor)}
        isGrave={sheet.warnings.length > 0}
        hidden={{ request, version: String(view.version), ...(correction && { path: correction.path }) }}
      >
        {correction ? <Corrected correction={correction} page={page} form={form} /> : null}
        {sheet.fields.map((field) => (
          <Asked field={field} name={field.name} page={page} form={form} view={view} />
        ))}
        {sheet.warnings.length === 0 ? null : <Confirm {...{ page, form, sheet }} />}
      </Form>
    </div>
  );
};

/** What stands there now, and whether it is changed or taken back. */
const Corrected = ({
  correction: { path, rule, present },
  page,
  form,
}: Pick<RecordPageProps, "page" | "form"> & { correction: NonNullable<Sheet["correction"]> }) => {
  const texts = recordTexts(page.locale);
  const modes = (["change", "remove"] as const).map((value) => ({ value, text: texts.modes[value] }));
  const isChosen = rule.fields.length > 0 && !rule.isKept;
  const chosen = { ...form, values: new Map([...form.values, ["mode", [modeOf(form, rule)]] as const]) };
  return (
    <>
      <p class="present">{wordValue(present, splitPath(path).at(-1) ?? "", page.locale)}</p>
      {isChosen ? (
        <ChoiceField page={page} form={chosen} name="mode" label={texts.mode} type="radio" choices={modes} required />
      ) : null}
    </>
  );
};

/** What cannot be undone is said, and has to be confirmed. */
const Confirm = ({ page, form, sheet }: Pick<RecordPageProps, "page" | "form" | "sheet">) => {
  const texts = recordTexts(page.locale);
  return (
    <div class="warning">
      {sheet.warnings.map((warning) => (
        <p>{texts.warnings[warning]}</p>
      ))}
      <TickField page={page} form={form} name="confirmed" label={texts.confirm} required />
    </div>
  );
};

/** The Order's own words beside the form. */
const Order = ({ obligation, page }: { obligation: ObligationId; page: Page }) => (
  <aside class="card order" aria-labelledby="order-title">
    <h2 id="order-title">{recordTexts(page.locale).order}</h2>
    {clausesOf(obligation).map((sentence) => (
      <details open={clausesOf(obligation).length <= 3}>
        <summary>{wordCitation(sentence, page.locale)}</summary>
        <Clause sentence={sentence} page={page} />
      </details>
    ))}
  </aside>
);

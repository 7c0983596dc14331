import type { AuditEntry } from "../../../core/audit/entry.ts";
import type { Register } from "../../../core/register/register.ts";
import { bodyLines } from "../body-choice.ts";
import { ChoiceField, ReasonField, SelectField, TextField } from "../forms/controls.tsx";
import { Done, Form } from "../forms/form.tsx";
import { formTexts } from "../forms/texts.ts";
import { type FormState, typedAt } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { withQuery } from "../paths.ts";
import { NEW_GRANTS } from "./form.ts";
import { History } from "./history.tsx";
import { type GrantTexts, grantTexts } from "./texts.ts";
import { type Granted, personPath, wordGrant } from "./words.ts";

export interface PersonProps {
  readonly page: Page;
  readonly register: Register;
  readonly form: FormState;
  /** Null for somebody who has no record yet. */
  readonly person: Granted | null;
  readonly hidden: Readonly<Record<string, string>>;
  readonly history: readonly AuditEntry[];
  readonly done?: boolean;
}

/** The grants of one person, to be changed. */
export const PersonPage = (props: PersonProps) => {
  const { page, form, person, hidden, done } = props;
  const texts = grantTexts(page.locale);
  const title = person ? texts.edit(person.name ?? person.subject) : texts.add;
  return (
    <Layout page={page} title={title} section="grants">
      <h1>{title}</h1>
      <Done text={done ? texts.saved : undefined} />
      {person?.name === null ? <p class="note">{texts.damaged}</p> : null}
      <Form
        page={page}
        form={form}
        action="/grants/person"
        submit={formTexts(page.locale).save}
        cancel="/grants"
        hidden={person ? { ...hidden, subject: person.subject } : hidden}
      >
        {person ? (
          <p>
            {texts.subject}: <code>{person.subject}</code>
          </p>
        ) : (
          <TextField page={page} form={form} name="subject" label={texts.subject} help={texts.subjectHelp} required />
        )}
        <TextField
          page={page}
          form={form}
          name="name"
          label={texts.name}
          help={texts.nameHelp}
          maxlength={200}
          required
        />
        <Grants {...props} texts={texts} />
        <ReasonField page={page} form={form} label={texts.reason} help={texts.reasonHelp} />
      </Form>
      {person && person.grants.length > 0 ? (
        <p>
          <a href={withQuery("/grants/revoke", { subject: person.subject })}>{texts.revoke}</a>
        </p>
      ) : null}
      <History {...props} />
    </Layout>
  );
};

const Grants = ({ page, register, form, person, texts }: PersonProps & { texts: GrantTexts }) => {
  const held = person?.grants ?? [];
  return (
    <>
      {held.length === 0 ? null : (
        <ChoiceField
          page={page}
          form={form}
          name="held"
          type="checkbox"
          label={texts.held}
          help={texts.heldHelp}
          required
          choices={held.map((grant) => ({ value: grant, text: wordGrant(grant, page, register) }))}
        />
      )}
      {Array.from({ length: NEW_GRANTS }, (_, index) => (
        <fieldset class="field">
          <legend>
            {texts.newGrant} {index + 1}
          </legend>
          <div class="two">
            <SelectField
              page={page}
              form={form}
              name={`role.${index}`}
              label={texts.role}
              choices={(["staff", "viewer", "admin"] as const).map((role) => ({
                value: role,
                text: texts.roles[role],
              }))}
            />
            <TextField
              page={page}
              form={form}
              name={`body.${index}`}
              label={texts.body}
              help={texts.bodyHelp}
              list={bodyLines(register.bodies, page.locale)}
            />
          </div>
        </fieldset>
      ))}
      <details>
        <summary>{texts.role}</summary>
        <dl>
          {(["staff", "viewer", "admin"] as const).map((role) => (
            <>
              <dt>{texts.roles[role]}</dt>
              <dd>{texts.may[role]}</dd>
            </>
          ))}
        </dl>
      </details>
    </>
  );
};

interface RevokeProps extends Omit<PersonProps, "history" | "done" | "person"> {
  readonly person: Granted;
}

/** Asks before everything is taken away. */
export const RevokePage = ({ page, register, form, person, hidden }: RevokeProps) => {
  const texts = grantTexts(page.locale);
  const title = texts.revokeTitle(person.name ?? person.subject);
  return (
    <Layout page={page} title={title} section="grants">
      <h1>{title}</h1>
      <p>{texts.revokeWarning}</p>
      <ul class="items">
        {person.grants.map((grant) => (
          <li>{wordGrant(grant, page, register)}</li>
        ))}
      </ul>
      <Form
        page={page}
        form={form}
        action="/grants/revoke"
        submit={texts.revoke}
        cancel={personPath(person.subject)}
        hidden={{ ...hidden, subject: person.subject, name: typedAt(form, "name") }}
        isGrave
      >
        <ReasonField page={page} form={form} label={texts.reason} help={texts.reasonHelp} />
      </Form>
    </Layout>
  );
};

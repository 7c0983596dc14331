import { Body } from "../../../core/register/body.ts";
import { Locale } from "../../../core/register/locale.ts";
import type { Register } from "../../../core/register/register.ts";
import { capitalised, nameIn } from "../../../core/wording/wording.ts";
import { bodyLines } from "../body-choice.ts";
import { ReasonField, SelectField, TextField } from "../forms/controls.tsx";
import { Form } from "../forms/form.tsx";
import { formTexts } from "../forms/texts.ts";
import type { FormState } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { ownNames } from "../texts/all.ts";
import { fieldsOf, isRequired, roles, type Sheet } from "./sheets.ts";
import { type RegisterField, type RegisterTexts, registerTexts } from "./texts.ts";
import { sheetPath } from "./tree.tsx";

interface SheetProps {
  readonly page: Page;
  readonly register: Register;
  readonly sheet: Sheet;
  readonly form: FormState;
  readonly hidden: Readonly<Record<string, string>>;
}

function titleOf({ name, contact }: Sheet, texts: RegisterTexts): string {
  if (name === "new") return texts.addBody;
  if (name === "body") return texts.changeBody;
  if (name === "end") return texts.endBody;
  return contact ? texts.changeContact : texts.addContact;
}

/** One form about a body or a contact. */
export const SheetPage = ({ page, register, sheet, form, hidden }: SheetProps) => {
  const texts = registerTexts(page.locale);
  const { name, body, contact } = sheet;
  const title = titleOf(sheet, texts);
  return (
    <Layout page={page} title={title} section="register">
      <div class="lead">
        <h1>{title}</h1>
        {body ? (
          <p>
            {nameIn(body.name, page.locale)} <code>{body.id}</code>
          </p>
        ) : null}
        {contact ? (
          <p>
            {capitalised(page.words.contactRoles[contact.role])}: {contact.name}, {contact.email}
          </p>
        ) : null}
      </div>
      {name === "end" ? <p class="note">{texts.endWarning}</p> : null}
      <Form
        page={page}
        form={form}
        action={body ? sheetPath(body.id, name, contact ?? undefined) : "/register/new"}
        submit={name === "end" ? texts.endBody : formTexts(page.locale).save}
        cancel={body ? `/register#${body.id}` : "/register"}
        hidden={hidden}
        isGrave={name === "end"}
      >
        {fieldsOf(sheet).map((field) => (
          <Control page={page} register={register} form={form} field={field} texts={texts} />
        ))}
        <ReasonField page={page} form={form} label={texts.fields.reason} help={texts.help.reason} />
      </Form>
    </Layout>
  );
};

interface ControlProps {
  readonly page: Page;
  readonly register: Register;
  readonly form: FormState;
  readonly field: RegisterField;
  readonly texts: RegisterTexts;
}

const DAYS: ReadonlySet<RegisterField> = new Set(["activeFrom", "activeTo", "from", "to"]);

const Control = ({ page, register, form, field, texts }: ControlProps) => {
  const shared = {
    page,
    form,
    name: field,
    label: texts.fields[field],
    help: texts.help[field],
    required: isRequired(field),
  };
  if (field === "kind") {
    const kinds = Body.shape.kind.options.filter((kind) => kind !== "ministry");
    return <SelectField {...shared} choices={kinds.map((value) => ({ value, text: page.texts.body.kinds[value] }))} />;
  }
  if (field === "role")
    return (
      <SelectField {...shared} choices={roles.map((value) => ({ value, text: page.words.contactRoles[value] }))} />
    );
  if (field === "locale")
    return <SelectField {...shared} choices={Locale.options.map((value) => ({ value, text: ownNames[value] }))} />;
  if (field === "parent") return <TextField {...shared} list={bodyLines(register.bodies, page.locale)} />;
  return <TextField {...shared} type={field === "email" ? "email" : DAYS.has(field) ? "date" : "text"} />;
};

import { ChoiceField, SelectField, TextArea, TextField, TickField } from "../forms/controls.tsx";
import { FieldGroup } from "../forms/field.tsx";
import { formTexts } from "../forms/texts.ts";
import { type FormState, typedAt } from "../forms/values.ts";
import type { Page } from "../page.ts";
import type { Choice } from "../parts.tsx";
import type { Field } from "./fields.ts";
import { noneName, rowCount } from "./input.ts";
import { choicesOf, subjectIn } from "./subjects.ts";
import { labelsOf } from "./texts/labels.ts";
import { recordTexts } from "./texts/pages.ts";
import type { RecordView } from "./view.ts";
import { chosenWords } from "./word-fact.ts";

interface AskedProps {
  readonly field: Field;
  /** The control's name: the field's, below its line. */
  readonly name: string;
  readonly page: Page;
  readonly form: FormState;
  readonly view: RecordView;
}

const types = { day: "date", time: "time", line: "text", count: "number", web: "url" } as const;

/** The control of any field, by its kind. */
export const Asked = ({ field, name, page, form, view }: AskedProps) => {
  const common = {
    ...{ page, form, name, required: field.required === true || field.needed === true },
    label: labelsOf(page.locale)[field.label],
    help: field.note && recordTexts(page.locale).notes[field.note],
  };
  switch (field.kind) {
    case "hidden":
      return typedAt(form, name) === "" ? null : <input type="hidden" name={name} value={typedAt(form, name)} />;
    case "prose":
      return <TextArea {...common} rows={3} />;
    case "tick":
      return <TickField {...common} required />;
    case "one":
      return field.required ? (
        <ChoiceField {...common} type="radio" choices={chosen(field.options, page)} />
      ) : (
        <SelectField {...common} choices={chosen(field.options, page)} />
      );
    case "many":
      return <Many field={field} common={common} view={view} />;
    case "about":
      return <About field={field} common={common} view={view} />;
    case "rows":
      return <Rows field={field} common={common} view={view} />;
    default:
      return <TextField {...common} type={types[field.kind]} min={field.kind === "count" ? 0 : undefined} />;
  }
};

interface PartProps<Kind extends Field["kind"]> {
  readonly field: Extract<Field, { readonly kind: Kind }>;
  readonly common: {
    readonly page: Page;
    readonly form: FormState;
    readonly name: string;
    readonly label: string;
    readonly help: string | undefined;
    readonly required: boolean;
  };
  readonly view: RecordView;
}

const chosen = (key: string, page: Page): readonly Choice[] =>
  Object.entries(chosenWords(key, page.locale) ?? {}).map(([value, text]) => ({ value, text }));

const Many = ({ field, common, view }: PartProps<"many">) => {
  const { page, form } = common;
  const listed = subjectIn(view, (name) => typedAt(form, name)).meeting?.appeals ?? [];
  const choices =
    field.options === "appeals"
      ? listed.map(({ number }) => ({ value: number, text: page.words.subjects.appeal(number) }))
      : chosen(field.options, page);
  return choices.length === 0 ? null : <ChoiceField {...common} type="checkbox" choices={choices} />;
};

/** Named by the address or chosen before: said above the form and only sent along. */
const About = ({ field, common, view }: PartProps<"about">) => {
  const { page, form, name } = common;
  const choices = choicesOf(field.of, view, page);
  const value = typedAt(form, name);
  if (!choices.some((choice) => choice.value === value)) return <SelectField {...common} choices={choices} />;
  return (
    <>
      <input type="hidden" name={name} value={value} />
      {common.help === undefined ? null : <p class="help">{common.help}</p>}
    </>
  );
};

/** One line or more; another comes back with everything typed. */
const Rows = ({ field, common, view }: PartProps<"rows">) => {
  const { page, form, name } = common;
  const texts = recordTexts(page.locale);
  const lines = Array.from({ length: Math.max(1, rowCount(form, name)) }, (_, index) => `${name}.${index}.`);
  return (
    <FieldGroup {...common}>
      {/* Enter in a line sends the form: the first button of a form is the one that it means. */}
      <button type="submit" class="sr" tabindex={-1}>
        {formTexts(page.locale).save}
      </button>
      <TickField page={page} form={form} name={noneName(name)} label={texts.noDecisions} required />
      {lines.map((prefix, index) => (
        <fieldset class="line">
          <legend>{texts.line(index + 1)}</legend>
          {field.fields.map((part) => (
            <Asked field={part} name={`${prefix}${part.name}`} page={page} form={form} view={view} />
          ))}
        </fieldset>
      ))}
      <button type="submit" name="add" value={name} class="plain">
        {texts.addLine}
      </button>
    </FieldGroup>
  );
};

import { type Choice, Options } from "../parts.tsx";
import { controlId, Field, FieldGroup, type FieldProps, Ticked } from "./field.tsx";
import { formTexts } from "./texts.ts";
import { allTypedAt, typedAt } from "./values.ts";

interface TextProps extends FieldProps {
  readonly type?: "text" | "date" | "time" | "number" | "url" | "email" | "search";
  readonly min?: string | number | undefined;
  readonly max?: string | number | undefined;
  readonly maxlength?: number | undefined;
  readonly list?: readonly string[] | undefined;
}

/** One line, a day, an hour or a number, by the browser's own control. */
export const TextField = ({ type = "text", min, max, maxlength, list, ...field }: TextProps) => (
  <Field {...field}>
    {(ties) => (
      <>
        <input
          {...ties}
          type={type}
          value={typedAt(field.form, field.name)}
          min={min}
          max={max}
          maxlength={maxlength}
          list={list && `${ties.id}-list`}
          autocomplete="off"
        />
        {list ? (
          <datalist id={`${ties.id}-list`}>
            {list.map((value) => (
              <option value={value} />
            ))}
          </datalist>
        ) : null}
      </>
    )}
  </Field>
);

/** Several lines. */
export const TextArea = ({ rows = 4, maxlength, ...field }: FieldProps & { rows?: number; maxlength?: number }) => (
  <Field {...field}>
    {(ties) => (
      <textarea {...ties} rows={rows} maxlength={maxlength}>
        {typedAt(field.form, field.name)}
      </textarea>
    )}
  </Field>
);

/** Why something is done, for those who ask later: always asked for. */
export const ReasonField = (field: Omit<FieldProps, "name" | "required">) => (
  <TextArea {...field} name="reason" rows={2} maxlength={4000} required />
);

/** One box to tick; it says `yes`. */
export const TickField = (field: FieldProps) => (
  <Ticked {...field}>
    {(ties) => <input {...ties} type="checkbox" value="yes" checked={typedAt(field.form, field.name) === "yes"} />}
  </Ticked>
);

/** One of many; where nothing is chosen yet, the first line asks to choose. */
export const SelectField = ({ choices, ...field }: FieldProps & { choices: readonly Choice[] }) => {
  const chosen = typedAt(field.form, field.name);
  return (
    <Field {...field}>
      {(ties) => (
        <select {...ties}>
          {choices.some(({ value }) => value === "") ? null : (
            <option value="">{formTexts(field.page.locale).choose}</option>
          )}
          <Options choices={choices} chosen={chosen} />
        </select>
      )}
    </Field>
  );
};

/** Boxes to tick, or one of a few to choose. */
export const ChoiceField = ({
  choices,
  type,
  ...field
}: FieldProps & { choices: readonly Choice[]; type: "checkbox" | "radio" }) => (
  <FieldGroup {...field}>
    {choices.map(({ value, text }, index) => {
      // What people wrote, such as an appeal's number, is no part of an id.
      const id = `${controlId(field.name, field.id)}-${/^[\w-]+$/.test(value) ? value : index}`;
      return (
        <div class="choice">
          <input
            type={type}
            id={id}
            name={field.name}
            value={value}
            checked={allTypedAt(field.form, field.name).includes(value)}
            required={type === "radio" && field.required}
          />
          <label for={id}>{text}</label>
        </div>
      );
    })}
  </FieldGroup>
);

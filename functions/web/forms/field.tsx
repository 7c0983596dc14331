import type { Child } from "hono/jsx";
import type { Page } from "../page.ts";
import { formTexts } from "./texts.ts";
import type { FormState } from "./values.ts";

/** What every field is made with. `id` tells apart forms on one page that have fields of the same name. */
export interface FieldProps {
  readonly page: Page;
  readonly form: FormState;
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly id?: string | undefined;
  readonly required?: boolean | undefined;
}

/** What ties a control to its label, its help and what is wrong with it. */
interface Ties {
  readonly id: string;
  readonly name: string;
  readonly required: boolean | undefined;
  readonly "aria-invalid": "true" | undefined;
  readonly "aria-describedby": string | undefined;
}

/** The id of the control of a field. */
export const controlId = (name: string, id = ""): string => `${id}field-${name.replaceAll(".", "-")}`;

const issuesAt = ({ issues }: FormState, name: string) => issues.filter((issue) => issue.name === name);

function tiesOf(props: FieldProps): { readonly control: string; readonly ties: Ties } {
  const control = controlId(props.name, props.id);
  const issues = issuesAt(props.form, props.name);
  const described = [
    ...(props.help === undefined ? [] : [`${control}-help`]),
    ...(issues.length === 0 ? [] : [`${control}-error`]),
  ];
  const ties = {
    ...{ id: control, name: props.name, required: props.required },
    "aria-invalid": issues.length > 0 ? ("true" as const) : undefined,
    "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
  };
  return { control, ties };
}

/** A label, its help, what is wrong, and the control between them. */
export const Field = ({ children, ...props }: FieldProps & { children: (ties: Ties) => Child }) => {
  const { control, ties } = tiesOf(props);
  return (
    <div class="field">
      <label for={control}>
        {props.label} <Optional {...props} />
      </label>
      <Help {...props} />
      <Wrong {...props} />
      {children(ties)}
    </div>
  );
};

/** A box with its label after it, and its help and what is wrong above. */
export const Ticked = ({ children, ...props }: FieldProps & { children: (ties: Ties) => Child }) => {
  const { control, ties } = tiesOf(props);
  return (
    <div class="field">
      <Help {...props} />
      <Wrong {...props} />
      <div class="choice">
        {children({ ...ties, required: undefined })}
        <label for={control}>{props.label}</label>
      </div>
    </div>
  );
};

/** A group of controls under one legend: boxes to tick, or one of several to choose. */
export const FieldGroup = ({ children, ...props }: FieldProps & { children: Child }) => (
  <fieldset
    class="field"
    id={controlId(props.name, props.id)}
    tabindex={-1}
    aria-describedby={
      issuesAt(props.form, props.name).length > 0 ? `${controlId(props.name, props.id)}-error` : undefined
    }
  >
    <legend>
      {props.label} <Optional {...props} />
    </legend>
    <Help {...props} />
    <Wrong {...props} />
    {children}
  </fieldset>
);

const Optional = ({ page, required }: FieldProps) =>
  required ? null : <span class="optional">({formTexts(page.locale).optional})</span>;

const Help = ({ name, id, help }: FieldProps) =>
  help === undefined ? null : (
    <p class="help" id={`${controlId(name, id)}-help`}>
      {help}
    </p>
  );

const Wrong = ({ form, name, id }: FieldProps) => {
  const issues = issuesAt(form, name);
  return issues.length === 0 ? null : (
    <p class="wrong" id={`${controlId(name, id)}-error`}>
      {issues.map(({ message }) => message).join(" ")}
    </p>
  );
};

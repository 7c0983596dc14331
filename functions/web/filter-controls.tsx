import type { Child } from "hono/jsx";
import { type Choice, Options } from "./parts.tsx";

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly choices: readonly Choice[];
  /** The words of no choice; none when one is always made. */
  readonly none?: string;
}

/** A labelled native select. */
export const Select = ({ name, label, chosen, choices, none }: SelectProps) => (
  <Field name={name} label={label}>
    <select id={`filter-${name}`} name={name}>
      {none === undefined ? null : <option value="">{none}</option>}
      <Options choices={choices} chosen={chosen} />
    </select>
  </Field>
);

/** A control of a filter with its label; those of forms, with help and what is wrong, are in `forms/`. */
export const Field = ({ name, label, children }: { name: string; label: string; children: Child }) => (
  <div class="field">
    <label for={`filter-${name}`}>{label}</label>
    {children}
  </div>
);

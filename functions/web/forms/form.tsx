import type { Child } from "hono/jsx";
import type { Page } from "../page.ts";
import { controlId } from "./field.tsx";
import { formTexts } from "./texts.ts";
import type { FormState } from "./values.ts";

interface FormProps {
  readonly page: Page;
  readonly form: FormState;
  readonly action: string;
  /** The words of the button. */
  readonly submit: string;
  /** Sent along unseen: the version that was shown, and a name of the request, so that a second click changes nothing. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Where one goes without sending it. */
  readonly cancel?: string | undefined;
  /** Tells apart forms on one page; also given to the fields. */
  readonly id?: string | undefined;
  /** For what cannot be undone. */
  readonly isGrave?: boolean | undefined;
  readonly files?: boolean | undefined;
  readonly children?: Child;
}

/** A form that is posted. The server judges, so that what is wrong is said in the page's language and nothing is lost. */
export const Form = ({ page, form, action, submit, hidden = {}, cancel, id, isGrave, files, children }: FormProps) => (
  <form
    class="sheet"
    method="post"
    action={action}
    enctype={files ? "multipart/form-data" : undefined}
    novalidate
    aria-labelledby={id === undefined ? undefined : `${id}title`}
  >
    <ErrorSummary page={page} form={form} id={id} />
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
    <div class="actions">
      <button type="submit" class={isGrave ? "grave" : undefined}>
        {submit}
      </button>
      {cancel === undefined ? null : <a href={cancel}>{formTexts(page.locale).cancel}</a>}
    </div>
  </form>
);

/** Everything that is wrong in one place, each leading to its field. */
export const ErrorSummary = ({ page, form, id }: Pick<FormProps, "page" | "form" | "id">) =>
  form.issues.length === 0 ? null : (
    <div class="alert" role="alert" tabindex={-1} autofocus>
      <p>
        <strong>{formTexts(page.locale).problem}</strong>
      </p>
      <ul>
        {form.issues.map(({ name, message }) => (
          <li>{name === "" ? message : <a href={`#${controlId(name, id)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );

/** Says after a redirect that it is done; the address says what was done (`?done=…`). */
export const Done = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : (
    <p class="done" role="status">
      {text}
    </p>
  );

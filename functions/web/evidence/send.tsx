import type { Invitation } from "../../../core/evidence/files.ts";
import { Field } from "../forms/field.tsx";
import { freshForm } from "../forms/values.ts";
import type { Page } from "../page.ts";
import { evidenceTexts } from "./texts.ts";

const NAMED = "send-title";

/**
 * A form that a browser posts to the bucket by itself: the fields that the bucket asks for as they are, and the file last.
 * The bucket leads back to a page that shows what came.
 */
export const SendForm = ({ page, invitation: { url, fields } }: { page: Page; invitation: Invitation }) => {
  const texts = evidenceTexts(page.locale).send;
  return (
    <section class="card" aria-labelledby={NAMED}>
      <h2 id={NAMED}>{texts.title}</h2>
      <form class="sheet" method="post" action={url} enctype="multipart/form-data">
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Field page={page} form={freshForm()} name="file" label={texts.file} help={texts.help} required>
          {(ties) => <input {...ties} type="file" accept="application/pdf,image/jpeg,image/png" />}
        </Field>
        <div class="actions">
          <button type="submit">{texts.submit}</button>
        </div>
      </form>
    </section>
  );
};

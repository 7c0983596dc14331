import { formTexts } from "../forms/texts.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Name } from "../parts.tsx";
import { bodyPath } from "../paths.ts";
import type { RecordView } from "./view.ts";

/** Somebody who may look at a body, but not do this. */
export const ForbiddenPage = ({ page, view }: { page: Page; view: RecordView }) => (
  <Layout page={page} title={formTexts(page.locale).forbidden} section="overview">
    <h1>{formTexts(page.locale).forbidden}</h1>
    <p>
      <a href={bodyPath(view.body.id, view.key.campaign)}>
        <Name name={view.body.name} page={page} />
      </a>
    </p>
  </Layout>
);

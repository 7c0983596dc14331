import { Layout } from "./layout.tsx";
import type { Page } from "./page.ts";

/** There is nothing at this address. */
export const MissingPage = ({ page }: { page: Page }) => (
  <Layout page={page} title={page.texts.errors.missingTitle}>
    <h1>{page.texts.errors.missingTitle}</h1>
    <p>{page.texts.errors.missing}</p>
    <p>
      <a href="/">{page.texts.frame.back}</a>
    </p>
  </Layout>
);

/** Something failed; the page tells nothing of it but the number under which it was logged. */
export const FailedPage = ({ page, reference }: { page: Page; reference: string }) => (
  <Layout page={page} title={page.texts.errors.failedTitle}>
    <h1>{page.texts.errors.failedTitle}</h1>
    <p>{page.texts.errors.failed}</p>
    <p>{page.texts.errors.reference(reference)}</p>
  </Layout>
);

/** Before the first import. */
export const NoRegisterPage = ({ page }: { page: Page }) => (
  <Layout page={page} title={page.texts.empty.registerTitle}>
    <h1>{page.texts.empty.registerTitle}</h1>
    <p>{page.texts.empty.register}</p>
    {page.demo ? <p>{page.texts.empty.registerDemo}</p> : null}
  </Layout>
);

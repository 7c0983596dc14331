import type { Child } from "hono/jsx";
import type { DossierKey } from "../../core/dossier/dossier-record.ts";
import type { Body } from "../../core/register/body.ts";
import type { Page } from "./page.ts";
import { Name } from "./parts.tsx";
import { bodyPath } from "./paths.ts";

interface BodyLeadProps {
  readonly page: Page;
  readonly view: { readonly key: DossierKey; readonly body: Body };
  readonly texts: { readonly back: string; readonly title: string; readonly lead: string };
  /** What of the body the page is about, after its name. */
  readonly children?: Child;
}

/** How a page about something of a body begins: the way back, what it is, of whom, and what it is for. */
export const BodyLead = ({ page, view: { key, body }, texts, children }: BodyLeadProps) => (
  <div class="lead">
    <p class="quiet">
      <a href={bodyPath(body.id, key.campaign)}>{texts.back}</a>
    </p>
    <h1>{texts.title}</h1>
    <p class="quiet">
      <Name name={body.name} page={page} /> · {children}
    </p>
    <p>{texts.lead}</p>
  </div>
);

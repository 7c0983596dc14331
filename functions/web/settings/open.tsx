import type { Context } from "hono";
import type { LoadedRegister } from "../../../core/assess.ts";
import { type Action, type Caller, mayDo } from "../../../core/register/grant.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { formTexts } from "../forms/texts.ts";
import { Layout } from "../layout.tsx";
import { type Page, pageOf } from "../page.ts";
import { callerOf } from "../sign-in/caller.ts";
import { loadAll } from "../view.ts";

/** What every page of administration begins with. */
export interface Opened {
  readonly page: Page;
  readonly loaded: LoadedRegister;
  /** Who may act here; null for everybody else. */
  readonly actor: Caller | null;
}

/** Says that one's grants do not cover this. */
const ForbiddenPage = ({ page }: { page: Page }) => (
  <Layout page={page} title={page.texts.errors.missingTitle}>
    <h1>{page.texts.errors.missingTitle}</h1>
    <p>{formTexts(page.locale).forbidden}</p>
    <p>
      <a href="/">{page.texts.frame.back}</a>
    </p>
  </Layout>
);

/** Reads the register and judges who may see this; where nobody can sign in everybody may, and nobody acts. */
export async function openFor(
  context: Context,
  deps: WebDependencies,
  { see, act }: { readonly see: Action; readonly act: Action },
): Promise<Opened | Response> {
  const page = pageOf(context, deps);
  const loaded = await loadAll(deps);
  if (!loaded) return context.html(<NoRegisterPage page={page} />);
  const caller = callerOf(context);
  const may = (action: Action): boolean => caller !== null && mayDo(action, caller, null, loaded.register);
  if (deps.signIn && !may(see)) return context.html(<ForbiddenPage page={page} />, 403);
  return { page, loaded, actor: may(act) ? caller : null };
}

/** The same for what changes something: only for who may act. */
export async function openToAct(
  context: Context,
  deps: WebDependencies,
  action: Action,
): Promise<(Opened & { readonly actor: Caller }) | Response> {
  const opened = await openFor(context, deps, { see: action, act: action });
  if (opened instanceof Response) return opened;
  const { actor, page } = opened;
  return actor ? { ...opened, actor } : context.html(<ForbiddenPage page={page} />, 403);
}

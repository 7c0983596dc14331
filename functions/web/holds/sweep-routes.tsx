import { type Context, Hono } from "hono";
import type { WebDependencies } from "../dependencies.ts";
import { SelectField } from "../forms/controls.tsx";
import { Done, Form } from "../forms/form.tsx";
import { type FormState, freshForm, readForm, requestOf, typedAt, withIssues } from "../forms/values.ts";
import { type Opened, openFor, openToAct } from "../gate.tsx";
import { Layout } from "../layout.tsx";
import { regionChoices } from "../parts.tsx";
import { momentOf } from "../view.ts";
import { holdTexts } from "./texts.ts";

const ALL = "all";

/** A sweep on demand: asked for, confirmed, queued. */
export function createSweepStartPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/sweeps/start", async (context) => {
    const opened = await openFor("sweep", context, deps);
    if (opened instanceof Response) return opened;
    const form = freshForm({ scope: ALL });
    return startPage(context, opened, deps, form, context.req.query("done") === "queued");
  });
  app.post("/sweeps/start", async (context) => {
    const opened = await openToAct("sweep", context, deps);
    if (opened instanceof Response) return opened;
    const { page, loaded } = opened;
    const form = await readForm(context);
    const scope = typedAt(form, "scope");
    const known = loaded.register.scopes;
    const scopes = scope === ALL ? known : known.filter((one) => one === scope);
    if (scopes.length === 0) {
      const message = holdTexts(page.locale).unknownScope;
      return startPage(context, opened, deps, withIssues(form, [{ name: "scope", message }]), false);
    }
    const { slot } = momentOf(deps.clock, loaded);
    // A second click carries the same id, which the queue takes once.
    const request = deps.hash(`${opened.actor.id} ${requestOf(form, deps.identifiers)}`).slice(0, 32);
    await deps.sweeps.send(
      scopes.map((one) => ({ scope: one, slot })),
      request,
    );
    return context.redirect("/sweeps/start?done=queued", 303);
  });
  return app;
}

function startPage(
  context: Context,
  { page, loaded }: Opened,
  { clock, identifiers }: WebDependencies,
  form: FormState,
  isDone: boolean,
): Response | Promise<Response> {
  const texts = holdTexts(page.locale);
  const { day, time } = momentOf(clock, loaded).slot;
  const slot = `${page.words.time.date(day)}, ${time}`;
  const { register } = loaded;
  const scopes = regionChoices(register.scopes, register, page);
  return context.html(
    <Layout page={page} title={texts.sweepTitle} section="sweeps">
      <div class="lead">
        <h1>{texts.sweepTitle}</h1>
        <p>{texts.sweepIntro(slot)}</p>
        <p>{texts.sweepMeans}</p>
      </div>
      <Done text={isDone ? texts.queued(slot) : undefined} />
      <Form
        {...{ page, form, action: "/sweeps/start", submit: texts.sweep, cancel: "/sweeps" }}
        hidden={{ request: identifiers.token() }}
      >
        <SelectField
          {...{ page, form, name: "scope", label: texts.scope }}
          choices={[{ value: ALL, text: texts.allScopes }, ...scopes]}
          required
        />
      </Form>
      <p>
        <a href="/sweeps">{texts.toSweeps}</a>
      </p>
    </Layout>,
    form.issues.length > 0 ? 422 : 200,
  );
}

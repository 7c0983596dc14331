import { type Context, Hono } from "hono";
import { Prose } from "../../../core/dossier/commands/input.ts";
import { holdsAt } from "../../../core/escalation/brake.ts";
import { recipientFinder } from "../../../core/use-cases/assess/recipients.ts";
import { BrakeDecision, decideAboutBrake } from "../../../core/use-cases/letters/brake-decisions.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import type { WebDependencies } from "../dependencies.ts";
import { MissingPage } from "../errors.tsx";
import { hindranceTexts } from "../forms/texts.ts";
import { type FormState, freshForm, readForm, requestOf, typedAt, withIssues } from "../forms/values.ts";
import { type Opened, openFor, openToAct } from "../gate.tsx";
import { regionName, regionText } from "../parts.tsx";
import { momentOf } from "../view.ts";
import { brakesAt } from "./brake.ts";
import { BrakePage } from "./brake-page.tsx";
import { ConfirmPage, NothingPage } from "./parts.tsx";
import { type HoldTexts, holdTexts } from "./texts.ts";

/** What the brakes hold, and the decisions about them. */
export function createBrakePages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/brake", async (context) => {
    const opened = await openFor("sweep", context, deps);
    if (opened instanceof Response) return opened;
    const { page, loaded, actor } = opened;
    const { register } = loaded;
    const brakes = await brakesAt(momentOf(deps.clock, loaded).slot, register, deps);
    const done = doneText(context.req.query("done"), holdTexts(page.locale));
    const recipientOf = recipientFinder(register, deps.identifiers);
    const view = { brakes, register, recipientOf, mayDecide: actor !== null, done };
    return context.html(<BrakePage page={page} view={view} />);
  });
  app.get("/brake/:scope/:decision{stop|release}", async (context) => {
    const opened = await openFor("sweep", context, deps);
    if (opened instanceof Response) return opened;
    const asked = await askedAt(context.req.param(), opened, deps);
    if (!asked) return nothingHeld(context, opened, context.req.param("scope"));
    const hidden = { version: String(asked.version), request: deps.identifiers.token() };
    return context.html(<Confirm opened={opened} asked={asked} form={freshForm()} hidden={hidden} />);
  });
  app.post("/brake/:scope/:decision{stop|release}", async (context) => {
    const opened = await openToAct("sweep", context, deps);
    if (opened instanceof Response) return opened;
    const { page, loaded, actor } = opened;
    const [form, asked] = [await readForm(context), await askedAt(context.req.param(), opened, deps)];
    if (!asked) return nothingHeld(context, opened, context.req.param("scope"));
    const reason = typedAt(form, "reason").trim();
    const texts = holdTexts(page.locale);
    const request = requestOf(form, deps.identifiers);
    const again = (issue: string, name: string, status: 409 | 422) => {
      const hidden = { version: String(asked.version), request: deps.identifiers.token() };
      const shown = withIssues(form, [{ name, message: issue }]);
      return context.html(<Confirm opened={opened} asked={asked} form={shown} hidden={hidden} />, status);
    };
    if (!Prose.safeParse(reason).success) return again(reason === "" ? texts.blank : texts.reasonHelp, "reason", 422);
    const outcome = await decideAboutBrake(
      {
        ...{ scope: asked.scope, decision: asked.decision, reason, request, isRepeatable: true },
        ...{ by: { id: actor.id, name: actor.name }, seen: Number(typedAt(form, "version")) },
        ...{ slot: momentOf(deps.clock, loaded).slot, zone: loaded.register.ministry.zone },
      },
      { ...deps, records: deps.brakes },
    );
    switch (outcome.kind) {
      case "recorded":
        return context.redirect(`/brake?done=${asked.decision}`, 303);
      case "no-brake":
        return again(texts.noBrake, "", 422);
      case "nothing-to-change":
        return again(texts.stoppedAlready, "", 422);
      case "conflict":
      case "other-brake":
        return again(texts.changed, "", 409);
      default:
        return again(hindranceTexts(page.locale)[outcome.kind], "", 409);
    }
  });
  return app;
}

interface AskedDecision {
  readonly scope: string;
  readonly decision: BrakeDecision;
  /** The brake's present version; 0 where there is none. */
  readonly version: number;
}

/** What an address asks for; null where nothing is held. */
async function askedAt(
  { scope, decision }: { readonly scope: string; readonly decision: string },
  { loaded }: Opened,
  { log, clock }: WebDependencies,
): Promise<AskedDecision | null> {
  const known = BrakeDecision.safeParse(decision).data;
  const brake = (await log.standings([scope])).find((standing) => standing.scope === scope)?.brake;
  if (!known || !brake || !loaded.register.scopes.includes(scope)) return null;
  return holdsAt(brake, momentOf(clock, loaded).slot) ? { scope, decision: known, version: brake.version } : null;
}

/** The brake may have been released, or its time may have come, since the page was opened. */
function nothingHeld(context: Context, { page, loaded }: Opened, scope: string): Response | Promise<Response> {
  if (!loaded.register.scopes.includes(scope)) return context.html(<MissingPage page={page} />, 404);
  const title = regionText(scope, loaded.register, page);
  const { noBrake } = holdTexts(page.locale);
  return context.html(<NothingPage {...{ page, section: "brake", title, text: noBrake, back: "/brake" }} />);
}

const doneText = (done: string | undefined, texts: HoldTexts): string | undefined =>
  done === "stop" ? texts.doneStop : done === "release" ? texts.doneRelease : undefined;

const Confirm = ({
  opened: { page, loaded },
  asked: { scope, decision },
  form,
  hidden,
}: {
  opened: Opened;
  asked: AskedDecision;
  form: FormState;
  hidden: Readonly<Record<string, string>>;
}) => {
  const texts = holdTexts(page.locale);
  const name = nameIn(regionName(scope, loaded.register), page.locale);
  const isStop = decision === "stop";
  return (
    <ConfirmPage
      {...{ page, form, hidden, section: "brake", cancel: "/brake" }}
      title={isStop ? texts.stopTitle(name) : texts.releaseTitle(name)}
      means={isStop ? texts.stopMeans : texts.releaseMeans}
      action={`/brake/${encodeURIComponent(scope)}/${decision}`}
      submit={isStop ? texts.stop : texts.release}
    />
  );
};

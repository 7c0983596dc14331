import { type Context, Hono } from "hono";
import { changesBetween } from "../../../core/audit/changes.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { Policy } from "../../../core/order608/policy.ts";
import { applyPolicy } from "../../../core/use-cases/policy-changes/policy-apply.ts";
import { type PolicyChange, policySaid } from "../../../core/use-cases/policy-changes/policy-change.ts";
import { lookAheadPolicy } from "../../../core/use-cases/policy-changes/policy-outlook.ts";
import type { WebDependencies } from "../dependencies.ts";
import { MissingPage } from "../errors.tsx";
import { type FormState, typedAt } from "../forms/values.ts";
import { type Opened, openFor } from "../gate.tsx";
import type { Page } from "../page.ts";
import { addChangeRoutes } from "./change-routes.tsx";
import { LadderPage } from "./ladder-page.tsx";
import { allNumbers } from "./numbers.ts";
import { policyAsked, readPolicyWish } from "./policy-input.ts";
import { PolicyPage } from "./policy-page.tsx";
import { numberTexts } from "./texts/numbers.ts";
import type { VersionRow } from "./versions.tsx";
import { wordPolicyChange } from "./words.ts";

/** The policy for everybody to read, and for administrators to change. */
export function createPolicyPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/policy", async (context) => {
    const opened = await openFor("edit-policy", context, deps, "read-policy");
    if (opened instanceof Response) return opened;
    const view = { ...(await viewOf(opened, deps)), isDone: context.req.query("done") === "applied" };
    return context.html(<PolicyPage page={opened.page} view={view} />);
  });
  app.get("/policy/ladders/:obligation", async (context) => {
    const opened = await openFor("edit-policy", context, deps);
    if (opened instanceof Response) return opened;
    const id = ObligationId.safeParse(context.req.param("obligation")).data;
    if (!id) return context.html(<MissingPage page={opened.page} />, 404);
    return context.html(<LadderPage page={opened.page} id={id} ladder={opened.loaded.directory.policy.ladder[id]} />);
  });
  addChangeRoutes<PolicyChange>(app, deps, {
    ...{ path: "/policy", action: "edit-policy", section: "policy" },
    asked: async (form, opened) => policyAsked(form, await policyShown(form, opened, deps), opened.page),
    written: (wish) => JSON.stringify(wish),
    read: readPolicyWish,
    lookAhead: (wish, from, { loaded }) => lookAheadPolicy(wish, from, loaded, deps),
    apply: (wish, terms, { loaded }) => applyPolicy(wish, terms, loaded, deps),
    versions: () => deps.policies.all(),
    word: wordPolicyChange,
    fieldOf: (path, form) => {
      if (typedAt(form, "kind") === "json") return "json";
      return allNumbers.some((number) => number.path === path) ? path : "";
    },
    again: (context, opened, form) => again(context, opened, form, deps),
  });
  return app;
}

async function viewOf({ loaded: { directory }, actor }: Opened, { policies }: WebDependencies) {
  const { policy, policyVersion = null } = directory;
  const versions = await policies.all();
  const rows = versions.map((version, index): VersionRow => {
    const before = versions[index - 1]?.policy ?? importedOf(directory);
    return { version, changes: changesBetween(policySaid(before), policySaid(version.policy)) };
  });
  return { policy, present: policyVersion, rows, mayEdit: actor !== null, isDone: false };
}

const importedOf = ({ policy, importedPolicy = policy }: Opened["loaded"]["directory"]): Policy => importedPolicy;

/** The policy that a form was opened with: what it does not change is told from that. */
async function policyShown(form: FormState, { loaded }: Opened, { policies }: WebDependencies): Promise<Policy> {
  const shown = (await policies.all())[Number(typedAt(form, "shown")) - 1];
  return shown?.policy ?? importedOf(loaded.directory);
}

async function again(context: Context, opened: Opened, form: FormState, deps: WebDependencies): Promise<Response> {
  const { page, loaded } = opened;
  const id = ObligationId.safeParse(typedAt(form, "obligation")).data;
  if (id && typedAt(form, "kind") === "ladder") {
    return context.html(
      <LadderPage page={page} id={id} ladder={loaded.directory.policy.ladder[id]} form={form} />,
      422,
    );
  }
  return context.html(
    <PolicyPage page={page} view={{ ...(await viewOf(opened, deps)), form: named(form, page) }} />,
    422,
  );
}

/** The same issues with the names of their numbers: above a form of thirty fields "more than 1000" alone names none. */
function named(form: FormState, { locale }: Page): FormState {
  const texts = numberTexts(locale);
  const issues = form.issues.map(({ name, message }) => {
    const number = allNumbers.find(({ path }) => path === name);
    return { name, message: number ? `${texts[number.path].label}: ${message}` : message };
  });
  return { ...form, issues };
}

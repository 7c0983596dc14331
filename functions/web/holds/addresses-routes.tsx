import { type Context, Hono } from "hono";
import { readEntry } from "../../../core/audit/entry.ts";
import { Prose } from "../../../core/dossier/commands/input.ts";
import type { OutOfUseMark } from "../../../core/escalation/out-of-use.ts";
import type { Register } from "../../../core/register/register.ts";
import { recipientFinder } from "../../../core/use-cases/assess/recipients.ts";
import { clearAddress } from "../../../core/use-cases/letters/address-clearings.ts";
import type { WebDependencies } from "../dependencies.ts";
import { hindranceTexts } from "../forms/texts.ts";
import { type FormState, freshForm, readForm, requestOf, typedAt, withIssues } from "../forms/values.ts";
import { type Opened, openFor, openToAct } from "../gate.tsx";
import { AddressesPage, type AddressesView, type AddressRow } from "./addresses-page.tsx";
import { ConfirmPage, NothingPage } from "./parts.tsx";
import { holdTexts } from "./texts.ts";

/** Whoever keeps contacts says which of them work: the other cure is a new address, which is the same right. */
const right = "edit-register";

/** Addresses that a bounce has put out of use, and putting them into use again. */
export function createAddressPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/addresses", async (context) => {
    const opened = await openFor(right, context, deps);
    if (opened instanceof Response) return opened;
    const view = await viewOf(opened, deps, context.req.query("done") === "cleared");
    return context.html(<AddressesPage page={opened.page} view={view} />);
  });
  app.get("/addresses/:key{[\\w-]{22}}/clear", async (context) => {
    const opened = await openFor(right, context, deps);
    if (opened instanceof Response) return opened;
    const key = context.req.param("key");
    const mark = (await deps.outOfUse.all()).find(({ recipientKey }) => recipientKey === key);
    if (!mark) {
      const { page } = opened;
      const { clearTitle, notMarked } = holdTexts(page.locale);
      const nothing = { page, section: "addresses", title: clearTitle, text: notMarked, back: "/addresses" } as const;
      return context.html(<NothingPage {...nothing} />);
    }
    return confirm(context, opened, deps, key, freshForm(), 200);
  });
  app.post("/addresses/:key{[\\w-]{22}}/clear", async (context) => {
    const opened = await openToAct(right, context, deps);
    if (opened instanceof Response) return opened;
    const { page, loaded, actor } = opened;
    const form = await readForm(context);
    const key = context.req.param("key");
    const texts = holdTexts(page.locale);
    const reason = typedAt(form, "reason").trim();
    const again = (name: string, message: string, status: 409 | 422) =>
      confirm(context, opened, deps, key, withIssues(form, [{ name, message }]), status);
    if (!Prose.safeParse(reason).success) return again("reason", reason === "" ? texts.blank : texts.reasonHelp, 422);
    const outcome = await clearAddress(
      {
        ...{ recipientKey: key, reason, by: { id: actor.id, name: actor.name }, zone: loaded.register.ministry.zone },
        ...{ request: requestOf(form, deps.identifiers), isRepeatable: true },
      },
      { ...deps, records: deps.clearings },
    );
    if (outcome.kind === "recorded") return context.redirect("/addresses?done=cleared", 303);
    if (outcome.kind === "not-marked") return again("", texts.notMarked, 422);
    return again("", hindranceTexts(page.locale)[outcome.kind], 409);
  });
  return app;
}

function confirm(
  context: Context,
  { page, loaded: { register } }: Opened,
  { identifiers }: WebDependencies,
  key: string,
  form: FormState,
  status: 200 | 409 | 422,
): Response | Promise<Response> {
  const texts = holdTexts(page.locale);
  const contact = recipientFinder(register, identifiers)(key);
  return context.html(
    <ConfirmPage
      {...{ page, form, section: "addresses", cancel: "/addresses", submit: texts.clear }}
      title={`${texts.clearTitle}: ${contact?.name ?? key}`}
      means={texts.clearMeans}
      action={`/addresses/${encodeURIComponent(key)}/clear`}
      hidden={{ request: identifiers.token() }}
    />,
    status,
  );
}

async function viewOf({ loaded, actor }: Opened, deps: WebDependencies, isDone: boolean): Promise<AddressesView> {
  const { register } = loaded;
  const [marks, clearings] = await Promise.all([deps.outOfUse.all(), deps.clearings.all()]);
  const cleared = clearings.flatMap(({ stored }) => (stored.newest && readEntry(stored.newest.text)) ?? []);
  return {
    rows: rowsOf(marks, register, deps),
    cleared: cleared.toSorted((a, b) => a.at - b.at),
    ...{ zone: register.ministry.zone, mayClear: actor !== null, isDone },
  };
}

function rowsOf(marks: readonly OutOfUseMark[], register: Register, { identifiers }: WebDependencies): AddressRow[] {
  const find = recipientFinder(register, identifiers);
  const isOf = (key: string) => (contact: { readonly email: string }) =>
    identifiers.recipientKey(contact.email) === key;
  return marks
    .toSorted((a, b) => b.at - a.at)
    .map((mark) => ({
      mark,
      contact: find(mark.recipientKey),
      places: register.bodies.flatMap((body) => {
        const contact = body.contacts.find(isOf(mark.recipientKey));
        return contact ? [{ body, contact }] : [];
      }),
    }));
}

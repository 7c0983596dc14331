import { Hono } from "hono";
import { createPresentWorkdays } from "../../../core/calendar/calendar-versions.ts";
import { Facts, type FactsText } from "../../../core/dossier/facts.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import { Grant } from "../../../core/register/grant.ts";
import { createRegister } from "../../../core/register/register.ts";
import { sha256 } from "../../../functions/hash.ts";
import { identifiers } from "../../../functions/identifiers.ts";
import { createAppealPages } from "../../../functions/web/appeals/routes.tsx";
import { createAuditPages } from "../../../functions/web/audit/routes.tsx";
import { createBodyPages } from "../../../functions/web/body/routes.tsx";
import type { RecordingDependencies } from "../../../functions/web/dependencies.ts";
import { createRecordPages } from "../../../functions/web/record/routes.tsx";
import { departmentText, districtText, ministryText } from "../../core/support/facts.ts";
import { almaty, memoryClock } from "../../support/memory/clocks.ts";
import { memoryLedger } from "../../support/memory/ledger.ts";
import { memoryAudit, memoryRecords } from "../../support/memory/records.ts";
import { memoryRegister } from "../../support/memory/register.ts";
import { tagsOf } from "./html.ts";

/** What is typed into a form, by field; a list ticks several boxes. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Asking {
  /** Grants of the caller, `staff@PB-1`; null for a guest. */
  readonly as?: string | null;
  readonly locale?: "kk" | "ru" | "en";
}

/** The pages on which facts are recorded, over ports in memory, at a moment of Almaty. */
export async function recordingAt(now: string, dossiers: FactsText["dossiers"] = []) {
  const bodies = [ministryText, departmentText, districtText];
  const facts = Facts.parse({ bodies, dossiers });
  const [register, records, audit] = [memoryRegister(), memoryRecords(), memoryAudit()];
  await register.replace(facts.bodies, defaultPolicy);
  const { scopeOf, byId } = createRegister(facts.bodies);
  for (const dossier of facts.dossiers) {
    const body = byId.get(dossier.body);
    if (body) records.import(scopeOf(body), dossier);
  }
  const clock = memoryClock(almaty(now));
  const evidence = { read: async () => null };
  const ports = {
    register,
    evidence,
    dossiers: records,
    audit,
    hash: sha256,
    clock,
    identifiers,
    ledger: memoryLedger(),
  };
  // The pages of records use these ports only.
  const deps = {
    ...{ ...ports, workdays: createPresentWorkdays(), demo: true, signIn: undefined, api: ports },
  } as unknown as RecordingDependencies;
  const app = new Hono();
  app.use(async (context, next) => {
    const grants = context.req.header("x-grants");
    const name = context.req.header("x-name") ?? "Айгерим";
    const all = (grants ?? "").split(" ").filter(Boolean);
    context.set(
      "caller",
      grants === undefined ? null : { id: `user:${name}`, name, grants: all.map((one) => Grant.parse(one)) },
    );
    await next();
  });
  for (const pages of [createBodyPages, createRecordPages, createAuditPages, createAppealPages]) {
    app.route("/", pages(deps));
  }
  const headers = ({ as = "staff@PB-1", locale = "ru" }: Asking = {}) => ({
    ...{ cookie: `lang=${locale}` },
    ...(as !== null && { "x-grants": as }),
  });
  const open = (path: string, asking?: Asking) => app.request(path, { headers: headers(asking) });
  /** Posts what is typed, beside what the form itself sends, as a browser does. */
  const send = async (path: string, typed: Typed, asking?: Asking) => {
    const shown = await (await open(path, asking)).text();
    return post(path, { ...valuesOf(shown), ...typed }, asking);
  };
  const post = (path: string, typed: Typed, asking?: Asking) => {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(typed)) {
      for (const text of value === undefined ? [] : [value].flat()) form.append(name, text);
    }
    return app.request(path, { method: "POST", headers: headers(asking), body: form });
  };
  return { app, clock, records, audit, open, send, post, deps };
}

/** What a browser would send of a form that nobody touched. */
export function valuesOf(html: string): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    values[name] = [...(values[name] ?? []), unescaped(value)];
  };
  for (const { name, attributes } of tagsOf(html)) {
    const type = attributes.get("type") ?? "text";
    if (name !== "input" || !attributes.has("name")) continue;
    if ((type === "checkbox" || type === "radio") && !attributes.has("checked")) continue;
    add(attributes.get("name") ?? "", attributes.get("value") ?? "");
  }
  for (const [, name = "", text = ""] of html.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)) {
    add(name, text);
  }
  for (const [, name = "", options = ""] of html.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    add(name, /value="([^"]*)" selected/.exec(options)?.[1] ?? "");
  }
  return values;
}

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

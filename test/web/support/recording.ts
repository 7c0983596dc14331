import { Facts, type FactsText } from "../../../core/dossier/facts.ts";
import { createRegister } from "../../../core/register/register.ts";
import { bodies } from "../../api/support/api.ts";
import { tagsOf, unescaped } from "./html.ts";
import { pagesAt } from "./pages.ts";

/** What is typed into a form, by field; a list ticks several boxes. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Asking {
  /** Grants of the caller, `staff@PB-1`; null for a guest. */
  readonly as?: string | null;
  readonly locale?: "kk" | "ru" | "en";
}

/** All pages over ports in memory with some dossiers, at a moment of Almaty, and the forms on which facts are recorded. */
export async function recordingAt(now: string, dossiers: FactsText["dossiers"] = []) {
  const pages = await pagesAt(now, { demo: true });
  const facts = Facts.parse({ bodies, dossiers });
  const { scopeOf, byId } = createRegister(facts.bodies);
  for (const dossier of facts.dossiers) {
    const body = byId.get(dossier.body);
    if (body) pages.dossiers.import(scopeOf(body), dossier);
  }
  const open = (path: string, { as = "staff@PB-1", locale = "ru" }: Asking = {}) =>
    pages.go(path, { as, lang: locale });
  const post = (path: string, typed: Typed, { as = "staff@PB-1", locale = "ru" }: Asking = {}) => {
    const form: Record<string, string | readonly string[]> = {};
    for (const [name, value] of Object.entries(typed)) if (value !== undefined) form[name] = value;
    return pages.go(path, { form, as, lang: locale });
  };
  /** Posts what is typed, beside what the form itself sends, as a browser does. */
  const send = async (path: string, typed: Typed, asking?: Asking) => {
    const shown = await (await open(path, asking)).text();
    return post(path, { ...valuesOf(shown), ...typed }, asking);
  };
  return { ...pages, records: pages.dossiers, open, send, post };
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

import { instant } from "../../../core/calendar/zone.ts";
import { Grant } from "../../../core/register/grant.ts";
import { createApp } from "../../../functions/web/app.ts";
import { createSignIn, type SignIn } from "../../../functions/web/sign-in/sign-in.ts";
import { memoryGrants } from "../../support/memory/grants.ts";
import { memorySessions } from "../../support/memory/sessions.ts";
import { unescaped } from "./html.ts";
import type { Site } from "./site.ts";

const settings = {
  ...{ issuer: "http://127.0.0.1:1", clientId: "esep-web", sessionSecret: "s".repeat(32) },
  ...{ appUrl: "http://127.0.0.1:4608", machines: [] },
};

/** An answer as tests look at it. */
export interface Seen {
  readonly status: number;
  readonly html: string;
  readonly location: string | null;
}

/** What is sent: by the names of the fields, boxes several times. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The pages as somebody with these grants sees them; null for a stranger. */
export function pagesAs(site: Site, grants: string | null, { name = "Айгерим", lang = "ru" } = {}) {
  const ports = { sessions: memorySessions(), grants: memoryGrants(), clock: { machineNow: () => instant(0) } };
  const signIn: SignIn = {
    ...createSignIn(settings, ports),
    identify: async (context, next) => {
      const held = (grants ?? "").split(" ").filter(Boolean);
      context.set(
        "caller",
        grants === null ? null : { id: `user:${name}`, name, grants: held.map((one) => Grant.parse(one)) },
      );
      await next();
    },
  };
  const app = createApp({ ...site.deps, signIn });
  const seen = async (path: string, init: RequestInit): Promise<Seen> => {
    const headers = { cookie: `lang=${lang}`, origin: settings.appUrl, ...init.headers };
    const answer = await app.request(path, { ...init, headers });
    return { status: answer.status, html: await answer.text(), location: answer.headers.get("location") };
  };
  return {
    get: (path: string) => seen(path, {}),
    post: (path: string, fields: Fields = {}) => {
      const body = new URLSearchParams();
      for (const [key, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(key, one);
      return seen(path, { method: "POST", body });
    },
  };
}

/** The hidden fields of the form that is posted to an address. */
export function hiddenOf(html: string, action: string): Record<string, string> {
  const form = html.split("<form ").find((part) => part.includes(`action="${action}"`)) ?? "";
  const fields = [...(form.split("</form>")[0] ?? "").matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, key = "", value = ""]) => [key, unescaped(value)]));
}

/** What stands in a field. */
export const typedIn = (html: string, name: string): string | undefined =>
  new RegExp(`name="${name.replaceAll(".", "\\.")}"[^>]* value="([^"]*)"`).exec(html)?.[1];

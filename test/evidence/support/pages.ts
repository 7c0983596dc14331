import { Hono } from "hono";
import type { Grant } from "../../../core/register/grant.ts";
import type { ApiDependencies } from "../../../functions/web/api/app.ts";
import type { WebDependencies } from "../../../functions/web/dependencies.ts";
import { secured } from "../../../functions/web/security.ts";
import { bodies } from "../../api/support/api.ts";
import { createSite } from "../../web/support/site.ts";
import type { evidenceWorld } from "./uploads.ts";

const facts = { bodies: bodies.map((body) => ({ ...body, contacts: [...body.contacts] })), dossiers: [] };

type Dependencies = WebDependencies & { readonly api: ApiDependencies };

/** Pages about files of a body, over a world of evidence, as somebody with grants sees them. */
export async function openPages(
  { records: evidence, files: evidenceFiles, dossiers, audit, hash, clock }: ReturnType<typeof evidenceWorld>,
  grants: readonly Grant[],
  pagesOf: (dependencies: Dependencies) => Hono,
) {
  const { deps, ledger } = await createSite(facts, { now: "2027-03-15T10:00" });
  const api = { ...deps, dossiers, evidence, evidenceFiles, audit, hash, clock } as unknown as ApiDependencies; // what these pages use
  const app = new Hono();
  app.use(secured);
  app.use(async (context, next) => {
    if (grants.length > 0) context.set("caller", { id: "user:1", name: "Айгерим", grants });
    await next();
  });
  app.route("/", pagesOf({ ...deps, dossiers, clock, api }));
  return {
    ledger,
    get: (path: string, locale = "ru") => app.request(path, { headers: { cookie: `lang=${locale}` } }),
    post: (path: string, fields: Record<string, string> | FormData, locale = "ru") => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
      return app.request(path, { method: "POST", body, headers: { cookie: `lang=${locale}` } });
    },
  };
}

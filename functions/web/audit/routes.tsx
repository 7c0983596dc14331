import { Hono } from "hono";
import { readHistory } from "../../../core/audit/append.ts";
import { verifyChain } from "../../../core/audit/verify-chain.ts";
import { dossierName } from "../../../core/dossier/dossier-record.ts";
import type { RecordingDependencies, WebDependencies } from "../dependencies.ts";
import { pageOf } from "../page.ts";
import { rightsOf } from "../record/rights.ts";
import { loadRecord } from "../record/view.ts";
import { AuditPage } from "./page.tsx";

/** The history of a body's record. */
export function createAuditPages(deps: WebDependencies): Hono {
  const app = new Hono();
  const { api } = deps;
  if (!api) return app;
  const ports: RecordingDependencies = { ...deps, api };
  app.get("/bodies/:id/audit", async (context) => {
    const view = await loadRecord(context.req.param("id"), context.req.query("campaign"), ports);
    if (!view || !rightsOf(context, view.body, view.register).may("read-audit")) return context.notFound();
    const record = dossierName(view.key);
    const { filed, stored, entries } = await readHistory(view.key, record, { records: api.dossiers, audit: api.audit });
    const before = /^\d{1,9}$/.exec(context.req.query("before") ?? "")?.[0];
    return context.html(
      <AuditPage
        page={pageOf(context, deps)}
        view={view}
        entries={entries.toReversed()}
        chain={verifyChain(record, filed, stored, api.hash)}
        command={context.req.query("command") ?? ""}
        before={before === undefined ? undefined : Number(before)}
      />,
    );
  });
  return app;
}

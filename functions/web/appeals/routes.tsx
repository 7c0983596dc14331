import { Hono } from "hono";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { pageOf } from "../page.ts";
import { rightsOf } from "../record/rights.ts";
import { readerOf } from "../sign-in/reader.ts";
import { watchAll } from "../view.ts";
import { AppealsPage } from "./page.tsx";
import { readAppealQuery } from "./query.ts";
import { appealRows, selectRows } from "./rows.ts";

/** The list of appeals; as fresh as the records, so that a reply just recorded is seen. */
export function createAppealPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/appeals", async (context) => {
    const page = pageOf(context, deps);
    const whole = await watchAll(deps);
    if (!whole) return context.html(<NoRegisterPage page={page} />);
    const { register } = whole.loaded;
    const rows = appealRows(whole, readerOf(context, deps, register).body);
    const query = readAppealQuery(page.url);
    const view = {
      ...{ register, moment: whole.moment, query, total: rows.length, rows: selectRows(rows, query) },
      mayRecord: ({ body }: { readonly body: Parameters<typeof rightsOf>[1] }) =>
        deps.api !== undefined && rightsOf(context, body, register).may("record"),
    };
    return context.html(<AppealsPage page={page} view={view} />);
  });
  return app;
}

import { Hono } from "hono";
import type { WebDependencies } from "../dependencies.ts";
import { pageOf } from "../page.ts";
import { rightsOf } from "../record/rights.ts";
import { readerOf } from "../sign-in/reader.ts";
import { BodyPage } from "./page.tsx";
import { loadBody } from "./view.ts";

/** The page of each body; letters link to its obligations by anchors. */
export function createBodyPages(deps: WebDependencies): Hono {
  const app = new Hono();
  const calendar = { isWorking: deps.workdays.isWorking, nameOf: deps.workdays.entry };
  app.get("/bodies/:id", async (context) => {
    const view = await loadBody(
      {
        id: context.req.param("id"),
        campaign: numberIn(context.req.query("campaign"), /^\d{4}$/),
        done: numberIn(context.req.query("done"), /^\d{1,9}$/),
        doneAt: context.req.query("at"),
        rightsIn: (body, register) => rightsOf(context, body, register),
      },
      deps,
    );
    if (!view) return context.notFound();
    const { body: mayOpen } = readerOf(context, deps, view.register);
    if (!mayOpen(view.body.id)) return context.notFound();
    return context.html(<BodyPage page={pageOf(context, deps)} view={view} calendar={calendar} mayOpen={mayOpen} />);
  });
  return app;
}

const numberIn = (text: string | undefined, form: RegExp): number | undefined =>
  text !== undefined && form.test(text) ? Number(text) : undefined;

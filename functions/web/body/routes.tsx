import { Hono } from "hono";
import type { WebDependencies } from "../dependencies.ts";
import { pageOf } from "../page.ts";
import { readerOf } from "../sign-in/reader.ts";
import { BodyPage } from "./page.tsx";
import { loadBody } from "./view.ts";

/** The page of each body; letters link to its obligations by anchors. */
export function createBodyPages(deps: WebDependencies): Hono {
  const app = new Hono();
  const calendar = { isWorking: deps.workdays.isWorking, nameOf: deps.workdays.entry };
  app.get("/bodies/:id", async (context) => {
    const asked = /^\d{4}$/.exec(context.req.query("campaign") ?? "")?.[0];
    const view = await loadBody(context.req.param("id"), asked === undefined ? undefined : Number(asked), deps);
    if (!view || !readerOf(context, deps, view.register).body(view.body.id)) return context.notFound();
    return context.html(<BodyPage page={pageOf(context, deps)} view={view} calendar={calendar} />);
  });
  return app;
}

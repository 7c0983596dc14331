import { Hono } from "hono";
import { yearOf } from "../../../core/calendar/day.ts";
import { readLetterFigures } from "../../../core/use-cases/reports/status-report.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { pageOf } from "../page.ts";
import { readerOf } from "../sign-in/reader.ts";
import { loadAll, momentOf } from "../view.ts";
import { FewUnacknowledged, UnacknowledgedPage } from "./unacknowledged.tsx";

/** Who has not acknowledged letters of this year, of those that one may read about. */
export function createAcknowledgementPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/acknowledgements", async (context) => {
    const page = pageOf(context, deps);
    const loaded = await loadAll(deps);
    if (!loaded) return context.html(<NoRegisterPage page={page} />);
    const { register } = loaded;
    const counted = {
      year: yearOf(momentOf(deps.clock, loaded).today),
      scopes: register.scopes,
      isCounted: readerOf(context, deps, register).letter,
    };
    const letters = await readLetterFigures(counted, register, { ...deps, ...deps.recent?.() });
    context.header("vary", "HX-Request", { append: true });
    // The overview asks for the beginning of the list alone.
    const Shown = context.req.header("hx-request") ? FewUnacknowledged : UnacknowledgedPage;
    return context.html(<Shown page={page} register={register} letters={letters} />);
  });
  return app;
}

import { Hono } from "hono";
import { readAcknowledgement } from "../../../core/acknowledge.ts";
import { yearOf } from "../../../core/calendar/day.ts";
import type { Register } from "../../../core/register/register.ts";
import { letterFigures } from "../../../core/status/letter-figures.ts";
import type { Unacknowledged } from "../../../core/status/status-report.ts";
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
    const year = yearOf(momentOf(deps.clock, loaded).today);
    const letters = await lettersOf(year, register, deps, readerOf(context, deps, register).letter);
    context.header("vary", "HX-Request", { append: true });
    // The overview asks for the beginning of the list alone.
    const Shown = context.req.header("hx-request") ? FewUnacknowledged : UnacknowledgedPage;
    return context.html(<Shown page={page} register={register} letters={letters} />);
  });
  return app;
}

async function lettersOf(
  year: number,
  register: Register,
  { ledger, api, identifiers }: WebDependencies,
  isReadable: ReturnType<typeof readerOf>["letter"],
) {
  const logs = await Promise.all(register.scopes.map((scope) => ledger.log(scope, year)));
  const answers = await Promise.all(register.scopes.map((scope) => api?.acknowledgements.ofYear(scope, year) ?? []));
  const answered = new Map(answers.flatMap((ofScope) => [...ofScope]));
  return letterFigures(logs.flat().filter(isReadable), {
    year,
    isAcknowledged: (path) => {
      const stored = answered.get(path);
      return stored !== undefined && readAcknowledgement(stored) !== null;
    },
    recipientOf: recipientsIn(register, identifiers),
  });
}

/** Who has an address, by its key: the first body of the register that names it. */
function recipientsIn(register: Register, { recipientKey }: WebDependencies["identifiers"]) {
  const known = new Map<string, Unacknowledged["recipient"]>();
  for (const { id, contacts } of register.bodies) {
    for (const { email, role, name } of contacts) {
      const key = recipientKey(email);
      if (!known.has(key)) known.set(key, { body: id, role, name });
    }
  }
  return (key: string) => known.get(key) ?? null;
}

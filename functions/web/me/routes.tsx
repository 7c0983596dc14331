import { Hono } from "hono";
import { yearOf } from "../../../core/calendar/day.ts";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import { isSlotBefore } from "../../../core/escalation/slots.ts";
import { type Caller, mayDo, partsOf } from "../../../core/register/grant.ts";
import type { Register } from "../../../core/register/register.ts";
import { readAnswers } from "../../../core/use-cases/letters/acknowledge.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { pageOf } from "../page.ts";
import { callerOf } from "../sign-in/caller.ts";
import { isGuest } from "../sign-in/guest.ts";
import { SIGNED_OUT_PATH } from "../sign-in/settings.ts";
import { loadAll, momentOf } from "../view.ts";
import { MePage } from "./page.tsx";

/** How many letters wait on the page; the list of letters has them all. */
const LETTERS = 20;

/** One's own page. */
export function createMePages(deps: WebDependencies): Hono {
  const app = new Hono();
  const { signIn } = deps;
  app.get("/me", async (context) => {
    const page = pageOf(context, deps);
    const caller = signIn ? callerOf(context) : null;
    if (isGuest(caller)) return context.redirect("/sign-in?return=%2Fme", 303);
    const loaded = await loadAll(deps);
    if (!loaded) return context.html(<NoRegisterPage page={page} />);
    const { register } = loaded;
    const year = yearOf(momentOf(deps.clock, loaded).today);
    const letters = caller ? await waitingFor(caller, register, year, deps) : [];
    return context.html(<MePage page={page} register={register} caller={caller} letters={letters} />);
  });
  app.post("/me/sign-out-everywhere", async (context) => {
    const caller = callerOf(context);
    if (!signIn || !caller) return context.notFound();
    await signIn.sessions.endAll(caller.id, signIn.clock.machineNow());
    await signIn.sessions.end(context);
    return context.redirect(SIGNED_OUT_PATH, 303);
  });
  return app;
}

/** This year's letters that somebody may answer and nobody has answered, newest first. */
async function waitingFor(
  caller: Caller,
  register: Register,
  year: number,
  { ledger, acknowledgements }: WebDependencies,
): Promise<readonly LetterEntry[]> {
  const own = caller.grants
    .filter((grant) => partsOf(grant).role === "staff")
    .map((grant) => register.byId.get(partsOf(grant).at ?? ""));
  const scopes = [...new Set(own.flatMap((body) => (body ? [register.scopeOf(body)] : [])))];
  const mayAnswer = ({ items, closed }: LetterEntry): boolean =>
    [...items, ...closed].every(({ body: id }) => {
      const body = register.byId.get(id);
      return body !== undefined && mayDo("acknowledge-letter", caller, body, register);
    });
  const [logs, answerTo] = await Promise.all([
    Promise.all(scopes.map((scope) => ledger.log(scope, year))),
    readAnswers(scopes, [year], acknowledgements),
  ]);
  const isSent = ({ state }: LetterEntry) => state === "sent" || state === "delivered";
  return logs
    .flat()
    .filter((entry) => isSent(entry) && mayAnswer(entry) && answerTo(entry) === undefined)
    .sort((a, b) => (isSlotBefore(a.slot, b.slot) ? 1 : isSlotBefore(b.slot, a.slot) ? -1 : 0))
    .slice(0, LETTERS);
}

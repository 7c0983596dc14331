import { Hono } from "hono";
import { yearOf } from "../../../core/calendar/day.ts";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import { type Caller, partsOf } from "../../../core/register/grant.ts";
import type { LoadedRegister } from "../../../core/use-cases/assess/assess.ts";
import { readAnswers } from "../../../core/use-cases/letters/acknowledge.ts";
import { mayAnswer } from "../acknowledge/view.ts";
import { bySlot } from "../body/told.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { letterScopes } from "../letters/scopes.ts";
import { pageOf } from "../page.ts";
import { signInPath } from "../paths.ts";
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
    if (isGuest(caller)) return context.redirect(signInPath("/me"), 303);
    const loaded = await loadAll(deps);
    if (!loaded) return context.html(<NoRegisterPage page={page} />);
    const letters = caller ? await waitingFor(caller, loaded, deps) : [];
    return context.html(<MePage page={page} register={loaded.register} caller={caller} letters={letters} />);
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
  loaded: LoadedRegister,
  { ledger, acknowledgements, clock }: WebDependencies,
): Promise<readonly LetterEntry[]> {
  const { register, directory } = loaded;
  const year = yearOf(momentOf(clock, loaded).today);
  const own = caller.grants
    .filter((grant) => partsOf(grant).role === "staff")
    .map((grant) => register.byId.get(partsOf(grant).at ?? ""));
  const ownScopes = [...new Set(own.flatMap((body) => (body ? [register.scopeOf(body)] : [])))];
  const scopes = letterScopes(ownScopes, directory);
  const [logs, answerTo] = await Promise.all([
    Promise.all(scopes.map((scope) => ledger.log(scope, year))),
    readAnswers(scopes, [year], acknowledgements),
  ]);
  const isSent = ({ state }: LetterEntry) => state === "sent" || state === "delivered";
  return logs
    .flat()
    .filter((entry) => isSent(entry) && mayAnswer(entry, caller, register) && answerTo(entry) === undefined)
    .sort((a, b) => bySlot(b, a))
    .slice(0, LETTERS);
}

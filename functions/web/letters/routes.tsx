import { Hono } from "hono";
import { yearOf } from "../../../core/calendar/day.ts";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import { recipientFinder } from "../../../core/use-cases/assess/recipients.ts";
import { readAnswers } from "../../../core/use-cases/letters/acknowledge.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { pageOf } from "../page.ts";
import { LETTER_FRAME } from "../security.ts";
import { readerOf } from "../sign-in/reader.ts";
import { loadAll, momentOf } from "../view.ts";
import { LetterPage } from "./letter.tsx";
import { LettersPage } from "./list.tsx";
import { framed, readMail } from "./mail.ts";
import { LETTER_PATH, openLetter } from "./open-letter.ts";
import { chooseLetters, readLettersQuery } from "./query.ts";
import { logsAbout, scopesTold } from "./scopes.ts";

/** The ledger: all letters, and each as its recipient saw it. */
export function createLetterPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/letters", async (context) => {
    const page = pageOf(context, deps);
    const loaded = await loadAll(deps);
    if (!loaded) return context.html(<NoRegisterPage page={page} />);
    const { today } = momentOf(deps.clock, loaded);
    const query = readLettersQuery(page.url);
    const year = query.year ?? yearOf(today);
    const { register, directory } = loaded;
    // The ministry stands over all bodies, here as in the API.
    const region = query.scope === register.ministry.id ? undefined : query.scope;
    const asked = loaded.scopes.filter((scope) => region === undefined || scope === region);
    const logs = logsAbout(asked, directory);
    const written = (await Promise.all(logs.map((scope) => deps.ledger.log(scope, year)))).flat();
    const isAbout = (entry: LetterEntry) => region === undefined || scopesTold(entry, register).includes(region);
    const entries = written.filter(isAbout).filter(readerOf(context, deps, register).letter);
    const answerTo = await readAnswers(logs, [year], deps.acknowledgements);
    const view = {
      ...{ query, year, today, entries, register, answerTo },
      chosen: chooseLetters(entries, query, answerTo),
      recipientOf: recipientFinder(register, deps.identifiers),
    };
    return context.html(<LettersPage page={page} view={view} />);
  });
  app.get(LETTER_PATH, async (context) => {
    const opened = await openLetter(context, deps);
    if (!opened) return context.notFound();
    const { entry, loaded } = opened;
    const mail = await readMail(entry, deps.files);
    const recipient = recipientFinder(loaded.register, deps.identifiers)(entry.recipientKey);
    const view = { entry, mail, recipient, register: loaded.register, isAnswerable: deps.api !== undefined };
    return context.html(<LetterPage page={pageOf(context, deps)} view={view} />);
  });
  app.get(`${LETTER_PATH}${LETTER_FRAME}`, async (context) => {
    const opened = await openLetter(context, deps);
    const mail = opened && (await readMail(opened.entry, deps.files));
    return mail?.html === undefined ? context.notFound() : context.html(framed(mail.html));
  });
  return app;
}

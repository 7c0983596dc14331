import { Hono } from "hono";
import { yearOf } from "../../../core/calendar/day.ts";
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
    const scopes = loaded.scopes.filter((scope) => query.scope === undefined || scope === query.scope);
    const written = (await Promise.all(scopes.map((scope) => deps.ledger.log(scope, year)))).flat();
    const entries = written.filter(readerOf(context, deps, loaded.register).letter);
    const answerTo = await readAnswers(scopes, [year], deps.acknowledgements);
    const view = {
      ...{ query, year, today, entries, register: loaded.register, answerTo },
      chosen: chooseLetters(entries, query, answerTo),
      recipientOf: recipientFinder(loaded.register, deps.identifiers),
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

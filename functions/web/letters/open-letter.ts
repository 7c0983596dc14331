import type { Context } from "hono";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import type { LoadedRegister } from "../../../core/use-cases/assess/assess.ts";
import type { WebDependencies } from "../dependencies.ts";
import { readerOf } from "../sign-in/reader.ts";
import { loadAll } from "../view.ts";

/** The path of a letter's page, and of those below it. */
export const LETTER_PATH = "/letters/:scope/:year{[0-9]{4}}/:recipient/:n{[0-9]+}";

interface OpenLetter {
  readonly entry: LetterEntry;
  readonly loaded: LoadedRegister;
}

/** The letter that an address names; null where there is none that the caller may read. */
export async function openLetter(context: Context, deps: WebDependencies): Promise<OpenLetter | null> {
  const { scope = "", year, recipient = "", n } = context.req.param();
  const id = { scope, year: Number(year), recipientKey: recipient, n: Number(n) };
  const [entry, loaded] = await Promise.all([deps.ledger.get(id), loadAll(deps)]);
  return entry && loaded && readerOf(context, deps, loaded.register).letter(entry) ? { entry, loaded } : null;
}

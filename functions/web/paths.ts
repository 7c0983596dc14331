import { formatDay } from "../../core/calendar/day.ts";
import type { ObligationId } from "../../core/dossier/obligation-id.ts";
import type { LetterId } from "../../core/escalation/ledger.ts";
import type { Slot } from "../../core/escalation/letter.ts";

type Parameters = Readonly<Record<string, string | number | undefined>>;

/** An address with those parameters that say something. */
export function withQuery(path: string, parameters: Parameters): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== "") said.set(name, String(value));
  }
  const query = said.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** A body's page, at one obligation if one is given; letters link there too. */
export function bodyPath(body: string, campaign?: number, obligation?: ObligationId): string {
  const path = withQuery(`/bodies/${encodeURIComponent(body)}`, { campaign });
  return obligation === undefined ? path : `${path}#${obligation}`;
}

/** Where somebody signs in, to come back to an address of this site afterwards. */
export const signInPath = (back: string | URL | undefined): string =>
  withQuery("/sign-in", { return: typeof back === "object" ? back.pathname + back.search : back });

/** A letter's page. */
export const letterPagePath = ({ scope, year, recipientKey, n }: LetterId): string =>
  `/letters/${encodeURIComponent(scope)}/${year}/${encodeURIComponent(recipientKey)}/${n}`;

/** `2027-03-19T09:00`. */
export const slotText = ({ day, time }: Slot): string => `${formatDay(day)}T${time}`;

/** The same address in another language. */
export function inLanguage(url: URL, language: string): string {
  const parameters = new URLSearchParams(url.search);
  parameters.set("lang", language);
  return `${url.pathname}?${parameters}`;
}

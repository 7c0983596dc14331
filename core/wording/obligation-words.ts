import type { Obligation } from "../order608/obligation.ts";
import { ofEach } from "../order608/obligations/all.ts";
import type { Locale, Trilingual } from "../register/locale.ts";
import type { Catalogue } from "./catalogue.ts";

/** What every obligation brings to a catalogue: its names, what can be missing, and what has to be ensured then. */
export function obligationWords(locale: Locale): Pick<Catalogue, "obligations" | "missing" | "acts"> {
  const ofCodes = ({ missing }: Obligation, take: (part: (typeof missing)[string]) => Trilingual) =>
    Object.fromEntries(Object.entries(missing).map(([code, part]) => [code, take(part)[locale]]));
  return {
    obligations: ofEach(({ short, full }) => ({ short: short[locale], full: full[locale] })),
    missing: ofEach((obligation) => ofCodes(obligation, ({ words }) => words)),
    acts: ofEach((obligation) => ofCodes(obligation, ({ act }) => act)),
  };
}

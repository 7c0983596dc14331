import type { State } from "../../../core/order608/finding.ts";
import type { Locale } from "../../../core/register/locale.ts";
import { tileOf } from "../../../core/register/regions.ts";
import type { OpenFinding, StatusReport } from "../../../core/status/status-report.ts";
import type { Catalogue } from "../../../core/wording/catalogue.ts";
import { wordSubject } from "../../../core/wording/word-finding.ts";
import { catalogueOf, nameIn } from "../../../core/wording/wording.ts";
import { oneLine } from "../../mail/clean.ts";
import { reportTexts } from "./texts/all.ts";
import type { ReportTexts } from "./texts/texts.ts";

/** Signs that tell states apart without colour, all of them in the font of the documents; a key says what they mean. */
export const signs: Readonly<Record<State, string>> = {
  overdue: "!",
  breached: "×",
  due: "•",
  late: "±",
  upcoming: "·",
  met: "+",
  waived: "–",
};

/** Everything that the parts of a report are worded with. */
export interface Words {
  readonly locale: Locale;
  readonly texts: ReportTexts;
  readonly catalogue: Catalogue;
  /** A body's name by its id. */
  readonly nameOf: (body: string) => string;
  /** The region's own name where it is on the map, else its department's; of a body by its id, a department's too. */
  readonly regionOf: (body: string) => string;
}

/** A name of a body as one line that no document stumbles over. */
export const clean = (text: string): string => oneLine(text, 500);

export function wordsOf(report: StatusReport, locale: Locale): Words {
  const regions = new Map(
    report.regions.map(({ scope, name }) => [scope, clean(nameIn(tileOf(scope)?.name ?? name, locale))]),
  );
  const bodies = new Map(report.rows.map((row) => [row.body, row]));
  return {
    locale,
    texts: reportTexts(locale),
    catalogue: catalogueOf(locale),
    nameOf: (body) => {
      const row = bodies.get(body);
      return row ? clean(nameIn(row.name, locale)) : body === report.scope ? clean(nameIn(report.name, locale)) : body;
    },
    regionOf: (body) => regions.get(bodies.get(body)?.region ?? body) ?? "",
  };
}

/** What a finding is about: the meeting by its day, an appeal or a decision by its number; nothing for the dossier. */
export function subjectWords(
  { obligation, subject, meeting }: Pick<OpenFinding, "obligation" | "subject" | "meeting">,
  { locale, catalogue }: Words,
): string {
  return clean(meeting === null ? wordSubject({ obligation, subject }, locale) : catalogue.subjects.meeting(meeting));
}

/** Per cent, rounded down so that 100 % means all. */
export const wordShare = (rate: number | null, { texts }: Words): string =>
  rate === null ? texts.none : `${Math.floor(rate * 100)}\u00a0%`;

import { formatMinutes } from "../../../core/calendar/time.ts";
import { localTime } from "../../../core/calendar/zone.ts";
import type { Locale } from "../../../core/register/locale.ts";
import { countIn } from "../../../core/status/count.ts";
import { STATES } from "../../../core/status/states.ts";
import type { StatusReport } from "../../../core/status/status-report.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import { capitalised, nameIn } from "../../../core/wording/wording.ts";
import type { Table } from "./table.ts";
import { changesTable, countsTable, openTable, regionsTable } from "./tables.ts";
import { lettersTable, trendTable, unacknowledgedTable, uncheckedTable, versionsTable } from "./watch-tables.ts";
import { clean, type Words, wordShare, wordsOf } from "./words.ts";

/** One of the figures at the head of a report. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly tone?: (typeof STATES)[number];
}

/** A report in the words of a language: what HTML, PDF and XLSX lay out. */
export interface ReportView {
  readonly words: Words;
  readonly report: StatusReport;
  readonly title: string;
  /** Whom it is about. */
  readonly about: string;
  /** The moment, and when it was made. */
  readonly moment: string;
  readonly made: string;
  readonly figures: readonly Figure[];
  readonly counts: Table;
  readonly regions: Table;
  readonly changes: Table;
  readonly open: Table;
  readonly letters: Table;
  readonly unacknowledged: Table;
  readonly unchecked: Table;
  readonly trend: Table;
  readonly versions: Table;
}

/** Words a report. The zone is the ministry's: when it was made is told on its clocks. */
export function viewReport(report: StatusReport, locale: Locale, zone: string): ReportView {
  const words = wordsOf(report, locale);
  const { texts, catalogue } = words;
  const made = localTime(report.made, zone);
  const longDate = catalogue.time.longDate(report.on);
  return {
    words,
    report,
    title: texts.title,
    about: report.scope === null ? texts.partly : clean(nameIn(report.name, locale)),
    moment: report.time === null ? texts.endOfDay(longDate) : catalogue.letter.asOf(longDate, report.time),
    made: texts.made(catalogue.time.date(made.day), formatMinutes(made.minutes)),
    figures: figuresOf(report, words),
    counts: countsTable(report, words),
    regions: regionsTable(report, words),
    changes: changesTable(report, words),
    open: openTable(report, words),
    letters: lettersTable(report, words),
    unacknowledged: unacknowledgedTable(report, words),
    unchecked: uncheckedTable(report, words),
    trend: trendTable(report, words),
    versions: versionsTable(report, words),
  };
}

function figuresOf({ rate, counts, bodies }: StatusReport, words: Words): Figure[] {
  const { texts, catalogue, locale } = words;
  return [
    { name: texts.rate, value: rate === null ? texts.none : wordShare(rate, words) },
    { name: texts.columns.bodies, value: formatNumber(locale, bodies) },
    ...STATES.map((state) => ({
      name: capitalised(catalogue.states[state]),
      value: formatNumber(locale, countIn(counts, state)),
      tone: state,
    })),
  ];
}

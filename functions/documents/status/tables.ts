import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { State } from "../../../core/order608/finding.ts";
import { countIn, type FindingCounts } from "../../../core/status/count.ts";
import { STATES } from "../../../core/status/states.ts";
import type { OpenFinding, ReportChange, ReportRow, StatusReport } from "../../../core/status/status-report.ts";
import { wordMissing } from "../../../core/wording/word-missing.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { type Cell, dayColumn, numberColumn, plain, shareColumn, type Table, textColumn } from "./table.ts";
import { clean, subjectWords, type Words } from "./words.ts";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const states = (counts: FindingCounts): number[] => STATES.map((state) => countIn(counts, state));
const stateColumns = ({ catalogue }: Words) =>
  STATES.map((state) => numberColumn(capitalised(catalogue.states[state]), 9));

const stateCell = (state: State | null, { catalogue, texts }: Words): Cell =>
  state === null ? { value: texts.none } : { value: catalogue.states[state], tone: state };

/** Every obligation by state. */
export function countsTable({ counts }: StatusReport, words: Words): Table {
  const { texts, catalogue } = words;
  const row = (name: string, figures: readonly number[]) => plain([name, ...figures, sum(figures)]);
  return {
    title: texts.counts,
    columns: [textColumn(texts.columns.obligation, 34), ...stateColumns(words), numberColumn(texts.columns.total, 9)],
    rows: ObligationId.options.map((id) =>
      row(
        catalogue.obligations[id].full,
        STATES.map((state) => counts[id]?.[state] ?? 0),
      ),
    ),
    totals: [row(texts.columns.total, states(counts))],
    empty: texts.noBodies,
  };
}

/** Every department with its figures. */
export function regionsTable({ regions, bodies, rate, counts }: StatusReport, words: Words): Table {
  const { texts, nameOf, regionOf } = words;
  return {
    title: texts.regions,
    columns: [
      textColumn(texts.columns.region, 34),
      numberColumn(texts.columns.bodies, 9),
      shareColumn(texts.columns.rate, 10),
      ...stateColumns(words),
    ],
    rows: regions.map((region) =>
      plain([regionOf(region.scope) || nameOf(region.scope), region.bodies, region.rate, ...states(region.counts)]),
    ),
    totals: regions.length < 2 ? [] : [plain([texts.columns.total, bodies, rate, ...states(counts)])],
    empty: texts.noBodies,
  };
}

/** Every body: its rate, its figures, and the worst state of each obligation in words. */
export function bodiesTable(rows: readonly ReportRow[], words: Words): Table {
  const { texts, catalogue, nameOf, regionOf } = words;
  const { columns } = texts;
  return {
    title: texts.bodies,
    columns: [
      ...[textColumn(columns.region, 26), textColumn(columns.body, 40), textColumn(columns.code, 12)],
      ...[textColumn(columns.parent, 12), shareColumn(columns.rate, 10), ...stateColumns(words)],
      ...[numberColumn(columns.recordedLate, 10)],
      ...ObligationId.options.map((id) => textColumn(catalogue.obligations[id].short, 14)),
    ],
    rows: rows.map(({ body, parent, rate, counts, worst, recordedLate }) => [
      ...plain([regionOf(body), nameOf(body), body, parent, rate, ...states(counts), recordedLate]),
      ...ObligationId.options.map((id): Cell => {
        const state = worst[id];
        return state === undefined ? { value: null } : stateCell(state, words);
      }),
    ]),
    empty: texts.noBodies,
  };
}

/** What is due, overdue or breached, the worst first. */
export function openTable({ open }: StatusReport, words: Words): Table {
  const { texts, catalogue, nameOf, regionOf } = words;
  const { columns } = texts;
  const byState = (a: OpenFinding, b: OpenFinding): number =>
    STATES.indexOf(a.state) - STATES.indexOf(b.state) || a.due - b.due;
  return {
    title: texts.open,
    columns: [
      ...[textColumn(columns.state, 13), textColumn(columns.region, 19), textColumn(columns.body, 27)],
      ...[textColumn(columns.obligation, 27), textColumn(columns.subject, 17), numberColumn(columns.campaign, 11)],
      ...[textColumn(columns.clause, 9), dayColumn(columns.due, 11), numberColumn(columns.days, 10)],
      ...[textColumn(columns.missing, 38), textColumn(columns.recordedLate, 12)],
    ],
    rows: open
      .toSorted(byState)
      .map((finding) => [
        stateCell(finding.state, words),
        ...plain([regionOf(finding.body), nameOf(finding.body), catalogue.obligations[finding.obligation].full]),
        ...plain([subjectWords(finding, words), finding.campaign, finding.clause.replace("APPC", texts.code)]),
        ...plain([finding.due, finding.daysLeft]),
        ...plain([missingWords(finding, words), finding.recordedLate ? texts.yes : null]),
      ]),
    empty: texts.noOpen,
  };
}

/** Characters after which missing things are only counted. */
const ENOUGH = 110;

/** What is missing, as far as it fits into a cell. */
function missingWords({ obligation, missing }: OpenFinding, { locale, catalogue }: Words): string {
  const said: string[] = [];
  for (const code of missing) {
    if (said.join(", ").length > ENOUGH) break;
    said.push(clean(wordMissing(obligation, code, locale)));
  }
  const left = missing.length - said.length;
  return [...said, ...(left > 0 ? [catalogue.letter.moreOf(left)] : [])].join(", ");
}

/** What is another than at the end of the day before, the worst first. */
export function changesTable({ changes }: StatusReport, words: Words): Table {
  const { texts, catalogue, nameOf, regionOf } = words;
  const { columns } = texts;
  return {
    title: texts.changes(catalogue.time.date(changes.since)),
    columns: [
      ...[textColumn(columns.before, 14), textColumn(columns.now, 14), textColumn(columns.region, 22)],
      ...[textColumn(columns.body, 32), textColumn(columns.obligation, 32), textColumn(columns.subject, 18)],
      ...[dayColumn(columns.due, 11), textColumn(columns.recordedLate, 12)],
    ],
    rows: changes.items.map((change: ReportChange) => [
      ...[stateCell(change.from, words), stateCell(change.to, words)],
      ...plain([regionOf(change.body), nameOf(change.body), catalogue.obligations[change.obligation].full]),
      ...plain([subjectWords(change, words), change.due, change.recordedLate ? texts.yes : null]),
    ]),
    empty: texts.noChanges,
  };
}

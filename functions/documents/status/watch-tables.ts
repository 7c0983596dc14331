import { LetterState } from "../../../core/escalation/ledger.ts";
import type { StatusReport } from "../../../core/status/status-report.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { dayColumn, numberColumn, plain, shareColumn, type Table, textColumn } from "./table.ts";
import { clean, subjectWords, type Words } from "./words.ts";

// What the watch itself did: its sweeps and letters, what it could not check, and by which versions.

/** The rate that each sweep found. */
export function trendTable({ trend }: StatusReport, { texts }: Words): Table {
  const { columns } = texts;
  return {
    title: texts.trend,
    columns: [dayColumn(columns.date, 12), textColumn(columns.time, 10), shareColumn(columns.rate, 12)],
    rows: trend.map(({ day, time, rate }) => plain([day, time, rate])),
    empty: texts.noTrend,
  };
}

/** Letters by where they stand. */
export function lettersTable({ letters }: StatusReport, { texts, catalogue }: Words): Table {
  const states = LetterState.options.filter((state) => (letters.states[state] ?? 0) > 0);
  const total = plain([texts.columns.total, letters.total]);
  const further = [plain([capitalised(texts.acknowledged), letters.acknowledged])];
  if (letters.repeated > 0) further.push(plain([capitalised(texts.repeated), letters.repeated]));
  return {
    title: texts.letters(letters.year),
    columns: [textColumn(texts.columns.state, 34), numberColumn(texts.columns.letters, 10)],
    rows: states.map((state) => plain([capitalised(catalogue.letterStates[state]), letters.states[state] ?? 0])),
    totals: letters.total === 0 ? [] : [total, ...further],
    empty: texts.noLetters,
  };
}

/** Who has letters that nobody acknowledged. */
export function unacknowledgedTable({ letters }: StatusReport, { texts, catalogue, nameOf }: Words): Table {
  const { columns } = texts;
  return {
    title: texts.unacknowledged,
    columns: [
      ...[textColumn(columns.recipient, 36), textColumn(columns.role, 22), textColumn(columns.body, 40)],
      ...[numberColumn(columns.letters, 9), dayColumn(columns.since, 12)],
    ],
    rows: letters.unacknowledged.map(({ recipient, letters: count, since }) => [
      ...(recipient
        ? plain([clean(recipient.name), catalogue.contactRoles[recipient.role], nameOf(recipient.body)])
        : plain([texts.unknownRecipient, null, null])),
      ...plain([count, since]),
    ]),
    empty: texts.noUnacknowledged,
  };
}

/** What could not be evaluated. */
export function uncheckedTable({ failed, damaged }: StatusReport, words: Words): Table {
  const { texts, catalogue, nameOf } = words;
  const { columns } = texts;
  return {
    title: texts.unchecked,
    columns: [
      ...[textColumn(columns.body, 40), numberColumn(columns.campaign, 9), textColumn(columns.obligation, 34)],
      ...[textColumn(columns.subject, 18), textColumn(columns.reason, 40)],
    ],
    rows: [
      ...damaged.map(({ body, campaign }) => plain([nameOf(body), campaign, null, null, texts.damaged])),
      ...failed.map(({ body, campaign, obligation, subject, year }) => {
        const about = subjectWords({ obligation, subject, meeting: null }, words);
        const name = catalogue.obligations[obligation].full;
        return plain([nameOf(body), campaign, name, about, texts.uncovered(year)]);
      }),
    ],
    empty: texts.allChecked,
  };
}

/** What the report was computed from. */
export function versionsTable({ versions }: StatusReport, { texts }: Words): Table {
  const wordVersion = ({ number, name }: StatusReport["versions"]["policy"]): string =>
    number === null ? texts.original(name) : texts.applied(number, name);
  return {
    title: texts.versions,
    columns: [textColumn(texts.columns.what, 34), textColumn(texts.columns.value, 34)],
    rows: [
      plain([texts.policy, wordVersion(versions.policy)]),
      plain([texts.calendar, wordVersion(versions.calendar)]),
      plain([texts.register, String(versions.register)]),
      plain([texts.facts, versions.facts]),
    ],
    empty: "",
  };
}

import { type Day, plusDays, weekdayOf, yearOf } from "../calendar/day.ts";
import type { Derivation } from "../order608/finding.ts";
import type { Locale } from "../register/locale.ts";
import type { Catalogue } from "./catalogue.ts";
import { catalogueOf } from "./wording.ts";

/** What a derivation needs to know of the working-day calendar. */
export interface NamedCalendar {
  readonly isWorking: (day: Day) => boolean;
  /** Why a day departs from the plain week; undefined for a plain weekend or working day. */
  readonly nameOf: (day: Day) => { readonly ru: string; readonly kk: string } | undefined;
}

interface Run {
  readonly first: Day;
  readonly last: Day;
  /** Empty for a plain weekend. */
  readonly name: string;
}

/** The calendar adds the day that a holiday was moved from; a term can be checked without it. */
const withoutDate = (name: string): string => name.replace(/\(\d{4}-\d{2}-\d{2}\)$/, "").trimEnd();

/** Neighbouring days of one name as one run, in order. */
function runsOf(days: readonly Day[], { derivation }: Catalogue, calendar: NamedCalendar): readonly Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    const known = calendar.nameOf(day);
    const name = known ? derivation.holiday({ ru: withoutDate(known.ru), kk: withoutDate(known.kk) }) : "";
    const last = runs.at(-1);
    if (last && last.name === name && plusDays(last.last, 1) === day) runs[runs.length - 1] = { ...last, last: day };
    else runs.push({ first: day, last: day, name });
  }
  return runs;
}

function listed(days: readonly Day[], catalogue: Catalogue, calendar: NamedCalendar, withYear: boolean): string {
  const word = ({ first, last, name }: Run): string =>
    `${catalogue.time.range(first, last, withYear)} (${name === "" ? catalogue.derivation.weekend(last - first + 1) : name})`;
  return runsOf(days, catalogue, calendar).map(word).join(", ");
}

/** The days after `from` up to `due` that did not count, and the weekend days that did. */
function exceptions(from: Day, due: Day, catalogue: Catalogue, calendar: NamedCalendar): string {
  const days = Array.from({ length: Math.max(0, due - from) }, (_, index) => plusDays(from, index + 1));
  const off = days.filter((day) => !calendar.isWorking(day));
  const extra = days.filter((day) => weekdayOf(day) >= 6 && calendar.isWorking(day));
  const withYear = yearOf(from) !== yearOf(due);
  const { notCounting, counting } = catalogue.derivation;
  return (
    (off.length === 0 ? "" : notCounting(listed(off, catalogue, calendar, withYear))) +
    (extra.length === 0 ? "" : counting(listed(extra, catalogue, calendar, withYear)))
  );
}

type Of<Kind extends Derivation["kind"]> = Extract<Derivation, { readonly kind: Kind }>;

function fromMeeting({ meeting, days }: Of<"from-meeting">, { derivation, time }: Catalogue): readonly string[] {
  const distance = days === 0 ? derivation.onTheDay : days > 0 ? derivation.before(days) : derivation.after(-days);
  return [derivation.meeting(time.date(meeting)), distance];
}

function workingDays(term: Of<"working-days">, catalogue: Catalogue, calendar: NamedCalendar): readonly string[] {
  const { derivation, time } = catalogue;
  const count = derivation.workingDays(term.days) + exceptions(term.from, term.due, catalogue, calendar);
  return [derivation.starts[term.start](time.date(term.from)), count];
}

function officeHours(term: Of<"office-hours">, catalogue: Catalogue, calendar: NamedCalendar): readonly string[] {
  const { derivation, time } = catalogue;
  const start = derivation.received(time.date(term.received), time.weekday(term.received), term.at);
  if (term.due === term.received) return [start, derivation.sameDay(term.closes)];
  const why = calendar.isWorking(term.received) ? derivation.afterHours(term.closes) : derivation.nonWorkingDay;
  return [start, why + exceptions(term.received, term.due, catalogue, calendar)];
}

/** After the sentence of the unextended term. */
function extended(term: Of<"extended">, { derivation, time }: Catalogue): readonly string[] {
  const unmoved = term.due === term.unextended.due && term.until < term.due;
  const moved = !unmoved && term.due > term.until;
  return [
    derivation.extended(time.date(term.decided), time.date(term.until)),
    ...(unmoved ? [derivation.unmoved] : []),
    ...(moved ? [derivation.untilMoved] : []),
  ];
}

function steps(
  term: Exclude<Derivation, Of<"fixed">>,
  catalogue: Catalogue,
  calendar: NamedCalendar,
): readonly string[] {
  switch (term.kind) {
    case "from-meeting":
      return fromMeeting(term, catalogue);
    case "working-days":
      return workingDays(term, catalogue, calendar);
    case "office-hours":
      return officeHours(term, catalogue, calendar);
    case "extended":
      return extended(term, catalogue);
  }
}

/** How a due day came about, in words that a person can check against a calendar on the wall; an extension adds a sentence. */
export function wordDerivation(term: Derivation, calendar: NamedCalendar, locale: Locale): string {
  const catalogue = catalogueOf(locale);
  const { derivation, time } = catalogue;
  const due = time.date(term.due);
  const first = term.kind === "extended" ? `${wordDerivation(term.unextended, calendar, locale)} ` : "";
  if (term.kind === "fixed") return `${derivation.fixed[term.of](due)}.`;
  return `${first}${[...steps(term, catalogue, calendar), derivation.due(due)].join("; ")}.`;
}

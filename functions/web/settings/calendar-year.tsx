import type { CalendarDayKind } from "../../../core/calendar/calendar-day.ts";
import { type Day, dayOf, formatDay, partsOf, plusDays, weekdayOf } from "../../../core/calendar/day.ts";
import type { Workdays } from "../../../core/calendar/workdays.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import { settingsTexts } from "./texts/texts.ts";

/** What a day is, for its colour, sign and words. */
type DayKind = "working" | "off" | CalendarDayKind;

const kindOf = (day: Day, workdays: Workdays): DayKind =>
  workdays.entry(day)?.kind ?? (workdays.isWorking(day) ? "working" : "off");

/** Signs that tell kinds apart without colour. */
const marks: Readonly<Record<DayKind, string>> = {
  working: "",
  off: "",
  holiday: "★",
  dayoff: "☆",
  transferred: "→",
  extra_dayoff: "+",
  extra_workday: "⚒",
};

/** All days of a year. */
export const daysOf = (year: number): readonly Day[] => {
  const first = dayOf(year, 1, 1);
  return Array.from({ length: dayOf(year + 1, 1, 1) - first }, (_, index) => plusDays(first, index));
};

/** Twelve months, each a table of weeks; kinds have a sign and words beside their colour. */
export const CalendarYear = ({ page, year, workdays }: { page: Page; year: number; workdays: Workdays }) => {
  const { key } = settingsTexts(page.locale).calendar;
  return (
    <>
      <ul class="key">
        {(Object.keys(marks) as DayKind[]).map((kind) => (
          <li>
            <span class={`day ${kind}`}>{marks[kind] === "" ? "1" : marks[kind]}</span> {key[kind]}
          </li>
        ))}
      </ul>
      <div class="months">
        {Array.from({ length: 12 }, (_, index) => (
          <Month page={page} year={year} month={index + 1} workdays={workdays} />
        ))}
      </div>
    </>
  );
};

const Month = ({ page, year, month, workdays }: { page: Page; year: number; month: number; workdays: Workdays }) => {
  const days = daysOf(year).filter((day) => partsOf(day).month === month);
  const weeks = [...Map.groupBy(days, (day) => day - weekdayOf(day)).values()];
  return (
    <table class="month">
      <caption>{monthName(page, year, month)}</caption>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_, index) => (
            <th scope="col">
              <abbr title={weekdayName(page, index, "long")}>{weekdayName(page, index, "short")}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <Week page={page} week={week} workdays={workdays} />
        ))}
      </tbody>
    </table>
  );
};

const Week = ({ page, week, workdays }: { page: Page; week: readonly Day[]; workdays: Workdays }) => (
  <tr>
    {Array.from({ length: 7 }, (_, index) => {
      const day = week.find((one) => weekdayOf(one) === index + 1);
      return day === undefined ? <td /> : <DayCell page={page} day={day} workdays={workdays} />;
    })}
  </tr>
);

const DayCell = ({ page, day, workdays }: { page: Page; day: Day; workdays: Workdays }) => {
  const kind = kindOf(day, workdays);
  const entry = workdays.entry(day);
  const name = entry && nameIn(entry, page.locale);
  return (
    <td class={`day ${kind}`}>
      <time datetime={formatDay(day)}>{partsOf(day).date}</time>
      {kind === "working" ? null : (
        <span class="sr">
          , {settingsTexts(page.locale).calendar.key[kind]}
          {name === undefined ? "" : `: ${name}`}
        </span>
      )}
      {marks[kind] === "" ? null : <sup aria-hidden="true">{marks[kind]}</sup>}
    </td>
  );
};

const MILLISECONDS = 86_400_000;

/** A name of Intl for a day, which knows moments only: noon of that day in UTC. */
const named = ({ locale }: Page, day: Day, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format((day + 0.5) * MILLISECONDS);

const monthName = (page: Page, year: number, month: number): string =>
  named(page, dayOf(year, month, 1), { month: "long" });

/** Monday is 0; 4 January 2027 is one. */
const weekdayName = (page: Page, index: number, weekday: "long" | "short"): string =>
  named(page, dayOf(2027, 1, 4 + index), { weekday });

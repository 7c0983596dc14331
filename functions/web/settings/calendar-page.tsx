import type { CalendarChange, CalendarChanges } from "../../../core/calendar/calendar-versions.ts";
import { type Day, formatDay, yearOf } from "../../../core/calendar/day.ts";
import type { Workdays } from "../../../core/calendar/workdays.ts";
import { capitalised, nameIn } from "../../../core/wording/wording.ts";
import { SelectField, TextField } from "../forms/controls.tsx";
import { Done, ErrorSummary, Form } from "../forms/form.tsx";
import { type FormState, freshForm, typedAt } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { DayTime, Scroll } from "../parts.tsx";
import { CalendarYear, daysOf } from "./calendar-year.tsx";
import { FromField } from "./policy-page.tsx";
import { settingsTexts } from "./texts/texts.ts";
import { type VersionRow, Versions } from "./versions.tsx";
import { wordCalendarChange } from "./words.ts";

/** The calendar as its page shows it. */
export interface CalendarView {
  readonly year: number;
  readonly years: { readonly from: number; readonly to: number };
  readonly workdays: Workdays;
  /** In what the calendar in force departs from the product's. */
  readonly changes: CalendarChanges;
  readonly present: number | null;
  readonly rows: readonly VersionRow[];
  readonly mayEdit: boolean;
  /** A form that was refused, with what was typed. */
  readonly form?: FormState;
  readonly isDone: boolean;
}

interface CalendarProps {
  readonly page: Page;
  readonly view: CalendarView;
}

/** A year of working days, why each special day is one, and the forms that change it. */
export const CalendarPage = ({ page, view }: CalendarProps) => {
  const { calendar, change } = settingsTexts(page.locale);
  const kind = view.form && typedAt(view.form, "kind");
  const { from, to } = view.years;
  return (
    <Layout page={page} title={calendar.title} section="calendar">
      <div class="lead">
        <h1>{calendar.title}</h1>
        <p>{calendar.intro}</p>
        <p>{calendar.covered(from, to)}</p>
      </div>
      <Done text={view.isDone ? change.applied : undefined} />
      {view.form && kind !== "day" && kind !== "extend" ? <ErrorSummary page={page} form={view.form} /> : null}
      <Year page={page} view={view} />
      <Named page={page} view={view} />
      {view.mayEdit ? <Forms page={page} view={view} /> : null}
      <Versions
        page={page}
        rows={view.rows}
        present={view.present}
        word={(one) => wordCalendarChange(one, page)}
        undoAt={view.mayEdit ? "/calendar/preview" : undefined}
      />
    </Layout>
  );
};

const Year = ({ page, view: { year, years, workdays } }: CalendarProps) => {
  const { calendar } = settingsTexts(page.locale);
  const all = Array.from({ length: years.to - years.from + 1 }, (_, index) => years.from + index);
  const working = daysOf(year).filter(workdays.isWorking).length;
  return (
    <section class="card" aria-labelledby="year-title">
      <h2 id="year-title">{calendar.yearTitle(year)}</h2>
      <nav class="tabs" aria-label={calendar.years}>
        {all.map((one) => (
          <a href={`/calendar?year=${one}`} aria-current={one === year ? "page" : undefined}>
            {one}
          </a>
        ))}
      </nav>
      <p>{calendar.total(working, daysOf(year).length - working)}</p>
      <CalendarYear page={page} year={year} workdays={workdays} />
    </section>
  );
};

/** The special days of the year as a list, which also says the year's picture in words. */
const Named = ({ page, view }: CalendarProps) => {
  const { calendar } = settingsTexts(page.locale);
  const { year, workdays, changes } = view;
  const own = new Map(changes.days.filter(({ day }) => yearOf(day) === year).map((one) => [one.day, one]));
  const days = daysOf(year).filter((day) => workdays.entry(day) !== undefined || own.has(day));
  return (
    <div class="card">
      <h2>{calendar.named}</h2>
      <Scroll label={calendar.named}>
        <table>
          <caption class="sr">{calendar.named}</caption>
          <thead>
            <tr>
              {[calendar.day, calendar.kind, calendar.name, calendar.source].map((title) => (
                <th scope="col">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <NamedDay page={page} view={view} day={day} own={own.get(day)} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
};

const NamedDay = ({ page, view, day, own }: CalendarProps & { day: Day; own: CalendarChange | undefined }) => {
  const { calendar } = settingsTexts(page.locale);
  const entry = own ?? view.workdays.entry(day);
  if (!entry) return null;
  return (
    <tr>
      <th scope="row">
        <DayTime day={day} page={page} /> <span class="quiet">{page.words.time.weekday(day)}</span>
      </th>
      <td>{calendar.kinds[entry.kind]}</td>
      <td>
        <span lang={page.locale === "en" ? "ru" : undefined}>{nameIn(entry, page.locale)}</span>
        {entry.note === undefined ? null : <p class="quiet">{entry.note}</p>}
      </td>
      <td>
        {own ? calendar.own : calendar.product}
        {own && view.mayEdit ? (
          <form method="post" action="/calendar/preview">
            <input type="hidden" name="kind" value="restore" />
            <input type="hidden" name="day" value={formatDay(day)} />
            <button type="submit" class="plain">
              {calendar.restore(page.words.time.date(day))}
            </button>
          </form>
        ) : null}
      </td>
    </tr>
  );
};

const Forms = ({ page, view }: CalendarProps) => {
  const { calendar, change } = settingsTexts(page.locale);
  const own = (kind: string) => (view.form && typedAt(view.form, "kind") === kind ? view.form : undefined);
  const from = formatDay(page.clock.day);
  const dayForm = own("day") ?? freshForm({ from });
  const yearForm = own("extend") ?? freshForm({ from, coversTo: String(view.years.to + 1) });
  const kinds = Object.entries(calendar.kinds).map(([value, text]) => ({ value, text: capitalised(text) }));
  const both = { page, form: dayForm, id: "day-" };
  return (
    <>
      <section class="card" aria-labelledby="day-title">
        <h2 id="day-title">{calendar.changeDay}</h2>
        <p class="quiet">{calendar.changeIntro}</p>
        <Form {...both} action="/calendar/preview" submit={change.look} hidden={{ kind: "day" }}>
          <TextField {...both} name="day" type="date" label={calendar.day} required />
          <SelectField {...both} name="dayKind" label={calendar.kind} choices={kinds} required />
          <TextField {...both} name="kk" label={calendar.nameKk} maxlength={200} required />
          <TextField {...both} name="ru" label={calendar.nameRu} maxlength={200} required />
          <TextField {...both} name="note" label={calendar.note} maxlength={500} />
          <FromField {...both} />
        </Form>
      </section>
      <section class="card" aria-labelledby="extend-title">
        <h2 id="extend-title">{calendar.extend}</h2>
        <p class="quiet">{calendar.extendIntro}</p>
        <Form
          page={page}
          form={yearForm}
          id="extend-"
          action="/calendar/preview"
          submit={change.look}
          hidden={{ kind: "extend" }}
        >
          <TextField
            page={page}
            form={yearForm}
            id="extend-"
            name="coversTo"
            type="number"
            label={calendar.coversTo}
            required
          />
          <FromField page={page} form={yearForm} id="extend-" />
        </Form>
      </section>
    </>
  );
};

import { minutesOf } from "../../../core/calendar/time.ts";
import type { PublicMeeting } from "../../../core/status/public-schedule.ts";
import { Select } from "../filter-controls.tsx";
import { Inferred, Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { DayTime, Empty, Name, Outlet, RegionName, regionChoices, regionText, Scroll } from "../parts.tsx";
import { withQuery } from "../paths.ts";
import type { Published } from "./calendar.ts";
import { scheduleTexts } from "./texts.ts";

/** What the public schedule shows. */
export interface ScheduleView extends Published {
  /** Past meetings too. */
  readonly past: boolean;
}

interface ScheduleProps {
  readonly page: Page;
  readonly view: ScheduleView;
}

/** Those without an announced time come first. */
const minutesAt = ({ startsAt }: PublicMeeting): number => (startsAt === null ? -1 : minutesOf(startsAt));

/** Who reports to the population when and where, as published. */
export const SchedulePage = ({ page, view }: ScheduleProps) => {
  const { schedule } = page.texts;
  const shown = view.meetings
    .filter(({ date }) => view.past || date >= view.today)
    .toSorted((a, b) => a.date - b.date || minutesAt(a) - minutesAt(b));
  const regions = Map.groupBy(shown, ({ body }) => view.scopeOf(body));
  return (
    <Layout page={page} title={schedule.title} section="schedule">
      <div class="lead">
        <h1>{schedule.title}</h1>
        <p>{schedule.intro}</p>
        <p class="quiet">{schedule.basis}</p>
      </div>
      <Inferred page={page} />
      <Filters page={page} view={view} />
      <p>
        <a href={calendarPath(page, view.region)}>{scheduleTexts(page.locale).subscribe}</a>{" "}
        <span class="quiet">{scheduleTexts(page.locale).subscribeHelp}</span>
      </p>
      <p role="status">{schedule.found(shown.length)}</p>
      {shown.length === 0 ? <Empty>{page.texts.empty.schedule}</Empty> : null}
      {view.register.scopes.map((scope) => {
        const meetings = regions.get(scope);
        return meetings ? <Region scope={scope} meetings={meetings} page={page} view={view} /> : null;
      })}
    </Layout>
  );
};

/** The calendar in the page's language. */
const calendarPath = ({ locale }: Page, region: string | undefined): string =>
  withQuery("/schedule.ics", { region, lang: locale });

const Filters = ({ page, view }: ScheduleProps) => {
  const { filters, schedule } = page.texts;
  const [, ...regions] = view.register.scopes;
  const choices = regionChoices(regions, view.register, page);
  return (
    <form class="filters" action="/schedule" method="get">
      <Select name="region" label={filters.region} none={filters.all} chosen={view.region} choices={choices} />
      {view.past ? <input type="hidden" name="past" value="yes" /> : null}
      <div class="actions">
        <button type="submit">{filters.apply}</button>
        <a href={withQuery("/schedule", { region: view.region, past: view.past ? undefined : "yes" })}>
          {view.past ? schedule.hidePast : schedule.showPast}
        </a>
      </div>
    </form>
  );
};

interface RegionProps extends ScheduleProps {
  readonly scope: string;
  readonly meetings: readonly PublicMeeting[];
}

const Region = ({ scope, meetings, page, view }: RegionProps) => {
  const { schedule } = page.texts;
  const ownTexts = scheduleTexts(page.locale);
  return (
    <Scroll label={regionText(scope, view.register, page)} name="card">
      <table class="agenda">
        <caption>
          <RegionName scope={scope} register={view.register} page={page} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{schedule.date}</th>
            <th scope="col">{schedule.time}</th>
            <th scope="col">{schedule.body}</th>
            <th scope="col">{schedule.place}</th>
            <th scope="col">{schedule.questions}</th>
          </tr>
        </thead>
        <tbody>
          {meetings.map((meeting) => (
            <Row meeting={meeting} page={page} view={view} />
          ))}
        </tbody>
      </table>
      <p>
        <a href={calendarPath(page, scope)}>{ownTexts.calendar}</a>
      </p>
    </Scroll>
  );
};

const Row = ({ meeting, page, view }: ScheduleProps & { meeting: PublicMeeting }) => {
  const { schedule } = page.texts;
  const body = view.register.byId.get(meeting.body);
  return (
    <tr>
      <td>
        <DayTime day={meeting.date} page={page} />
        <br />
        <small>{page.words.time.weekday(meeting.date)}</small>
      </td>
      <td>{meeting.startsAt ?? schedule.notAnnounced}</td>
      <th scope="row">{body ? <Name name={body.name} page={page} /> : meeting.body}</th>
      <td>{meeting.place ? <Name name={meeting.place} page={page} /> : schedule.notAnnounced}</td>
      <td>
        {meeting.questions.length === 0 ? schedule.notAnnounced : null}
        <ul>
          {meeting.questions.map((notice) => (
            <li>
              <Outlet notice={notice} />, <DayTime day={notice.publishedOn} page={page} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
};

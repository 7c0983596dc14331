import { isInterrupted, type ReportJob } from "../../../core/status/report-job.ts";
import type { LoadedRegister } from "../../../core/use-cases/assess/assess.ts";
import type { Page } from "../page.ts";
import { DayTime, Empty, MomentTime, Name, Scroll } from "../parts.tsx";
import type { Sending } from "./page.tsx";
import { reportPageTexts } from "./texts.ts";

interface JobsProps {
  readonly page: Page;
  readonly loaded: LoadedRegister;
  readonly sending: Pick<Sending, "jobs" | "now">;
}

/** The reports of the last weeks, how far each is, and their files. */
export const Jobs = ({ page, loaded, sending: { jobs, now } }: JobsProps) => {
  const texts = reportPageTexts(page.locale);
  return (
    <section id="jobs" aria-labelledby="jobs-title">
      <h2 id="jobs-title">{texts.jobs}</h2>
      {jobs.length === 0 ? (
        <Empty>{texts.noJobs}</Empty>
      ) : (
        <>
          <p>
            <a href={`${page.url.pathname}${page.url.search}#jobs`}>{texts.refresh}</a>
          </p>
          <Scroll label={texts.jobs}>
            <table>
              <caption class="sr">{texts.jobs}</caption>
              <thead>
                <tr>
                  {[texts.asked, texts.by, texts.scope, texts.day, texts.progress, texts.files].map((title) => (
                    <th scope="col">{title}</th>
                  ))}
                  <th scope="col" class="n">
                    {texts.letters}
                  </th>
                </tr>
              </thead>
              <tbody>
                {jobs.map((job) => (
                  <Row page={page} loaded={loaded} job={job} now={now} />
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </section>
  );
};

const Row = ({ page, loaded, job, now }: Omit<JobsProps, "sending"> & { job: ReportJob; now: number }) => {
  const texts = reportPageTexts(page.locale);
  const { register } = loaded;
  const body = register.byId.get(job.order.scope);
  const state = isInterrupted(job, now) ? "interrupted" : job.state;
  return (
    <tr>
      <td>
        <MomentTime at={job.askedAt} zone={register.ministry.zone} page={page} />
      </td>
      <td>{job.by.name}</td>
      <td>{body ? <Name name={body.name} page={page} /> : job.order.scope}</td>
      <td>{job.order.on === null ? texts.moment : <DayTime day={job.order.on} page={page} />}</td>
      <td>
        {texts.states[state]}
        {job.error === null ? null : `: ${texts.errors[job.error]}`}
        {state === "running" ? (
          <>
            {" "}
            <progress value={job.done} max={job.total} aria-label={texts.progress} /> {texts.steps(job.done, job.total)}
          </>
        ) : null}
      </td>
      <td>
        {job.files.length === 0 ? (
          "–"
        ) : (
          <ul>
            {job.files.map(({ name }) => (
              <li>
                <a href={`/reports/jobs/${encodeURIComponent(job.id)}/${encodeURIComponent(name)}`}>{name}</a>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td class="n">{job.letters}</td>
    </tr>
  );
};

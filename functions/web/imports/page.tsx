import type { Register } from "../../../core/register/register.ts";
import type { ImportJob } from "../../../core/use-cases/register-changes/import-jobs.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { controlId } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import type { FormState } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Empty, MomentTime, Scroll } from "../parts.tsx";
import { wordInTheWay } from "./in-the-way.ts";
import { importWords } from "./texts.ts";

interface ImportsProps {
  readonly page: Page;
  readonly form: FormState;
  readonly register: Register;
  /** Newest first. */
  readonly jobs: readonly ImportJob[];
}

export const uploads = ["register", "contacts", "facts"] as const;

/** Files to import, what can be exported, and the imports so far. */
export const ImportsPage = ({ page, form, register, jobs }: ImportsProps) => {
  const words = importWords(page.locale);
  return (
    <Layout page={page} title={words.title} section="imports">
      <div class="lead">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <p class="quiet">{words.calendar}</p>
      </div>
      <Form page={page} form={form} action="/imports/preview" submit={words.preview} files>
        {uploads.map((name) => (
          <FileField page={page} form={form} name={name} />
        ))}
      </Form>
      <section class="card" aria-labelledby="exports-title">
        <h2 id="exports-title">{words.exports}</h2>
        <p class="actions">
          <a href="/register/register.csv" download>
            {words.exportRegister}
          </a>
          <a href="/register/contacts.csv" download>
            {words.exportContacts}
          </a>
          <a href="/imports/facts.json" download>
            {words.exportFacts}
          </a>
        </p>
        <p class="quiet">{words.exportNote}</p>
      </section>
      {jobs.length === 0 ? <Empty>{words.none}</Empty> : <Jobs page={page} register={register} jobs={jobs} />}
    </Layout>
  );
};

const FileField = ({ page, form, name }: { page: Page; form: FormState; name: (typeof uploads)[number] }) => {
  const words = importWords(page.locale);
  const id = controlId(name);
  const issues = form.issues.filter((issue) => issue.name === name);
  return (
    <div class="field">
      <label for={id}>{words.files[name]}</label>
      <p class="help" id={`${id}-help`}>
        {words.help[name]}
      </p>
      {issues.length === 0 ? null : (
        <p class="wrong" id={`${id}-error`}>
          {issues.map(({ message }) => message).join(" ")}
        </p>
      )}
      <input
        id={id}
        type="file"
        name={name}
        accept={name === "facts" ? ".json,application/json" : ".csv,text/csv"}
        aria-describedby={issues.length === 0 ? `${id}-help` : `${id}-help ${id}-error`}
        aria-invalid={issues.length > 0 ? "true" : undefined}
      />
    </div>
  );
};

const Jobs = ({ page, register, jobs }: Omit<ImportsProps, "form">) => {
  const words = importWords(page.locale);
  return (
    <Scroll label={words.list}>
      <table>
        <caption>{words.list}</caption>
        <thead>
          <tr>
            {[words.when, words.who, words.reason, words.state].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr>
              <td>
                <a href={`/imports/${job.id}`}>
                  <MomentTime at={job.startedAt} zone={register.ministry.zone} page={page} />
                </a>
              </td>
              <td>{job.by.name}</td>
              <td>{job.reason}</td>
              <td>{words.states[job.state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

interface JobProps {
  readonly page: Page;
  readonly register: Register;
  readonly job: ImportJob;
  /** Somebody works at it just now. */
  readonly isBusy: boolean;
  /** Names of the files with what was there before. */
  readonly files: readonly string[];
}

/** How far an import is, and what can be done with it. */
export const JobPage = ({ page, register, job, isBusy, files }: JobProps) => {
  const words = importWords(page.locale);
  const isOpen = job.state === "running" && !isBusy;
  return (
    <Layout page={page} title={words.job} section="imports">
      <div class="lead">
        <h1>{words.job}</h1>
        <p>
          <MomentTime at={job.startedAt} zone={register.ministry.zone} page={page} />, {job.by.name}: {job.reason}
        </p>
      </div>
      <p class="note" role="status">
        <strong>{capitalised(words.states[job.state])}</strong>. {words.progress(job.done, job.total)}.
      </p>
      <p>
        <progress max={job.total} value={job.done} aria-label={words.progress(job.done, job.total)} />
      </p>
      {isBusy ? <p>{words.working}</p> : null}
      {job.what === null ? null : <p class="alert">{words.takenBack(wordInTheWay(job.what, page.locale))}</p>}
      {isOpen ? (
        <>
          <p>{words.stopped}</p>
          <form method="post" action={`/imports/${job.id}/continue`}>
            <button type="submit">{words.continue}</button>
          </form>
          <p>{words.takeBackHelp}</p>
          <form method="post" action={`/imports/${job.id}/take-back`}>
            <button type="submit" class="grave">
              {words.takeBack}
            </button>
          </form>
        </>
      ) : null}
      {job.state === "done" && job.undo !== null ? (
        <section class="card" aria-labelledby="undo-title">
          <h2 id="undo-title">{words.undo}</h2>
          <p>{words.undoHelp}</p>
          <p class="actions">
            <a href={`/imports/preview?file=${job.undo}`}>{words.undo}</a>
            {files.map((file) => (
              <a href={`/imports/${job.id}/undo/${file}`} download>
                {words.undoFile}: {file}
              </a>
            ))}
          </p>
        </section>
      ) : null}
      <p>
        <a href="/imports">{words.title}</a>
      </p>
    </Layout>
  );
};

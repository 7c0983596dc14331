import { formatDay } from "../../../core/calendar/day.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import type { Ladder } from "../../../core/order608/ladder.ts";
import { Policy } from "../../../core/order608/policy.ts";
import { wordCitation } from "../../../core/wording/word-clause.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { TextArea, TextField } from "../forms/controls.tsx";
import { Done, ErrorSummary, Form } from "../forms/form.tsx";
import { type FormState, freshForm, typedAt } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Scroll } from "../parts.tsx";
import { allNumbers, groups, textAt } from "./numbers.ts";
import { numberTexts } from "./texts/numbers.ts";
import { settingsTexts } from "./texts/texts.ts";
import { type VersionRow, Versions } from "./versions.tsx";
import { wordPlace, wordPolicyChange } from "./words.ts";

/** The policy as its page shows it. */
export interface PolicyView {
  readonly policy: Policy;
  /** The version in force; null before the first. */
  readonly present: number | null;
  readonly rows: readonly VersionRow[];
  readonly mayEdit: boolean;
  /** A form that was refused, with what was typed. */
  readonly form?: FormState;
  readonly isDone: boolean;
}

interface PolicyProps {
  readonly page: Page;
  readonly view: PolicyView;
}

/** Every number with its meaning, every ladder, and all versions; forms for who may change them. */
export const PolicyPage = ({ page, view }: PolicyProps) => {
  const { policy, change } = settingsTexts(page.locale);
  const kind = view.form && typedAt(view.form, "kind");
  return (
    <Layout page={page} title={policy.title} section="policy">
      <div class="lead">
        <h1>{policy.title}</h1>
        <p>{policy.intro}</p>
        <p>
          <strong>{policy.present(view.present)}</strong> {view.mayEdit ? null : policy.readOnly}
        </p>
      </div>
      <Done text={view.isDone ? change.applied : undefined} />
      {view.form && kind !== "numbers" && kind !== "json" ? <ErrorSummary page={page} form={view.form} /> : null}
      <section class="card" aria-labelledby="numbers-title">
        <h2 id="numbers-title">{policy.numbers}</h2>
        {view.mayEdit ? <NumbersForm page={page} view={view} /> : <NumbersTable page={page} view={view} />}
        <p class="quiet">{policy.schedule(view.policy.zone, view.policy.slots.join(", "))}</p>
      </section>
      <Ladders page={page} view={view} />
      {view.mayEdit ? <JsonForm page={page} view={view} /> : null}
      <Versions
        page={page}
        rows={view.rows}
        present={view.present}
        word={(one) => wordPolicyChange(one, page)}
        undoAt={view.mayEdit ? "/policy/preview" : undefined}
      />
    </Layout>
  );
};

/** What stands under a number: its meaning, its clause, its default, and who changed it last and why. */
function helpOf(path: (typeof allNumbers)[number]["path"], { page, view }: PolicyProps): string {
  const { policy } = settingsTexts(page.locale);
  const rule = allNumbers.find((number) => number.path === path);
  const last = view.rows.findLast(({ changes }) => changes.some((one) => one.path === path.replaceAll(".", "/")));
  return [
    numberTexts(page.locale)[path].help,
    ...(rule?.clause ? [`${capitalised(wordCitation(rule.clause, page.locale))}.`] : []),
    ...(rule?.isLaw ? [policy.isLaw] : []),
    `${policy.standard(textAt(Policy.encode(defaultPolicy), path))}.`,
    ...(last ? [`${lastChange(last, page)}.`] : []),
  ].join(" ");
}

function lastChange({ version }: VersionRow, page: Page): string {
  const { number, from, by, name = by, reason } = version;
  return settingsTexts(page.locale).policy.lastChange(name, page.words.time.date(from), reason, number);
}

const NumbersForm = ({ page, view }: PolicyProps) => {
  const { change, policy } = settingsTexts(page.locale);
  const written = Policy.encode(view.policy);
  const own = view.form && typedAt(view.form, "kind") === "numbers" ? view.form : undefined;
  const values = allNumbers.map(({ path }) => [path, textAt(written, path)] as const);
  const form = own ?? freshForm({ ...Object.fromEntries(values), from: formatDay(page.clock.day) });
  const hidden = { kind: "numbers", shown: own ? typedAt(own, "shown") : String(view.present ?? 0) };
  return (
    <Form page={page} form={form} action="/policy/preview" submit={change.look} hidden={hidden} id="numbers-">
      <p class="quiet">{policy.numbersIntro}</p>
      {groups.map((group) => (
        <fieldset class="field">
          <legend>{policy.groups[group]}</legend>
          {allNumbers
            .filter((number) => number.group === group)
            .map(({ path, kind }) => (
              <TextField
                page={page}
                form={form}
                id="numbers-"
                name={path}
                type={kind === "count" ? "number" : kind === "time" ? "time" : "text"}
                label={numberTexts(page.locale)[path].label}
                help={helpOf(path, { page, view })}
                min={kind === "count" ? 0 : undefined}
                required
              />
            ))}
        </fieldset>
      ))}
      <FromField page={page} form={form} id="numbers-" />
    </Form>
  );
};

/** From when a change is to be in force. */
export const FromField = ({ page, form, id }: { page: Page; form: FormState; id: string }) => {
  const { change } = settingsTexts(page.locale);
  return (
    <>
      <TextField
        {...{ page, form, id, label: change.from, help: change.fromHelp, min: formatDay(page.clock.day) }}
        name="from"
        type="date"
        required
      />
      <p class="help">{change.lookHelp}</p>
    </>
  );
};

const NumbersTable = ({ page, view }: PolicyProps) => (
  <dl class="facts">
    {allNumbers.map(({ path }) => (
      <>
        <dt>
          {numberTexts(page.locale)[path].label} <span class="help">{helpOf(path, { page, view })}</span>
        </dt>
        <dd>
          <strong>{textAt(Policy.encode(view.policy), path)}</strong>
        </dd>
      </>
    ))}
  </dl>
);

const Ladders = ({ page, view }: PolicyProps) => {
  const { policy } = settingsTexts(page.locale);
  return (
    <section class="stack" aria-labelledby="ladders-title">
      <h2 id="ladders-title">{policy.ladders}</h2>
      <p class="quiet">{policy.laddersIntro}</p>
      {ObligationId.options.map((id) => (
        <section class="card" aria-labelledby={`ladder-${id}`}>
          <h3 id={`ladder-${id}`}>{page.words.obligations[id].full}</h3>
          <LadderTable page={page} ladder={view.policy.ladder[id]} name={page.words.obligations[id].full} />
          {view.mayEdit ? (
            <p>
              <a href={`/policy/ladders/${id}`}>
                {policy.editLadder}
                <span class="sr">: {page.words.obligations[id].full}</span>
              </a>
            </p>
          ) : null}
        </section>
      ))}
    </section>
  );
};

/** A ladder for people: when, and to whom. */
export const LadderTable = ({ page, ladder, name }: { page: Page; ladder: Ladder; name: string }) => {
  const { policy } = settingsTexts(page.locale);
  const { stages, every = [] } = ladder;
  if (stages.length === 0) return <p class="empty">{policy.noStages}</p>;
  return (
    <>
      <Scroll label={policy.ladderOf(name)}>
        <table>
          <caption class="sr">{policy.ladderOf(name)}</caption>
          <thead>
            <tr>
              <th scope="col">{policy.when}</th>
              <th scope="col">{policy.whom}</th>
            </tr>
          </thead>
          <tbody>
            {stages.map(({ at, to }) => (
              <tr>
                <th scope="row">{capitalised(wordPlace(at, page))}</th>
                <td>{to.map((role) => policy.roles[role]).join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {every.length > 0 ? <p class="quiet">{policy.again(every.join(", "))}</p> : null}
    </>
  );
};

const JsonForm = ({ page, view }: PolicyProps) => {
  const { change, policy } = settingsTexts(page.locale);
  const own = view.form && typedAt(view.form, "kind") === "json" ? view.form : undefined;
  const form = own ?? freshForm({ json: '{\n  "noticeDays": 10\n}', from: formatDay(page.clock.day) });
  return (
    <details class="card" open={own !== undefined}>
      <summary id="json-title">{policy.json}</summary>
      <Form page={page} form={form} action="/policy/preview" submit={change.look} hidden={{ kind: "json" }} id="json-">
        <TextArea
          page={page}
          form={form}
          id="json-"
          name="json"
          label={policy.jsonLabel}
          help={policy.jsonIntro}
          rows={8}
          required
        />
        <FromField page={page} form={form} id="json-" />
      </Form>
    </details>
  );
};

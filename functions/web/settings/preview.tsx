import type { FieldChange } from "../../../core/audit/entry.ts";
import { formatDay } from "../../../core/calendar/day.ts";
import type { Applied } from "../../../core/order608/policy-versions.ts";
import type { Register } from "../../../core/register/register.ts";
import type { Outlook } from "../../../core/use-cases/policy-changes/policy-outlook.ts";
import { type MovedFinding, PREVIEW_DAYS } from "../../../core/use-cases/policy-changes/policy-preview.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import { wordSubject } from "../../../core/wording/word-finding.ts";
import { ReasonField } from "../forms/controls.tsx";
import { Form } from "../forms/form.tsx";
import type { FormState } from "../forms/values.ts";
import { Layout } from "../layout.tsx";
import type { Section } from "../navigation.ts";
import type { Page } from "../page.ts";
import { DayTime, Empty, Name, Scroll, StateTag } from "../parts.tsx";
import { settingsTexts } from "./texts/texts.ts";
import { ChangeList } from "./versions.tsx";

/** What a look ahead shows before a change is applied. */
export interface PreviewView {
  readonly outlook: Extract<Outlook, { kind: "outlook" }>;
  readonly register: Register;
  /** Versions that begin after this one, and so end it. */
  readonly later: readonly Applied[];
  /** Sent along: the change itself, from when, and what was seen. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly applyAt: string;
  readonly backTo: string;
  readonly section: Section;
  /** What others have applied since the page was opened; nothing when nobody has. */
  readonly since: readonly Applied[];
}

interface PreviewProps {
  readonly page: Page;
  readonly form: FormState;
  readonly view: PreviewView;
  readonly word: (change: FieldChange) => string;
}

/** What would move, and the form that applies it: the step of confirmation. */
export const PreviewPage = ({ page, form, view, word }: PreviewProps) => {
  const { change } = settingsTexts(page.locale);
  const { outlook, later, since } = view;
  return (
    <Layout page={page} title={change.previewTitle} section={view.section}>
      <div class="lead">
        <h1>{change.previewTitle}</h1>
        <p>{change.previewIntro(page.words.time.date(outlook.from))}</p>
      </div>
      {since.length > 0 ? (
        <div class="alert" role="alert">
          <p>{change.conflict}</p>
          <ul>
            {since.map(({ number, by, name = by, reason }) => (
              <li>
                {change.number} {number}, {name}: {reason}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <section class="card" aria-labelledby="what-title">
        <h2 id="what-title">{change.whatChanges}</h2>
        <ChangeList changes={outlook.changes} word={word} />
        {later.map(({ number, from }) => (
          <p class="note">{change.later(number, page.words.time.date(from))}</p>
        ))}
      </section>
      <Moves page={page} view={view} />
      <section class="card" aria-labelledby="apply-title">
        <h2 id="apply-title">{change.applyTitle}</h2>
        <p>{change.notRewritten}</p>
        <Form
          page={page}
          form={form}
          action={view.applyAt}
          submit={change.apply}
          hidden={{ ...view.hidden, from: formatDay(outlook.from) }}
          cancel={view.backTo}
          id="apply-"
          isGrave
        >
          <ReasonField page={page} form={form} id="apply-" label={change.reason} help={change.reasonHelp} />
        </Form>
      </section>
    </Layout>
  );
};

/** How many findings are shown one by one. */
const SHOWN = 100;

const Moves = ({ page, view: { outlook, register } }: Pick<PreviewProps, "page" | "view">) => {
  const { change } = settingsTexts(page.locale);
  const { moved } = outlook.preview;
  return (
    <div class="card">
      <h2>{change.moves}</h2>
      <Figures page={page} outlook={outlook} />
      {moved.length === 0 ? (
        <Empty>{change.noMoves}</Empty>
      ) : (
        <Scroll label={change.moves}>
          <table>
            <caption class="sr">{change.moves}</caption>
            <thead>
              <tr>
                {[change.body, change.obligation, change.due, change.target, change.state].map((title) => (
                  <th scope="col">{title}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {moved.slice(0, SHOWN).map((one) => (
                <Move page={page} moved={one} register={register} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {moved.length > SHOWN ? <p class="quiet">{change.more(SHOWN, moved.length)}</p> : null}
    </div>
  );
};

const Figures = ({ page, outlook: { preview } }: { page: Page; outlook: PreviewView["outlook"] }) => {
  const { change } = settingsTexts(page.locale);
  const number = (value: number): string => formatNumber(page.locale, value);
  const between = ({ before, after }: { before: number; after: number }): string =>
    `${number(before)} → ${number(after)}${after === before ? "" : ` (${after > before ? "+" : "−"}${number(Math.abs(after - before))})`}`;
  const { bodies, moved, letters, items, failed } = preview;
  return (
    <dl class="facts">
      <dt>{change.bodies}</dt>
      <dd>{number(bodies.length)}</dd>
      <dt>{change.findings}</dt>
      <dd>{number(moved.length)}</dd>
      <dt>{change.letters(PREVIEW_DAYS)}</dt>
      <dd>{between(letters)}</dd>
      <dt>{change.items}</dt>
      <dd>{between(items)}</dd>
      {failed.before + failed.after > 0 ? (
        <>
          <dt>{change.failed}</dt>
          <dd>{between(failed)}</dd>
        </>
      ) : null}
    </dl>
  );
};

const Move = ({ page, moved, register }: { page: Page; moved: MovedFinding; register: Register }) => {
  const { before, after, body, obligation } = moved;
  const name = register.byId.get(body)?.name;
  const { notOwed } = settingsTexts(page.locale).change;
  const isSame = (key: "due" | "target" | "state"): boolean => before?.[key] === after?.[key];
  const DayOf = ({ side, name: key }: { side: MovedFinding["before"]; name: "due" | "target" }) =>
    side ? <DayTime day={side[key]} page={page} /> : <span>—</span>;
  const StateOf = ({ side }: { side: MovedFinding["before"] }) =>
    side ? <StateTag state={side.state} page={page} /> : <span>{notOwed}</span>;
  return (
    <tr>
      <th scope="row">{name ? <Name name={name} page={page} /> : body}</th>
      <td>
        {page.words.obligations[obligation].short} <span class="quiet">{wordSubject(moved, page.locale)}</span>
      </td>
      {(["due", "target"] as const).map((key) => (
        <td>
          <DayOf side={before ?? after} name={key} />
          {isSame(key) ? null : (
            <>
              {" → "}
              <DayOf side={after} name={key} />
            </>
          )}
        </td>
      ))}
      <td>
        <StateOf side={before} />
        {isSame("state") ? null : (
          <>
            {" → "}
            <StateOf side={after} />
          </>
        )}
      </td>
    </tr>
  );
};

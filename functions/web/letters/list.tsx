import type { Day } from "../../../core/calendar/day.ts";
import { yearOf } from "../../../core/calendar/day.ts";
import { type LetterEntry, LetterState } from "../../../core/escalation/ledger.ts";
import type { Contact } from "../../../core/register/body.ts";
import type { Register } from "../../../core/register/register.ts";
import { FIRST_CAMPAIGN } from "../../../core/use-cases/assess/assess.ts";
import type { AnswerTo } from "../../../core/use-cases/letters/acknowledge.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { answerTexts } from "../acknowledge/texts.ts";
import { Select } from "../filter-controls.tsx";
import { galleryTexts } from "../gallery/texts.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { DayTime, Empty, RegionName, regionChoices, Scroll } from "../parts.tsx";
import { letterPagePath, slotText } from "../paths.ts";
import { type LettersQuery, lettersPath } from "./query.ts";
import { scopesTold } from "./scopes.ts";

/** What the list of letters shows. */
export interface LettersView {
  readonly query: LettersQuery;
  readonly year: number;
  readonly today: Day;
  readonly register: Register;
  /** All letters of the year about the scope. */
  readonly entries: readonly LetterEntry[];
  readonly chosen: readonly LetterEntry[];
  readonly recipientOf: (key: string) => Contact | undefined;
  readonly answerTo: AnswerTo;
}

interface LettersProps {
  readonly page: Page;
  readonly view: LettersView;
}

const PAGE_SIZE = 100;

/** The ledger as a list. */
export const LettersPage = ({ page, view }: LettersProps) => {
  const pages = Math.max(1, Math.ceil(view.chosen.length / PAGE_SIZE));
  const at = Math.min(view.query.page, pages);
  const empty = view.entries.length === 0 ? page.texts.empty.letters : page.texts.empty.lettersFiltered;
  return (
    <Layout page={page} title={page.texts.letters.title} section="letters">
      <div class="lead">
        <h1>{page.texts.letters.title}</h1>
        <p class="quiet">
          {page.texts.letters.intro} <a href="/letters/gallery">{galleryTexts(page.locale).title}</a>
        </p>
      </div>
      <StateCounts page={page} view={view} />
      <Filters page={page} view={view} />
      <p role="status">{page.texts.letters.found(view.chosen.length)}</p>
      {view.chosen.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <Table page={page} view={view} shown={view.chosen.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE)} />
      )}
      {pages === 1 ? null : (
        <nav class="pages" aria-label={page.texts.letters.page(at, pages)}>
          {at > 1 ? <a href={lettersPath({ ...view.query, page: at - 1 })}>{page.texts.letters.previous}</a> : null}
          <span>{page.texts.letters.page(at, pages)}</span>
          {at < pages ? <a href={lettersPath({ ...view.query, page: at + 1 })}>{page.texts.letters.next}</a> : null}
        </nav>
      )}
    </Layout>
  );
};

const StateCounts = ({ page, view: { entries, query } }: LettersProps) => {
  const counts = LetterState.options.map((state) => ({
    state,
    count: entries.filter((entry) => entry.state === state).length,
  }));
  return (
    <ul class="index">
      {counts.map(({ state, count }) =>
        count === 0 ? null : (
          <li>
            <a class={`tag l-${state}`} href={lettersPath({ ...query, state, page: 1 })}>
              {capitalised(page.words.letterStates[state])}: {count}
            </a>
          </li>
        ),
      )}
    </ul>
  );
};

const Filters = ({ page, view: { query, year, today, register, entries } }: LettersProps) => {
  const { filters, letters } = page.texts;
  const last = Math.max(yearOf(today), year);
  const years = Array.from({ length: Math.max(1, last - FIRST_CAMPAIGN + 1) }, (_, index) => String(last - index));
  const slots = [...new Map(entries.map(({ slot }) => [slotText(slot), slot]))].sort().reverse();
  return (
    <form class="filters" action="/letters" method="get">
      <Select
        name="year"
        label={letters.year}
        chosen={String(year)}
        choices={years.map((value) => ({ value, text: value }))}
      />
      <Select
        name="scope"
        label={letters.scope}
        none={letters.everyScope}
        chosen={query.scope}
        choices={regionChoices(register.scopes.slice(1), register, page)}
      />
      <Select
        name="slot"
        label={letters.slot}
        none={filters.all}
        chosen={query.slot}
        choices={slots.map(([value, { day, time }]) => ({ value, text: `${page.words.time.date(day)}, ${time}` }))}
      />
      <Select
        name="state"
        label={letters.state}
        none={filters.all}
        chosen={query.state}
        choices={LetterState.options.map((value) => ({ value, text: capitalised(page.words.letterStates[value]) }))}
      />
      <Select
        name="answered"
        label={answerTexts(page.locale).filter}
        none={filters.all}
        chosen={query.answered}
        choices={(["no", "yes", "wrong"] as const).map((value) => ({
          value,
          text: answerTexts(page.locale).choices[value],
        }))}
      />
      <div class="actions">
        <button type="submit">{filters.apply}</button>
        <a href="/letters">{filters.reset}</a>
      </div>
    </form>
  );
};

const Table = ({ page, view, shown }: LettersProps & { shown: readonly LetterEntry[] }) => {
  const { letters } = page.texts;
  return (
    <Scroll label={letters.title} name="card">
      <table>
        <caption class="sr">{letters.title}</caption>
        <thead>
          <tr>
            <th scope="col">{letters.slot}</th>
            <th scope="col">{letters.recipient}</th>
            <th scope="col">{letters.level}</th>
            <th scope="col">{letters.scope}</th>
            <th scope="col" class="n">
              {letters.items}
            </th>
            <th scope="col" class="n">
              {letters.closed}
            </th>
            <th scope="col">{letters.state}</th>
            <th scope="col">{answerTexts(page.locale).filter}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => (
            <Row entry={entry} page={page} view={view} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

const Row = ({ entry, page, view }: LettersProps & { entry: LetterEntry }) => (
  <tr>
    <td>
      <DayTime day={entry.slot.day} time={entry.slot.time} page={page} />
    </td>
    <th scope="row">
      <a href={letterPagePath(entry)}>
        {view.recipientOf(entry.recipientKey)?.name ?? page.texts.letters.unknownRecipient}
      </a>
    </th>
    <td>{page.words.roles[entry.level]}</td>
    <Regions scopes={scopesTold(entry, view.register)} page={page} register={view.register} />
    <td class="n">{entry.items.length}</td>
    <td class="n">{entry.closed.length}</td>
    <td>
      <LetterTag entry={entry} page={page} />
    </td>
    <td>
      <Answered entry={entry} page={page} view={view} />
    </td>
  </tr>
);

/** The region that a letter is about; of several how many. */
const Regions = ({ scopes, page, register }: { scopes: readonly string[]; page: Page; register: Register }) => {
  const [scope = ""] = scopes;
  if (scopes.length > 1) return <td>{page.texts.letters.regions(scopes.length)}</td>;
  return (
    <td>
      <RegionName {...{ scope, register, page }} />
    </td>
  );
};

/** What was answered, or that nobody has; the page of answers is a click away. */
const Answered = ({ entry, page, view }: LettersProps & { entry: LetterEntry }) => {
  const given = view.answerTo(entry);
  const texts = answerTexts(page.locale);
  const said = given ? texts.said[given.answer.kind] : texts.unanswered;
  return given?.answer.kind === "wrong-recipient" ? <strong class="tag l-bounced">{said}</strong> : <span>{said}</span>;
};

/** Where a letter stands, in colour and words. */
export const LetterTag = ({ entry: { state }, page }: { entry: LetterEntry; page: Page }) => (
  <span class={`tag l-${state}`}>{capitalised(page.words.letterStates[state])}</span>
);

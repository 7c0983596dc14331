import type { Child } from "hono/jsx";
import type { FieldChange } from "../../../core/audit/entry.ts";

import type { Difference, ImportPlan } from "../../../core/use-cases/register-changes/import-plan.ts";
import { changesAnything } from "../../../core/use-cases/register-changes/import-runs.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import { Changes as DossierChanges } from "../audit/changes.tsx";
import { withoutIndexes } from "../audit/plain-lists.ts";
import type { Page } from "../page.ts";
import { Empty } from "../parts.tsx";
import { wordBodyChange } from "../register/word-change.ts";
import { wordPolicyChange } from "../settings/words.ts";
import { type ImportWords, importWords } from "./texts.ts";

/** What an import would do, record by record. */
export const PlanInWords = ({ plan, page }: { plan: ImportPlan; page: Page }) => {
  const words = importWords(page.locale);
  if (!changesAnything(plan)) return <Empty>{words.nothing}</Empty>;
  const isOrder = plan.replacesRegister && plan.bodies.length === 0 && plan.policy.length === 0;
  const nameOf = bodyNames(plan, page);
  return (
    <>
      {isOrder ? <p>{words.order}</p> : null}
      <Differences
        id="bodies"
        differences={plan.bodies}
        words={words}
        title={({ id }) => nameOf(id)}
        said={(changes) => <Changes changes={changes} word={(change) => wordBodyChange(change, page)} />}
      />
      <Differences
        id="dossiers"
        differences={plan.dossiers}
        words={words}
        title={({ body, campaign }) => `${nameOf(body)}, ${campaign}`}
        said={(changes, dossier) => <DossierChanges changes={changes} dossier={dossier} page={page} />}
      />
      {plan.policy.length === 0 ? null : (
        <section class="card" aria-labelledby="policy-title">
          <h2 id="policy-title">{words.sections.policy}</h2>
          <Changes changes={plan.policy.slice(0, CHANGES)} word={(change) => wordPolicyChange(change, page)} />
          <More count={plan.policy.length - CHANGES} words={words} />
        </section>
      )}
    </>
  );
};

/** Bodies as people know them, with their ids, which files name them by; those too that the import ends. */
function bodyNames({ present, wanted }: ImportPlan, page: Page): (id: string) => string {
  const bodies = [...(present.register?.bodies ?? []), ...wanted.bodies];
  const names = new Map<string, string>(bodies.map(({ id, name }) => [id, nameIn(name, page.locale)]));
  return (id) => `${names.get(id) ?? ""} (${id})`.trim();
}

/** How many records of each kind are shown one by one, and how many changes of each. */
const RECORDS = 40;
const CHANGES = 8;

interface DifferencesProps<Item> {
  readonly id: "bodies" | "dossiers";
  readonly differences: readonly Difference<Item>[];
  readonly words: ImportWords;
  readonly title: (item: Item) => string;
  readonly said: (changes: readonly FieldChange[], after: Item) => Child;
}

const Differences = <Item,>({ id, differences, words, title, said }: DifferencesProps<Item>) => {
  if (differences.length === 0) return null;
  const added = differences.flatMap(({ before, after }) => (before === null && after !== null ? [after] : []));
  const removed = differences.flatMap(({ before, after }) => (after === null && before !== null ? [before] : []));
  const changed = differences.flatMap(({ before, after, changes }) =>
    before === null || after === null ? [] : [{ after, changes: withoutIndexes(changes) }],
  );
  return (
    <section class="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.sections[id]}</h2>
      <p>{words.counts(added.length, changed.length, removed.length)}</p>
      <Names title={words.added} names={added.map(title)} words={words} />
      {changed.length === 0 ? null : <h3>{words.changed}</h3>}
      <ul class="items">
        {changed.slice(0, RECORDS).map(({ after, changes }) => (
          <li>
            <strong>{title(after)}</strong>
            {said(changes.slice(0, CHANGES), after)}
            <More count={changes.length - CHANGES} words={words} />
          </li>
        ))}
      </ul>
      <More count={changed.length - RECORDS} words={words} />
      <Names title={words.removed} names={removed.map(title)} words={words} />
    </section>
  );
};

const More = ({ count, words }: { count: number; words: ImportWords }) =>
  count > 0 ? <p>{words.more(count)}</p> : null;

interface NamesProps {
  readonly title: string;
  readonly names: readonly string[];
  readonly words: ImportWords;
}

const Names = ({ title, names, words }: NamesProps) =>
  names.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <p>
        {names.slice(0, RECORDS).join("; ")}
        {names.length > RECORDS ? ` ${words.more(names.length - RECORDS)}` : ""}
      </p>
    </>
  );

const Changes = ({ changes, word }: { changes: readonly FieldChange[]; word: (change: FieldChange) => string }) => (
  <ul>
    {changes.map((change) => (
      <li>{word(change)}</li>
    ))}
  </ul>
);

import type { Child } from "hono/jsx";
import { parseDay } from "../../../core/calendar/day.ts";
import { type FactPath, joinPath } from "../../../core/dossier/fact-path.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { evidencePath } from "../evidence/paths.ts";
import type { Page } from "../page.ts";
import { DayTime, Outlet } from "../parts.tsx";
import { correctionOf } from "../record/corrections.ts";
import { recordPath } from "../record/paths.ts";
import { labelOf, wordPath, wordValue } from "../record/word-fact.ts";
import { bodyTexts } from "./texts.ts";
import type { BodyView } from "./view.ts";

interface FactProps {
  readonly path: FactPath;
  /** The fact's JSON: an object of fields, or one value. */
  readonly value: unknown;
  /** The day that it bears, `YYYY-MM-DD`. */
  readonly on: string | undefined;
  readonly page: Page;
  readonly view: BodyView;
  /** Fields that are facts of their own and stand elsewhere. */
  readonly without?: readonly string[];
  /** Said beside its name. */
  readonly mark?: Child;
  readonly children?: Child;
}

export const FactList = ({ children }: { children: Child }) => <ul class="fact-list">{children}</ul>;

/** One recorded fact: its name, day and marks, and when opened all that it says, with the way to correct it. */
export const Fact = ({ path, value, on, page, view, without = [], mark, children }: FactProps) => {
  const day = on === undefined ? undefined : parseDay(on);
  const names = wordPath(path, view.dossier, page.locale).split(" › ");
  // A decision's day alone would not say which decision it was.
  const name = names.slice(path.at(-3) === "decisions" ? -2 : -1).join(" › ");
  const isLate = view.late.has(joinPath(path));
  return (
    <li>
      <details>
        <summary>
          <strong>{capitalised(name)}</strong>
          {day === undefined ? null : (
            <>
              {" · "}
              <DayTime day={day} page={page} />
            </>
          )}{" "}
          {mark}
          {isLate ? <span class="tag late">{bodyTexts(page.locale).recordedLate}</span> : null}
        </summary>
        {value === on ? null : <Fields value={value} parent={fieldsName(path)} without={without} page={page} />}
        {children}
        <Files path={path} page={page} view={view} />
        <Correct path={path} page={page} view={view} />
      </details>
    </li>
  );
};

/** By what the fields of a fact are worded: the list that it is an item of, else its own name. */
function fieldsName(path: FactPath): string {
  const list = path.at(-2) ?? "";
  return /^(notices|appeals|signatures|waivers)$/.test(list) ? list : (path.at(-1) ?? "");
}

interface FieldsProps {
  readonly value: unknown;
  readonly parent: string;
  readonly without: readonly string[];
  readonly page: Page;
}

const Fields = ({ value, parent, without, page }: FieldsProps) => {
  if (value === undefined || value === null) return null;
  if (typeof value !== "object") return <p>{capitalised(wordValue(value, parent, page.locale))}</p>;
  const shown = Object.entries(value).filter(([key]) => !without.includes(key));
  return (
    <dl class="facts">
      {shown.map(([key, part]) => (
        <>
          <dt>{labelOf(parent, key, page.locale)}</dt>
          <dd>
            <Value value={part} name={key} page={page} />
          </dd>
        </>
      ))}
    </dl>
  );
};

const Value = ({ value, name, page }: { value: unknown; name: string; page: Page }) => {
  if (name === "url" && typeof value === "string") return <Outlet notice={{ outlet: value, url: value }} />;
  if (Array.isArray(value) && value.length > 1) {
    return (
      <ul>
        {value.map((item) => (
          <li>{wordValue(item, name, page.locale)}</li>
        ))}
      </ul>
    );
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return <Fields value={value} parent={name} without={[]} page={page} />;
  }
  return <>{wordValue(value, name, page.locale)}</>;
};

/** How many files prove the fact; nothing where none do. */
const Files = ({ path, page, view }: Pick<FactProps, "path" | "page" | "view">) => {
  const count = view.evidence?.get(joinPath(path)) ?? 0;
  if (count === 0) return null;
  return (
    <p>
      <a href={evidencePath({ body: view.body.id, campaign: view.campaign })}>
        {bodyTexts(page.locale).evidence}: {count}
      </a>
    </p>
  );
};

/** A link to the form that changes this fact or takes it back, for those who may. */
const Correct = ({ path, page, view }: Pick<FactProps, "path" | "page" | "view">) => {
  const mayWaive = path[0] !== "waivers" || view.rights?.may("waive") === true;
  if (view.rights?.give("correct") !== true || !mayWaive || correctionOf(path) === null) return null;
  const name = wordPath(path, view.dossier, page.locale);
  return (
    <p>
      <a
        href={recordPath(view.body.id, view.campaign, "correct", { path: joinPath(path) })}
        aria-label={`${bodyTexts(page.locale).correct}: ${name}`}
      >
        {bodyTexts(page.locale).correct}
      </a>
    </p>
  );
};

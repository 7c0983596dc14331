import type { ObligationId } from "../../core/dossier/obligation-id.ts";
import { orderClauseIds } from "../../core/order608/clauses/order-clause.ts";
import { clausesOf, order, type Sentence } from "../../core/order608/clauses.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { obligations } from "../../core/order608/obligations/all.ts";
import { EscalationRole } from "../../core/order608/role.ts";
import { catalogueOf } from "../../core/wording/wording.ts";
import { anchor, beginning, code, link, table } from "./markdown.ts";
import { fill, valueAt } from "./numbers.ts";
import { clauseAnchor, clauseLabel, filled, obligationSection, POLICY_FILE, pathsOf } from "./obligation-section.ts";
import { otherParagraphs } from "./other-paragraphs.ts";

/** The whole of `docs/rules.md`; equal code gives an equal text. */
export function rulesDocument(): string {
  return `${[
    "# The rules",
    `What ${link("Order № 608", "order-608/order.ru.txt")} demands and how Esep reads it: ${obligations.length} obligations, each with its clause, its dates and its escalation ladder. Generated from the code by \`npm run rules\`; edit the code, not this page.`,
    order.citation.en,
    `${link("Find a rule by clause", "#by-clause")} · ${link("by obligation", "#by-obligation")} · ${link("how to read a rule", "#reading")} · ${link("numbers that may be changed", "#numbers")}`,
    anchor("by-clause"),
    "## Find a rule by clause",
    "“p.” is a paragraph of the Rules that Order № 608 approves; APPC is the Administrative Procedural Code.",
    byClause(),
    anchor("by-obligation"),
    "## Find a rule by obligation",
    byObligation(),
    anchor("reading"),
    "## How to read a rule",
    reading(),
    ...obligations.map(obligationSection),
    anchor("numbers"),
    "## Numbers that may be changed",
    numbers(),
  ].join("\n\n")}\n`;
}

const obligationLink = (id: ObligationId): string => link(id, `#${id}`);

interface ClauseRow {
  readonly sentence: Sentence;
  readonly ids: readonly ObligationId[];
}

/** Every sentence that an obligation rests on, once, the Order's in its own order. */
function clauseRows(): ClauseRow[] {
  const rows = new Map<string, { sentence: Sentence; ids: ObligationId[] }>();
  for (const { id } of obligations) {
    for (const sentence of clausesOf(id)) {
      const key = clauseAnchor(sentence);
      const row = rows.get(key) ?? { sentence, ids: [] };
      row.ids.push(id);
      rows.set(key, row);
    }
  }
  return [...rows.values()].sort((a, b) => rank(a.sentence) - rank(b.sentence));
}

function rank({ act, number }: Sentence): number {
  const inOrder = orderClauseIds.findIndex((id) => act === "order608" && id === number);
  return inOrder >= 0 ? inOrder : orderClauseIds.length + Number.parseInt(number, 10);
}

function byClause(): string {
  const rows = clauseRows().map(({ sentence, ids }) => ({
    paragraph: sentence.act === "appc" ? Number.POSITIVE_INFINITY : Number.parseInt(sentence.number, 10),
    cells: [
      anchor(clauseAnchor(sentence)) + clauseLabel(sentence),
      beginning(sentence.en, 100),
      ids.map(obligationLink).join(", "),
    ],
  }));
  const demanding = new Set(rows.map(({ paragraph }) => paragraph));
  const others = Object.entries(otherParagraphs)
    .map(([number, text]) => ({
      paragraph: Number(number),
      cells: [`${anchor(`p-${number}`)}p. ${number}`, text, "none"],
    }))
    .filter(({ paragraph }) => !demanding.has(paragraph));
  const all = [...rows, ...others].sort((a, b) => (a.paragraph < b.paragraph ? -1 : a.paragraph > b.paragraph ? 1 : 0));
  return table(
    ["clause", "what it says", "obligations"],
    all.map(({ cells }) => cells),
  );
}

const byObligation = (): string =>
  table(
    ["obligation", "kk", "ru", "en", "clause", "due"],
    obligations.map(({ id, clause }) => [
      obligationLink(id),
      ...(["kk", "ru", "en"] as const).map((locale) => catalogueOf(locale).obligations[id].short),
      clause,
      filled(id).due.text,
    ]),
  );

const stateWords = Object.entries(catalogueOf("en").states)
  .map(([state, word]) => `\`${state}\` (${word})`)
  .join(", ");

function reading(): string {
  const said = (text: string): string => fill(text, defaultPolicy).text;
  return [
    [
      "* A **campaign** is the calendar year in whose first quarter the reports for the year before are due. A **dossier** is everything recorded for one body in one campaign.",
      said(
        "* **Watched** on a day are the campaign of its year, from {campaignOpens†} the next one too, and of earlier ones what was still open when its year began; `schedule` and `report` end with their year. A body owes a campaign's schedule and report when it existed before that year.",
      ),
      "* **Due** is the last day in time, until its end. **Target** is the careful day that reminders count from. From **beyond cure** on nothing that happens any more can meet the obligation.",
      `* **State**, the first that fits, worst and best alike: ${stateWords}. A finding is \`due\` from the day of its earliest stage on or before the due day.`,
      "* **†** marks a number that is not the law's own: policy, which an administrator may change. The whole ladder is policy.",
      "* A stage before its anchor that falls on a day off moves to the working day before, one after it to the next; one on the anchor stays. A stage that names no time comes at 09:00.",
      "* Stages up to the due day go out while a finding is `due`, later ones while it is `overdue`. On a day off only stages of that very day go out.",
      "* Of the stages that go out to one person and stand after the last one written to them, only the last is written. A new due day starts the ladder anew.",
      said("* `breach` goes out while the finding is `breached`, for {breachDays†} days."),
    ].join("\n"),
    table(
      ["role", "kk", "ru", "en"],
      EscalationRole.options.map((role) => [
        code(role),
        ...(["kk", "ru", "en"] as const).map((locale) => catalogueOf(locale).roles[role]),
      ]),
    ),
    "A role with nobody in office falls to the next: officer → head → superior → ministry → apex (apex → ministry).",
  ].join("\n\n");
}

/** The numbers that rules use, each in one place; law marks those that only a change of the law moves. */
function numbers(): string {
  const users = new Map<string, ObligationId[]>();
  for (const { id } of obligations) {
    for (const path of pathsOf(id)) users.set(path, [...(users.get(path) ?? []), id]);
  }
  return [
    `Each stands once, in ${link("core/order608/policy.default.json", POLICY_FILE)}; an obligation's ladder stands in its own file, and an administrator may change it too. Numbers that no single rule uses, such as the brake's, stand there as well.`,
    table(
      ["number", "default", "used by"],
      [...users].map(([path, ids]) => [
        code(path),
        String(valueAt(defaultPolicy, path)),
        ids.map(obligationLink).join(", "),
      ]),
    ),
  ].join("\n\n");
}

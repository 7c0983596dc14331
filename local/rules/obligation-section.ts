import { formatDay } from "../../core/calendar/day.ts";
import type { ObligationId } from "../../core/dossier/obligation-id.ts";
import { clausesOf, type Sentence } from "../../core/order608/clauses.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import type { Obligation } from "../../core/order608/obligation.ts";
import { obligationOf } from "../../core/order608/obligations/all.ts";
import type { Locale } from "../../core/register/locale.ts";
import { wordCitation } from "../../core/wording/word-clause.ts";
import { wordDerivation } from "../../core/wording/word-derivation.ts";
import { wordMissing } from "../../core/wording/word-missing.ts";
import { capitalised, catalogueOf } from "../../core/wording/wording.ts";
import { dated, ladderTable } from "./ladder-table.ts";
import { anchor, code, link, quotation, table } from "./markdown.ts";
import { type Filled, fill } from "./numbers.ts";
import { fromTheStart, type Sample, samplesOf, workdays } from "./sample.ts";

const LOCALES: readonly Locale[] = ["kk", "ru", "en"];
export const POLICY_FILE = "../core/order608/policy.default.json";
const sourceOf = (id: ObligationId): string => `../core/order608/obligations/${id}.ts`;

/** The place of a clause in the table of clauses. */
export const clauseAnchor = ({ act, number }: Pick<Sentence, "act" | "number">): string =>
  `${act === "appc" ? "appc" : "p"}-${number.replace(/\((\d+)\)/, "-$1")}`;

/** A clause in short: `p. 8(2)`, `APPC 64(3)`. */
export const clauseLabel = ({ act, number }: Pick<Sentence, "act" | "number">): string =>
  `${act === "appc" ? "APPC" : "p."} ${number}`;

/** A rule's description with the numbers of the default policy in it. */
export function filled(id: ObligationId) {
  const { subject, due, target, metWhen, beyondCure, notes = [] } = obligationOf(id).described;
  const say = (text: string): Filled => fill(text, defaultPolicy);
  return {
    subject: say(subject),
    due: say(due),
    target: say(target ?? "the due day"),
    metWhen: say(metWhen),
    beyondCure: say(beyondCure ?? "never: it stays open until it is met"),
    notes: notes.map(say),
  };
}

/** Which numbers of the policy a rule uses. */
export function pathsOf(id: ObligationId): readonly string[] {
  const { notes, ...parts } = filled(id);
  return [...new Set([...Object.values(parts), ...notes].flatMap(({ paths }) => paths))];
}

/** Everything about one obligation. */
export function obligationSection({ id, clause }: Obligation): string {
  const samples = samplesOf(id);
  const [first] = samples;
  if (!first) throw new Error(`No sample yields a finding of ${id}.`);
  return [
    anchor(id),
    `## ${id}: ${clause}`,
    names(id),
    rule(id),
    ...notes(id),
    "**The words it rests on**",
    ...clausesOf(id).map(words),
    "**What can be missing**",
    missing(id),
    "**Ladder** †",
    ladderTable(defaultPolicy.ladder[id], first.finding),
    "**Examples**, judged day by day by the rule itself",
    examples(samples),
  ].join("\n\n");
}

const names = (id: ObligationId): string =>
  table(
    ["", ...LOCALES],
    [
      ["short", ...LOCALES.map((locale) => catalogueOf(locale).obligations[id].short)],
      ["in full", ...LOCALES.map((locale) => catalogueOf(locale).obligations[id].full)],
    ],
  );

function rule(id: ObligationId): string {
  const { subject, due, target, metWhen, beyondCure } = filled(id);
  const say = ({ text }: Filled) => capitalised(text);
  const clauses = clausesOf(id).map((sentence) => link(clauseLabel(sentence), `#${clauseAnchor(sentence)}`));
  const paths = pathsOf(id);
  return table(
    ["", "rule"],
    [
      ["Clause", clauses.join(", ")],
      ["Subject", say(subject)],
      ["Due", say(due)],
      ["Target", say(target)],
      ["Met when", say(metWhen)],
      ["Beyond cure", say(beyondCure)],
      ["Code", link(`core/order608/obligations/${id}.ts`, sourceOf(id))],
      ...(paths.length > 0 ? [["Numbers", `${paths.map(code).join(", ")} in ${link("the policy", POLICY_FILE)}`]] : []),
    ],
  );
}

const notes = (id: ObligationId): string[] => {
  const lines = filled(id).notes.map(({ text }) => `* ${text}`);
  return lines.length > 0 ? [lines.join("\n")] : [];
};

/** Official words are whole; a subpoint of p. 8 is led in by its paragraph, as it stands in the Order. */
function words(sentence: Sentence): string {
  const isLed = sentence.kind === "verbatim" && sentence.number.startsWith("8(");
  const text = (locale: Locale) => (isLed ? sentence.quote[locale] : sentence[locale]);
  const marked = (locale: Locale) => {
    const { paraphrase } = catalogueOf("en").clauses;
    if (sentence.kind === "paraphrase") return `${locale} (${paraphrase})`;
    return locale === "en" ? "en (unofficial translation)" : locale;
  };
  const heading = `**${wordCitation(sentence, "en")}**`;
  return quotation([heading, ...LOCALES.map((locale) => `${marked(locale)}: ${text(locale)}`)]);
}

function missing(id: ObligationId): string {
  return table(
    ["code", ...LOCALES],
    Object.keys(obligationOf(id).missing).map((missed) => [
      code(missed),
      ...LOCALES.map((locale) => wordMissing(id, missed, locale)),
    ]),
  );
}

function examples(samples: readonly Sample[]): string {
  const calendar = { isWorking: workdays.isWorking, nameOf: workdays.entry };
  return table(
    ["facts", "subject", "how the due day comes about", "due", "target", "states"],
    samples.map(({ facts, finding, states }) => [
      facts,
      code(finding.subject),
      wordDerivation(finding.derivation, calendar, "en"),
      dated(finding.due),
      dated(finding.target),
      states.map(({ state, from }) => (fromTheStart(from) ? state : `${state} from ${formatDay(from)}`)).join(", "),
    ]),
  );
}

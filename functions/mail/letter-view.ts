import type { Instant } from "../../core/calendar/zone.ts";
import type { LetterId } from "../../core/escalation/ledger.ts";
import type { ClosedItem, LetterContent, LetterItem, Reason } from "../../core/escalation/letter.ts";
import { governingClauses } from "../../core/order608/clauses.ts";
import type { Finding } from "../../core/order608/finding.ts";
import type { Locale } from "../../core/register/locale.ts";
import type { LetterCounts } from "../../core/wording/catalogue-letter.ts";
import { wordCitation, wordClause } from "../../core/wording/word-clause.ts";
import { type NamedCalendar, wordDerivation } from "../../core/wording/word-derivation.ts";
import { whatToDo, wordDays, wordFinding, wordSubject } from "../../core/wording/word-finding.ts";
import { wordMissing } from "../../core/wording/word-missing.ts";
import { wordStage } from "../../core/wording/word-stage.ts";
import { capitalised, catalogueOf, nameIn } from "../../core/wording/wording.ts";
import { oneLine } from "./clean.ts";
import { linkOf } from "./finding-link.ts";

/** What letters need to know beside their content. */
export interface LetterSettings {
  /** Where the pages are, such as `https://esep.example.kz`. */
  readonly appUrl: string;
  /** The sender, `name <address>` or an address. */
  readonly from: string;
  readonly replyTo?: string | undefined;
  /** Marks the letter as a demonstration. */
  readonly demo: boolean;
  readonly calendar: NamedCalendar;
  /** As which letter it is sent, and when: what its calendar file and the page that answers it are named by. */
  readonly sending?: { readonly id: LetterId; readonly at: Instant } | undefined;
}

export type Tone = "breached" | "overdue" | "today" | "ahead";

/** One item in words, the same for HTML and text; nothing in it is markup. */
export interface ItemView {
  readonly tone: Tone;
  readonly body: string;
  /** Stage and days, such as `Просрочено на 3 дня`. */
  readonly tag: string;
  readonly name: string;
  /** The subject and the campaign. */
  readonly about: string;
  readonly due: string;
  readonly missing: readonly string[];
  readonly duty: string;
  readonly basis: readonly { readonly citation: string; readonly words: string }[];
  readonly derivation: string;
  readonly marks: readonly string[];
  readonly link: string;
  /** Everything in one line, for an item that gets no more room. */
  readonly line: string;
}

/** A letter lists so many missing things, and names so many bodies of one role, before it only counts. */
const maxListed = 12;
const maxBodies = 5;

/** Characters of a body's name where it only identifies: its heading has it whole. */
const briefName = 70;

const toneOf = ({ finding }: LetterItem): Tone => {
  if (finding.state === "breached") return "breached";
  if (finding.daysLeft === 0) return "today";
  return finding.daysLeft < 0 ? "overdue" : "ahead";
};

/** What is missing, in words: the first dozen, and how many more there are. */
function missingOf({ obligation, missing }: Finding, locale: Locale): readonly string[] {
  const { letter } = catalogueOf(locale);
  const words = missing.slice(0, maxListed).map((code) => oneLine(wordMissing(obligation, code, locale), 300));
  return missing.length > maxListed ? [...words, letter.moreOf(missing.length - maxListed)] : words;
}

function tagOf(item: LetterItem, tone: Tone, locale: Locale): string {
  const days = wordDays(item.finding, locale);
  const plain = (tone === "overdue" || tone === "today") && !item.stage.startsWith("repeat-");
  return plain ? capitalised(days) : `${wordStage(item, locale)} · ${days}`;
}

function marksOf({ late, insteadOf, recordedLate = false }: LetterItem, locale: Locale): readonly string[] {
  const { letter, roles, insteadOf: wordInstead } = catalogueOf(locale);
  return [
    ...(insteadOf === null ? [] : [wordInstead(roles[insteadOf])]),
    ...(late ? [letter.late] : []),
    ...(recordedLate ? [letter.recordedLate] : []),
  ];
}

/** One item in the words of a language. */
export function viewItem(item: LetterItem, locale: Locale, { appUrl, calendar }: LetterSettings): ItemView {
  const { finding } = item;
  const { obligations, subjects, time, derivation } = catalogueOf(locale);
  const subject = oneLine(wordSubject(finding, locale), 100);
  const name = obligations[finding.obligation].full;
  const tone = toneOf(item);
  return {
    tone,
    body: oneLine(nameIn(item.bodyName, locale)),
    tag: tagOf(item, tone, locale),
    name,
    about: capitalised([...(subject === "" ? [] : [subject]), subjects.campaign(finding.campaign)].join(" · ")),
    due: `${time.longDate(finding.due)}, ${time.weekday(finding.due)}`,
    missing: missingOf(finding, locale),
    duty: whatToDo(finding, locale),
    basis: governingClauses(finding.obligation, finding.missing).map((sentence) => ({
      citation: wordCitation(sentence, locale),
      words: wordClause(sentence, locale),
    })),
    // Names of holidays are typed by administrators.
    derivation: oneLine(wordDerivation(finding.derivation, calendar, locale), 1500),
    marks: marksOf(item, locale),
    link: linkOf(finding, appUrl),
    line: `${name}${subject === "" ? "" : ` (${subject})`}; ${derivation.due(time.date(finding.due))}`,
  };
}

/** How many findings of each kind a letter carries, whatever it has room to show. */
export function countsOf({ items, closed }: LetterContent): LetterCounts {
  const states = items.map(({ finding }) => finding.state);
  const breached = states.filter((state) => state === "breached").length;
  const overdue = states.filter((state) => state === "overdue").length;
  return { breached, overdue, due: states.length - breached - overdue, closed: closed.length };
}

/** The counts that are not zero, worst first: `просрочено 3, истекает 2`. */
export function wordCounts(counts: LetterCounts, locale: Locale): string {
  const words = catalogueOf(locale).letter.counts;
  const kinds = ["breached", "overdue", "due"] as const;
  const open = kinds.filter((kind) => counts[kind] > 0).map((kind) => words[kind](counts[kind]));
  return open.length > 0 ? open.join(", ") : words.closed(counts.closed);
}

/** The worst item in one sentence: what a phone shows beside the subject, and what the letter begins with. */
export function wordWorst({ items }: LetterContent, locale: Locale): string {
  const worst = items[0];
  if (worst === undefined) return "";
  const name = oneLine(nameIn(worst.bodyName, locale), briefName);
  return oneLine(`${name}: ${wordFinding(worst.finding, locale)}`, 280);
}

/** One closed finding in one line: how it ended, when, and the due day it had. */
export function viewClosed(
  { key, bodyName, closure, metOn, recordedLate = false }: ClosedItem,
  locale: Locale,
): string {
  const { obligations, closures, time, derivation, letter } = catalogueOf(locale);
  const subject = oneLine(wordSubject(key, locale), 100);
  const mark = recordedLate ? `; ${letter.closedRecordedLate}` : "";
  const name = `${obligations[key.obligation].full}${subject === "" ? "" : ` (${subject})`}`;
  const on = metOn === null ? "" : ` ${time.date(metOn)}`;
  return `${oneLine(nameIn(bodyName, locale), briefName)}: ${name} – ${closures[closure]}${on}; ${derivation.due(time.date(key.due))}${mark}`;
}

/** Bodies that no e-mail reaches: the first ones, and how many more there are; null when there is none. */
export function viewPaper({ paper = [] }: LetterContent, locale: Locale): string | null {
  if (paper.length === 0) return null;
  const { letter } = catalogueOf(locale);
  const names = paper.slice(0, maxListed).map((name) => oneLine(nameIn(name, locale), briefName));
  const more = paper.length > maxListed ? [letter.moreOf(paper.length - maxListed)] : [];
  return letter.paper([...names, ...more].join("; "));
}

/** Why this person receives the letter: one line per role, naming its first bodies and counting the others. */
export function viewReasons(reasons: readonly Reason[], locale: Locale): readonly string[] {
  const { roles, letter } = catalogueOf(locale);
  return [...Map.groupBy(reasons, ({ role }) => role)].map(([role, held]) => {
    const bodies = [...new Map(held.map(({ body, bodyName }) => [body, bodyName])).values()];
    const names = bodies.slice(0, maxBodies).map((name) => oneLine(nameIn(name, locale), briefName));
    const more = bodies.length > maxBodies ? [letter.moreOf(bodies.length - maxBodies)] : [];
    return `${capitalised(roles[role])}: ${[...names, ...more].join("; ")}`;
  });
}

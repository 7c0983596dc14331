import type { LetterContent } from "../../core/escalation/letter.ts";
import type { Locale } from "../../core/register/locale.ts";
import { capitalised, catalogueOf } from "../../core/wording/wording.ts";
import type { DueCalendar } from "./calendar-file.ts";
import { oneLine } from "./clean.ts";
import { baseOf } from "./finding-link.ts";
import type { LanguageParts, LetterParts, LetterWords } from "./letter-parts.ts";
import type { LetterPlan } from "./letter-plan.ts";
import {
  countsOf,
  type ItemView,
  type LetterSettings,
  viewClosed,
  viewItem,
  viewPaper,
  viewReasons,
  wordCounts,
  wordWorst,
} from "./letter-view.ts";

/** One language of one letter; items are worded when they are first needed, so that thousands cost no more than fit. */
export interface Draft {
  readonly words: LetterWords;
  readonly content: LetterContent;
  readonly settings: LetterSettings;
  readonly calendar: DueCalendar | undefined;
  readonly item: (index: number) => ItemView | undefined;
}

/** A letter in one language. */
export function draftOf(
  content: LetterContent,
  settings: LetterSettings,
  calendar: DueCalendar | undefined,
  locale: Locale,
): Draft {
  const views = new Map<number, ItemView>();
  const item = (index: number): ItemView | undefined => {
    const known = views.get(index);
    const source = content.items[index];
    if (known || !source) return known;
    const view = viewItem(source, locale, settings);
    views.set(index, view);
    return view;
  };
  return { words: { locale, letter: catalogueOf(locale).letter }, content, settings, calendar, item };
}

/** The body's name above the first of its items. */
function headingOf({ content, item }: Draft, index: number): string | null {
  const before = content.items[index - 1];
  return before?.finding.body === content.items[index]?.finding.body ? null : (item(index)?.body ?? null);
}

/** The first row under the title of the rows: its body is named again. */
function firstRow(draft: Draft, parts: LetterParts, index: number): string {
  const view = draft.item(index);
  return view ? parts.row(view, view.body, draft.words) : "";
}

/** One item, as a card or a row; empty when there is none. */
export function itemPart(draft: Draft, parts: LetterParts, kind: "card" | "row", index: number): string {
  const view = draft.item(index);
  return view ? parts[kind](view, headingOf(draft, index), draft.words) : "";
}

const sequence = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

function itemParts(draft: Draft, parts: LetterParts, { cards, rows }: LetterPlan): string {
  const { letter } = draft.words;
  const hidden = draft.content.items.length - cards - rows;
  return [
    ...sequence(cards).map((index) => itemPart(draft, parts, "card", index)),
    ...(rows > 0 && cards > 0 ? [parts.rowsTitle(letter.alsoOpen)] : []),
    ...(rows > 0 ? [firstRow(draft, parts, cards)] : []),
    ...sequence(Math.max(0, rows - 1)).map((index) => itemPart(draft, parts, "row", cards + 1 + index)),
    ...(hidden > 0 ? [parts.more(letter.more(hidden), draft.settings.appUrl)] : []),
  ].join("");
}

/** One closed line; empty when there is none. */
export function closedPart({ content, words }: Draft, parts: LetterParts, index: number): string {
  const item = content.closed[index];
  return item ? parts.line(viewClosed(item, words.locale)) : "";
}

function closedParts(draft: Draft, parts: LetterParts, { closed }: LetterPlan): string {
  const { letter } = draft.words;
  const total = draft.content.closed.length;
  if (total === 0) return "";
  const shown = sequence(closed).map((index) => closedPart(draft, parts, index));
  return [
    parts.closedTitle(letter.closed),
    ...shown,
    ...(total > closed ? [parts.moreClosed(letter.moreOf(total - closed))] : []),
  ].join("");
}

/** For the ministry's staff: who is to be written to on paper, with the page to print. */
function paperPart({ content, settings, words: { locale, letter } }: Draft, parts: LetterParts): string {
  const paper = viewPaper(content, locale);
  return paper === null ? "" : parts.note(paper) + parts.more(letter.openPaper, `${baseOf(settings.appUrl)}/paper`);
}

function headOf(
  { content, settings, words: { locale, letter } }: Draft,
  others: readonly Locale[],
): LanguageParts["head"] {
  const { slot, recipient } = content;
  return {
    headline: capitalised(wordCounts(countsOf(content), locale)),
    lead: wordWorst(content, locale),
    lines: [
      ...(settings.demo ? [letter.demo] : []),
      letter.asOf(catalogueOf(locale).time.date(slot.day), slot.time),
      letter.to(oneLine(recipient.name)),
      ...others.map((other) => catalogueOf(other).letter.below),
    ],
  };
}

function footOf({ content, settings, calendar, words: { letter } }: Draft): readonly string[] {
  return [
    ...(calendar && calendar.total > 0 ? [letter.calendar(calendar.shown, calendar.total)] : []),
    ...(content.items.length > 0 ? [letter.alreadyDone] : []),
    ...(content.rules ? [letter.rules(content.rules.policy, content.rules.calendar)] : []),
    letter.automatic,
    settings.replyTo === undefined ? letter.noReply : letter.reply(oneLine(settings.replyTo)),
  ];
}

/** Where the letter is answered: pages that ask before they do anything. */
function linksOf({ settings: { appUrl, sending }, words: { letter } }: Draft): Pick<LanguageParts, "answer" | "wrong"> {
  if (!sending) return {};
  const { scope, year, recipientKey, n } = sending.id;
  const link = `${baseOf(appUrl)}/letters/${encodeURIComponent(scope)}/${year}/${recipientKey}/${n}/answer`;
  return { answer: { text: letter.answer, link }, wrong: { text: letter.wrong, link: `${link}#wrong` } };
}

/** Everything that a letter says in one language; `others` are the languages that follow it. */
export function languagePart(draft: Draft, parts: LetterParts, plan: LetterPlan, others: readonly Locale[]): string {
  return parts.language(
    {
      head: headOf(draft, others),
      items: itemParts(draft, parts, plan),
      closed: closedParts(draft, parts, plan) + paperPart(draft, parts),
      ...linksOf(draft),
      reasons: viewReasons(draft.content.reasons, draft.words.locale),
      foot: footOf(draft),
    },
    draft.words,
  );
}

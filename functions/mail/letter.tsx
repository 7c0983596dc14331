import type { LetterContent } from "../../core/escalation/letter.ts";
import type { Locale } from "../../core/register/locale.ts";
import { type CalendarFile, calendarOf } from "./calendar-file.ts";
import { closedPart, type Draft, draftOf, itemPart, languagePart } from "./letter-draft.ts";
import { htmlParts } from "./letter-html.tsx";
import type { LetterFrame, LetterParts } from "./letter-parts.ts";
import { type LetterPlan, type PartSizes, planLetter } from "./letter-plan.ts";
import { textParts } from "./letter-text.ts";
import { type LetterSettings, wordWorst } from "./letter-view.ts";
import { localesOf } from "./locales.ts";
import { subjectOf } from "./subject.ts";

export type { LetterSettings } from "./letter-view.ts";

/** A letter in words, ready to be composed into a message. */
export interface RenderedLetter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The due days ahead, and those that are none any more. */
  readonly calendar?: CalendarFile | undefined;
  readonly files?: readonly LetterFile[] | undefined;
}

/** A file that goes with a letter. */
export interface LetterFile {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string | Uint8Array;
}

/**
 * Bytes of HTML, text and calendar file together. Base64 makes 70 kB into 96 kB: with its headers the message stays under
 * 100 kB, below which Gmail shows a letter whole.
 */
const room = 70_000;

/** Of it, at most for the calendar file. */
const calendarRoom = 13_500;

/** Of it, for the title above the rows and the body's name that stands under it again. */
const titles = 2_500;

const encoder = new TextEncoder();
const bytes = (text: string): number => encoder.encode(text).length;

const renderings: readonly LetterParts[] = [htmlParts, textParts];

/** What a part takes in all languages, as HTML and as text; each is measured once. */
function sizesOf(drafts: readonly Draft[], content: LetterContent): PartSizes {
  const measure = (part: (draft: Draft, parts: LetterParts, index: number) => string) => {
    const known: number[] = [];
    return (index: number): number => {
      known[index] ??= drafts
        .flatMap((draft) => renderings.map((parts) => bytes(part(draft, parts, index))))
        .reduce((sum, size) => sum + size, 0);
      return known[index];
    };
  };
  return {
    items: content.items.length,
    card: measure((draft, parts, index) => itemPart(draft, parts, "card", index)),
    row: measure((draft, parts, index) => itemPart(draft, parts, "row", index)),
    closedItems: content.closed.length,
    closed: measure(closedPart),
  };
}

/** What goes with a letter that is sent. */
function attached(content: LetterContent, { from, appUrl, sending }: LetterSettings, locales: readonly Locale[]) {
  const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
  return sending && calendarOf(content, { from: address, appUrl, at: sending.at, locales }, calendarRoom);
}

/**
 * A letter in every language of its recipient, as HTML and as text of equal content (SPEC 6). Whatever the number of
 * items, the counts and the worst item are in it and its message stays under 100 kB.
 */
export function renderLetter(content: LetterContent, settings: LetterSettings): RenderedLetter {
  const locales = localesOf(content.recipient);
  const calendar = attached(content, settings, locales);
  const drafts = locales.map((locale) => draftOf(content, settings, calendar, locale));
  const subject = subjectOf(content, locales);
  const frame: LetterFrame = { subject, preheader: wordWorst(content, locales[0]), lang: locales[0] };
  const render = (parts: LetterParts, plan: LetterPlan): string =>
    parts.letter(
      drafts.map((draft, index) => languagePart(draft, parts, plan, locales.slice(index + 1))),
      frame,
    );
  // With nothing listed both "and N more" lines are in, so that they are paid for.
  const bare = renderings.map((parts) => bytes(render(parts, { cards: 0, rows: 0, closed: 0 })));
  const left = room - bytes(calendar?.content ?? "") - bare.reduce((sum, size) => sum + size, 0) - titles;
  const plan = planLetter(sizesOf(drafts, content), left);
  return { subject, html: render(htmlParts, plan), text: render(textParts, plan), calendar };
}

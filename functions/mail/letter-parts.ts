import type { Locale } from "../../core/register/locale.ts";
import type { LetterTexts } from "../../core/wording/catalogue-letter.ts";
import type { ItemView } from "./letter-view.ts";

/** A language of a letter and its fixed words. */
export interface LetterWords {
  readonly locale: Locale;
  readonly letter: LetterTexts;
}

/** Where a letter leads; no link acts by being opened. */
export interface LetterLink {
  readonly text: string;
  readonly link: string;
}

/** One language of a letter: what stands above and below its rendered items. */
export interface LanguageParts {
  readonly head: {
    readonly headline: string;
    /** The worst in one sentence; empty when nothing is open. */
    readonly lead: string;
    readonly lines: readonly string[];
  };
  /** Rendered by the same {@link LetterParts}. */
  readonly items: string;
  readonly closed: string;
  /** Where the letter is answered; undefined where it cannot be. */
  readonly answer?: LetterLink | undefined;
  readonly reasons: readonly string[];
  /** Where somebody says that it is not for them. */
  readonly wrong?: LetterLink | undefined;
  readonly foot: readonly string[];
}

/** The whole letter around its languages. */
export interface LetterFrame {
  readonly subject: string;
  /** What a phone shows beside the subject before the letter is opened. */
  readonly preheader: string;
  readonly lang: Locale;
}

/**
 * How a letter is rendered, once as HTML and once as text: the same calls with the same words, so that both say the same.
 * Every part is independent of its neighbours, so that its size can be measured before it is used.
 */
export interface LetterParts {
  /** `heading` is the body's name above its first item, null for the others. */
  readonly card: (item: ItemView, heading: string | null, words: LetterWords) => string;
  readonly row: (item: ItemView, heading: string | null, words: LetterWords) => string;
  readonly rowsTitle: (title: string) => string;
  readonly line: (text: string) => string;
  readonly closedTitle: (title: string) => string;
  /** A sentence of its own, of no list above it. */
  readonly note: (text: string) => string;
  readonly more: (text: string, link: string) => string;
  readonly moreClosed: (text: string) => string;
  readonly language: (parts: LanguageParts, words: LetterWords) => string;
  readonly letter: (languages: readonly string[], frame: LetterFrame) => string;
}

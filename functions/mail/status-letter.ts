import type { Locale } from "../../core/register/locale.ts";
import { countIn } from "../../core/status/count.ts";
import { STATES } from "../../core/status/states.ts";
import type { MadeFile, ReportLetter } from "../../core/use-cases/reports/report-jobs.ts";
import { capitalised, catalogueOf, nameIn } from "../../core/wording/wording.ts";
import { oneLine } from "./clean.ts";
import { baseOf } from "./finding-link.ts";
import type { RenderedLetter } from "./letter.tsx";
import { htmlParts } from "./letter-html.tsx";
import type { LetterParts } from "./letter-parts.ts";
import { textParts } from "./letter-text.ts";
import { localesOf } from "./locales.ts";
import { statusLetterTexts } from "./status-report-texts.ts";

/** What the letter of a report needs to know beside its content. */
export interface StatusLetterSettings {
  readonly from: string;
  readonly replyTo: string | undefined;
  readonly appUrl: string;
  readonly demo: boolean;
}

/** Bytes of files in one letter: base64 makes them a third larger, and mailboxes refuse letters of more than 10 MB. */
const ROOM = 6_000_000;

/** The first files that find room, and those that do not. */
function fitting(files: readonly MadeFile[]): {
  readonly attached: readonly MadeFile[];
  readonly left: readonly MadeFile[];
} {
  let used = 0;
  const fits = (file: MadeFile): boolean => {
    if (used + file.bytes > ROOM) return false;
    used += file.bytes;
    return true;
  };
  const attached = files.filter(fits);
  return { attached, left: files.filter((file) => !attached.includes(file)) };
}

/** A status report as a letter: its main figures in every language of its recipient, with its files. */
export function renderStatusLetter(letter: ReportLetter, settings: StatusLetterSettings): RenderedLetter {
  const { recipient, report, files } = letter;
  const locales = localesOf(recipient);
  const [first] = locales;
  const { attached, left } = fitting(files);
  const linesOf = (locale: Locale): string[] => {
    const texts = statusLetterTexts(locale);
    const { states, time, letter: words } = catalogueOf(locale);
    const date = time.longDate(report.on);
    const names = (some: readonly MadeFile[]): string => some.map(({ name }) => name).join(", ");
    return [
      report.time === null ? date : words.asOf(date, report.time),
      ...(report.rate === null ? [] : [texts.rate(`${Math.floor(report.rate * 100)}\u00a0%`)]),
      ...STATES.map((state) => texts.figure(capitalised(states[state]), countIn(report.counts, state))),
      texts.changes(report.changes.items.length),
      ...(attached.length > 0 ? [texts.files(names(attached))] : []),
      ...(left.length > 0 ? [texts.tooLarge(names(left))] : []),
    ];
  };
  const headline = (locale: Locale): string =>
    statusLetterTexts(locale).headline(oneLine(nameIn(report.name, locale), 90));
  const language = (locale: Locale, parts: LetterParts): string => {
    const { letter: words } = catalogueOf(locale);
    const texts = statusLetterTexts(locale);
    const lines = settings.demo ? [words.demo] : [];
    const items =
      linesOf(locale).map(parts.line).join("") + parts.more(texts.open, `${baseOf(settings.appUrl)}/reports`);
    const foot = [texts.why, words.automatic];
    return parts.language(
      { head: { headline: headline(locale), lead: "", lines }, items, closed: "", reasons: [], foot },
      { locale, letter: words },
    );
  };
  const subject = `${catalogueOf(first).letter.product}: ${locales.map(headline).join(" / ")}`;
  const frame = { subject, preheader: linesOf(first).slice(0, 2).join(". "), lang: first };
  const render = (parts: LetterParts): string =>
    parts.letter(
      locales.map((locale) => language(locale, parts)),
      frame,
    );
  return {
    ...{ subject, html: render(htmlParts), text: render(textParts) },
    files: attached.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
  };
}

import type { Slot } from "../../core/escalation/letter.ts";
import type { NoticeContent } from "../../core/escalation/notice.ts";
import type { Locale } from "../../core/register/locale.ts";
import { noticeTextsOf } from "../../core/wording/notices.ts";
import { catalogueOf, nameIn } from "../../core/wording/wording.ts";
import { oneLine } from "./clean.ts";
import type { RenderedLetter } from "./letter.tsx";
import { htmlParts } from "./letter-html.tsx";
import type { LetterParts } from "./letter-parts.ts";
import { textParts } from "./letter-text.ts";
import type { LetterSettings } from "./letter-view.ts";

/** What a notice needs to know beside its content. */
export type NoticeSettings = Pick<LetterSettings, "appUrl" | "demo">;

/** A notice to administrators in every language of its recipient, as HTML and as text of equal content. */
export function renderNotice(content: NoticeContent, settings: NoticeSettings): RenderedLetter {
  const order = ["kk", "ru", "en"] as const;
  const known = order.filter((locale) => content.recipient.locales.includes(locale));
  const [first = "kk", ...rest]: readonly Locale[] = known.length > 0 ? known : ["kk", "ru"];
  const subject = `${catalogueOf(first).letter.product}: ${headlineOf(content, first)}`;
  const frame = { subject, preheader: linesOf(content, first)[0] ?? "", lang: first };
  const render = (parts: LetterParts): string =>
    parts.letter(
      [first, ...rest].map((locale) => languageOf(content, locale, parts, settings)),
      frame,
    );
  return { subject, html: render(htmlParts), text: render(textParts) };
}

function languageOf(content: NoticeContent, locale: Locale, parts: LetterParts, settings: NoticeSettings): string {
  const { letter } = catalogueOf(locale);
  const texts = noticeTextsOf(locale);
  return parts.language(
    {
      head: { headline: headlineOf(content, locale), lines: settings.demo ? [letter.demo] : [] },
      items:
        linesOf(content, locale).map(parts.line).join("") + parts.more(texts.brake.open, `${settings.appUrl}/sweeps`),
      closed: "",
      reasons: [],
      foot: [texts.why, letter.automatic],
    },
    { locale, letter },
  );
}

const headlineOf = (content: NoticeContent, locale: Locale): string =>
  noticeTextsOf(locale).brake.headline(factsOf(content, locale));

const linesOf = (content: NoticeContent, locale: Locale): readonly string[] =>
  noticeTextsOf(locale).brake.lines(factsOf(content, locale));

function factsOf({ about }: NoticeContent, locale: Locale) {
  const moment = ({ day, time }: Slot): string =>
    noticeTextsOf(locale).moment(catalogueOf(locale).time.date(day), time);
  const { bodies, of, scopeName } = about;
  return {
    scope: oneLine(nameIn(scopeName, locale), 90),
    bodies,
    of,
    slot: moment(about.slot),
    until: moment(about.until),
  };
}

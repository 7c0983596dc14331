import type { NoticeContent } from "../../core/escalation/notice.ts";
import type { Locale } from "../../core/register/locale.ts";
import { noticeTextsOf } from "../../core/wording/notices/all.ts";
import { catalogueOf } from "../../core/wording/wording.ts";
import { baseOf } from "./finding-link.ts";
import type { RenderedLetter } from "./letter.tsx";
import { htmlParts } from "./letter-html.tsx";
import type { LetterParts } from "./letter-parts.ts";
import { textParts } from "./letter-text.ts";
import type { LetterSettings } from "./letter-view.ts";
import { localesOf } from "./locales.ts";
import { viewNotice } from "./notice-view.ts";
import type { NoticeView } from "./notice-words.ts";
import { headsFile } from "./weekly-view.ts";

/** What a notice needs to know beside its content. */
export type NoticeSettings = Pick<LetterSettings, "appUrl" | "demo">;

/** A notice to administrators in every language of its recipient, as HTML and as text of equal content. */
export function renderNotice(content: NoticeContent, settings: NoticeSettings): RenderedLetter {
  const locales = localesOf(content.recipient);
  const [first] = locales;
  const views = locales.map((locale) => ({
    locale,
    view: viewNotice(content, locale, baseOf(settings.appUrl)),
  }));
  const headlines = views.map(({ view }) => view.headline).join(" / ");
  const subject = `${catalogueOf(first).letter.product}: ${headlines}`;
  const preheader = views[0]?.view.sections[0]?.lines.join(" ") ?? "";
  const render = (parts: LetterParts): string =>
    parts.letter(
      views.map(({ view, locale }) => languageOf(view, locale, parts, settings)),
      { subject, preheader, lang: first },
    );
  const file = content.about.kind === "weekly" ? headsFile(content.about) : undefined;
  return { subject, html: render(htmlParts), text: render(textParts), ...(file && { files: [file] }) };
}

function languageOf(
  { headline, sections, links }: NoticeView,
  locale: Locale,
  parts: LetterParts,
  { demo }: NoticeSettings,
): string {
  const { letter } = catalogueOf(locale);
  const said = sections.map(
    ({ title, lines }) => (title === null ? "" : parts.rowsTitle(title)) + lines.map(parts.line).join(""),
  );
  return parts.language(
    {
      head: { headline, lead: "", lines: demo ? [letter.demo] : [] },
      items: said.join("") + links.map(({ text, link }) => parts.more(text, link)).join(""),
      closed: "",
      reasons: [],
      foot: [noticeTextsOf(locale).why, letter.automatic],
    },
    { locale, letter },
  );
}

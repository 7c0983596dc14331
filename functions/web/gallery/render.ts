import type { Workdays } from "../../../core/calendar/workdays.ts";
import { instant } from "../../../core/calendar/zone.ts";
import type { Locale } from "../../../core/register/locale.ts";
import { type RenderedLetter, renderLetter } from "../../mail/letter.tsx";
import { renderNotice } from "../../mail/notice.ts";
import { renderStatusLetter } from "../../mail/status-letter.ts";
import { type NoticeKind, noticeKinds, sampleNotice } from "./sample-notices.ts";
import { sampleReport } from "./sample-report.ts";
import { type SampleKind, sampleKinds, sampleLetter } from "./samples.ts";

/** Every kind of letter, those of the ladder first. */
export type LetterKind = SampleKind | NoticeKind | "status-report";
export const staffKinds: readonly LetterKind[] = [...noticeKinds, "status-report"];
export const letterKinds: readonly LetterKind[] = [...sampleKinds, ...staffKinds];

/** What a letter is read in: one language, or both official ones. */
export const languages = { kk: ["kk"], ru: ["ru"], en: ["en"], "kk-ru": ["kk", "ru"] } as const satisfies Readonly<
  Record<string, readonly Locale[]>
>;
export type Language = keyof typeof languages;
export const languageNames = Object.keys(languages) as readonly Language[]; // its own keys, which Object.keys cannot type

const appUrl = "https://esep.example";
const from = "esep@mia.example";
const replyTo = "staff@mia.example";

const isSample = (kind: LetterKind): kind is SampleKind => (sampleKinds as readonly string[]).includes(kind);

/** A sample as it is sent: by the code that renders every letter. */
export function galleryLetter(kind: LetterKind, language: Language, workdays: Workdays): RenderedLetter {
  const locales = languages[language];
  if (kind === "status-report") {
    return renderStatusLetter(sampleReport(locales), { from, replyTo, appUrl, demo: false });
  }
  if (!isSample(kind)) return renderNotice(sampleNotice(kind, locales), { appUrl, demo: false });
  const content = sampleLetter(kind, locales);
  return renderLetter(content, {
    ...{ appUrl, from, replyTo, demo: false },
    calendar: { isWorking: workdays.isWorking, nameOf: workdays.entry },
    sending: {
      id: { scope: "DP-10", year: 2027, recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A", n: 3 },
      at: instant(content.today * 86_400_000 + 4 * 3_600_000),
    },
  });
}

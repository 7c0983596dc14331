import { LetterState } from "../../core/escalation/ledger.ts";
import { headsText, type WeeklyLetter } from "../../core/escalation/weekly.ts";
import type { State } from "../../core/order608/finding.ts";
import type { Bilingual, Locale } from "../../core/register/locale.ts";
import { noticeTextsOf } from "../../core/wording/notices/all.ts";
import { formatNumber, formatShare } from "../../core/wording/plural.ts";
import { capitalised, catalogueOf } from "../../core/wording/wording.ts";
import { oneLine } from "./clean.ts";
import type { LetterFile } from "./letter.tsx";
import type { LetterLink } from "./letter-parts.ts";
import { brief, firstOf, momentIn, type NoticeSection, type NoticeView } from "./notice-words.ts";

/** What people judge a week by, worst first. */
const shownStates: readonly State[] = ["overdue", "breached", "due", "late", "met"];

const FILE = "audit-heads.txt";

/** More would make the message larger than Gmail shows; the digest stands for them. */
const MAX_FILE = 55_000;

/** The chains' heads as a file; undefined where there are none, or too many for a letter. */
export function headsFile({ heads }: WeeklyLetter): LetterFile | undefined {
  const content = headsText(heads);
  const isFit = content !== "" && content.length <= MAX_FILE;
  return isFit ? { filename: FILE, contentType: "text/plain; charset=utf-8", content } : undefined;
}

/** The ministry's weekly letter in one language. */
export function viewWeekly(about: WeeklyLetter, locale: Locale, base: string, link: LetterLink): NoticeView {
  const { weekly } = noticeTextsOf(locale);
  const names = (bodies: readonly Bilingual[]): readonly string[] =>
    bodies.length === 0 ? [weekly.nobody] : firstOf(bodies, (one) => brief(one, locale), locale);
  return {
    headline: weekly.headline(catalogueOf(locale).time.date(about.week)),
    sections: [
      { title: weekly.compliance, lines: complianceLines(about, locale) },
      { title: weekly.letters, lines: letterLines(about, locale) },
      { title: countedTitle(weekly.paper, about.paper, locale), lines: names(about.paper) },
      { title: countedTitle(weekly.outOfUse, about.outOfUse, locale), lines: names(about.outOfUse) },
      versionSection(about, locale),
      auditSection(about, locale),
    ],
    links: [link, ...(about.paper.length === 0 ? [] : [{ text: weekly.openPaper, link: `${base}/paper` }])],
  };
}

const countedTitle = (title: string, bodies: readonly Bilingual[], locale: Locale): string =>
  `${title}: ${formatNumber(locale, bodies.length)}`;

function complianceLines({ now, before }: WeeklyLetter, locale: Locale): readonly string[] {
  const { weekly } = noticeTextsOf(locale);
  if (now === null) return [weekly.noFigures];
  const share = (rate: number | null | undefined): string | null => (rate == null ? null : formatShare(locale, rate));
  const rate = share(now.rate);
  const { states } = catalogueOf(locale);
  const count = (of: typeof now, state: State): string => formatNumber(locale, of.states[state] ?? 0);
  return [
    ...(rate === null ? [] : [weekly.rate(rate, share(before?.rate))]),
    ...shownStates.map((state) =>
      weekly.state(capitalised(states[state]), count(now, state), before && count(before, state)),
    ),
    weekly.asOf(momentIn(now.slot, locale)),
  ];
}

function letterLines({ letters, unanswered }: WeeklyLetter, locale: Locale): readonly string[] {
  const { weekly } = noticeTextsOf(locale);
  const { letterStates } = catalogueOf(locale);
  const written = LetterState.options.filter((state) => (letters[state] ?? 0) > 0);
  if (written.length === 0) return [weekly.noLetters];
  const word = (state: LetterState): string =>
    `${capitalised(letterStates[state])}: ${formatNumber(locale, letters[state] ?? 0)}`;
  return [...written.map(word), weekly.unanswered(formatNumber(locale, unanswered))];
}

function versionSection({ versions }: WeeklyLetter, locale: Locale): NoticeSection {
  const { weekly } = noticeTextsOf(locale);
  const { register, policy, calendar } = versions;
  return {
    title: weekly.versions,
    lines: [weekly.register(String(register)), weekly.policy(oneLine(policy)), weekly.calendar(oneLine(calendar))],
  };
}

function auditSection(about: WeeklyLetter, locale: Locale): NoticeSection {
  const { weekly } = noticeTextsOf(locale);
  return {
    title: weekly.audit,
    lines: [
      weekly.heads(formatNumber(locale, about.heads.length)),
      ...(about.heads.length === 0 ? [] : [weekly.digest(about.digest)]),
      ...(headsFile(about) ? [weekly.file(FILE)] : []),
      ...(about.heads.length === 0 ? [] : [weekly.witness]),
    ],
  };
}

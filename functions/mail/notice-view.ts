import type { Notice, NoticeContent, WrongRecipientNotice } from "../../core/escalation/notice.ts";
import type { Bilingual, Locale } from "../../core/register/locale.ts";
import { noticeTextsOf } from "../../core/wording/notices/all.ts";
import { capitalised, catalogueOf } from "../../core/wording/wording.ts";
import { oneLine } from "./clean.ts";
import { brief, firstOf, momentIn, type NoticeView } from "./notice-words.ts";
import { viewWeekly } from "./weekly-view.ts";

/** A notice in one language. */
export function viewNotice({ about }: NoticeContent, locale: Locale, base: string): NoticeView {
  const link = { text: noticeTextsOf(locale).open[about.kind], link: `${base}${pathOf(about)}` };
  if (about.kind === "weekly") return viewWeekly(about, locale, base, link);
  return { ...wordsOf(about, locale), links: [...decisionLinks(about, locale, base), link] };
}

type Event = Exclude<Notice, { readonly kind: "weekly" }>;

function wordsOf(about: Event, locale: Locale): Pick<NoticeView, "headline" | "sections"> {
  const texts = noticeTextsOf(locale);
  const name = (one: Bilingual): string => brief(one, locale);
  switch (about.kind) {
    case "brake": {
      const slots = { slot: momentIn(about.slot, locale), until: momentIn(about.until, locale) };
      return said(texts.brake, { scope: name(about.scopeName), bodies: about.bodies, of: about.of, ...slots });
    }
    case "contact": {
      const facts = { count: about.roles.length, slot: momentIn(about.slot, locale) };
      const { role, unreachable } = texts.contact;
      const { roles } = catalogueOf(locale);
      const word = (one: (typeof about.roles)[number]): string =>
        (one.unreachable ? unreachable : role)(name(one.bodyName), roles[one.role]);
      return said(texts.contact, facts, firstOf(about.roles, word, locale));
    }
    case "calendar":
      return said(texts.calendar, { years: about.years.join(", "), findings: about.findings });
    case "damaged": {
      const word = (one: (typeof about.records)[number]): string =>
        texts.damaged.record(name(one.bodyName), one.campaign);
      return said(texts.damaged, { count: about.records.length }, firstOf(about.records, word, locale));
    }
    case "unswept": {
      const facts = { count: about.scopes.length, slot: momentIn(about.slot, locale) };
      return said(texts.unswept, facts, firstOf(about.scopes, name, locale));
    }
    case "wrong-recipient":
      return said(texts["wrong-recipient"], wrongFacts(about, locale), firstOf(about.bodies, name, locale));
  }
}

function wrongFacts({ recipient, on, slot, bodies }: WrongRecipientNotice, locale: Locale) {
  const [first] = bodies;
  const about = first && bodies.length === 1 ? brief(first, locale) : catalogueOf(locale).time.bodies(bodies.length);
  return {
    recipient: recipient === null ? null : oneLine(recipient, 90),
    ...{ on: catalogueOf(locale).time.date(on), slot: momentIn(slot, locale), bodies: about },
  };
}

/** What happened, whom it concerns, and what to do. */
function said<Facts>(
  texts: {
    readonly headline: (facts: Facts) => string;
    readonly lines: (facts: Facts) => readonly string[];
  },
  facts: Facts,
  listed: readonly string[] = [],
): Pick<NoticeView, "headline" | "sections"> {
  const [what = "", ...todo] = texts.lines(facts).map(capitalised);
  const list = listed.length === 0 ? [] : [{ title: null, lines: listed }];
  return {
    headline: texts.headline(facts),
    sections: [{ title: null, lines: [what] }, ...list, { title: null, lines: todo }],
  };
}

/** Where administrators decide about it; the page that everybody may read comes after. */
function decisionLinks({ kind }: Event, locale: Locale, base: string): NoticeView["links"] {
  const { decide } = noticeTextsOf(locale);
  if (kind === "brake") return [{ text: decide.brake, link: `${base}/brake` }];
  return kind === "contact" ? [{ text: decide.contact, link: `${base}/addresses` }] : [];
}

/** The page that a notice leads to. */
function pathOf(about: Notice): string {
  switch (about.kind) {
    case "weekly":
      return "/";
    case "contact":
      return "/paper";
    case "calendar":
      return "/calendar";
    case "wrong-recipient": {
      const { scope, year, recipientKey, n } = about.letter;
      return `/letters/${encodeURIComponent(scope)}/${year}/${recipientKey}/${n}`;
    }
    default:
      return "/sweeps";
  }
}

import type { Locale } from "../../../core/register/locale.ts";

/** Words of a body's page beside those that all pages share. */
interface BodyPageTexts {
  readonly recordedLate: string;
  readonly recordedLateOf: (facts: string) => string;
  readonly facts: string;
  readonly noFacts: string;
  readonly evidence: string;
  readonly valid: string;
  readonly invalid: string;
  readonly correct: string;
  readonly signIn: string;
  readonly noneBefore: string;
  readonly noneAfter: string;
  readonly noticeWindow: (date: string) => string;
  readonly timelineKey: Readonly<Record<"meeting" | "window" | "appeals" | "due", string>>;
  readonly waivers: string;
}

const kk: BodyPageTexts = {
  recordedLate: "кешіктіріліп енгізілген",
  recordedLateOf: (facts) => `Мәлімет кешіктіріліп енгізілген: ${facts}.`,
  facts: "Енгізілген мәліметтер",
  noFacts: "Бұл науқан бойынша әлі ештеңе енгізілмеген.",
  evidence: "Растайтын құжаттар",
  valid: "есепке алынады",
  invalid: "есепке алынбайды: кездесудің күніне, уақытына немесе орнына сай емес",
  correct: "Түзету",
  signIn: "Мәлімет енгізу үшін жүйеге кіріңіз.",
  noneBefore: "жоқ",
  noneAfter: "енді қолданылмайды",
  noticeWindow: (date) => `жариялау – ${date} дейін`,
  timelineKey: {
    meeting: "кездесу",
    window: "кездесуге дейінгі он күн: бұдан бұрын жариялау қажет",
    appeals: "жолданымға жауап беру мерзімі",
    due: "міндеттің мерзімі",
  },
  waivers: "Бақылаудан алу",
};

const ru: BodyPageTexts = {
  recordedLate: "внесено с опозданием",
  recordedLateOf: (facts) => `Сведения внесены с опозданием: ${facts}.`,
  facts: "Внесенные сведения",
  noFacts: "По этой кампании еще ничего не внесено.",
  evidence: "Подтверждающие документы",
  valid: "учитывается",
  invalid: "не учитывается: не совпадает с датой, временем или местом встречи",
  correct: "Исправить",
  signIn: "Чтобы вносить сведения, войдите в систему.",
  noneBefore: "нет",
  noneAfter: "больше не применяется",
  noticeWindow: (date) => `опубликовать до ${date}`,
  timelineKey: {
    meeting: "встреча",
    window: "десять дней до встречи: опубликовать нужно раньше",
    appeals: "срок ответа на обращение",
    due: "срок обязанности",
  },
  waivers: "Снятие с контроля",
};

const en: BodyPageTexts = {
  recordedLate: "recorded late",
  recordedLateOf: (facts) => `Recorded late: ${facts}.`,
  facts: "What is recorded",
  noFacts: "Nothing is recorded for this campaign yet.",
  evidence: "Evidence",
  valid: "counts",
  invalid: "does not count: differs from the meeting's date, time or place",
  correct: "Correct",
  signIn: "Sign in to record facts.",
  noneBefore: "none",
  noneAfter: "no longer applies",
  noticeWindow: (date) => `publish by ${date}`,
  timelineKey: {
    meeting: "meeting",
    window: "ten days before the meeting: publish before them",
    appeals: "term of the reply to an appeal",
    due: "due day of an obligation",
  },
  waivers: "Waivers",
};

const all: Readonly<Record<Locale, BodyPageTexts>> = { kk, ru, en };

export const bodyTexts = (locale: Locale): BodyPageTexts => all[locale];

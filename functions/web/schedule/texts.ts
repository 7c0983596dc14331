import type { Locale } from "../../../core/register/locale.ts";

/** Words of the public calendar. */
export interface ScheduleTexts {
  /** The calendar's name. */
  readonly name: string;
  readonly subscribe: string;
  readonly subscribeHelp: string;
  /** The link below a region. */
  readonly calendar: string;
  readonly meeting: (body: string) => string;
  readonly cancelled: (body: string) => string;
  readonly questions: string;
  readonly published: (outlet: string, date: string) => string;
}

const kk: ScheduleTexts = {
  name: "Полицияның халық алдындағы есептері",
  subscribe: "Күнтізбеге жазылу (ICS)",
  subscribeHelp: "Күнтізбе бағдарламасы жаңа жарияланымдарды өзі алып тұрады.",
  calendar: "Осы өңірдің күнтізбесі (ICS)",
  meeting: (body) => `Халық алдындағы есеп: ${body}`,
  cancelled: (body) => `Кездесу өткізілмейді: ${body}`,
  questions: "Сұрақ жіберу тәртібі жарияланған:",
  published: (outlet, date) => `${outlet}, ${date}`,
};

const ru: ScheduleTexts = {
  name: "Отчеты полиции перед населением",
  subscribe: "Подписаться на календарь (ICS)",
  subscribeHelp: "Программа-календарь сама получает новые публикации.",
  calendar: "Календарь этого региона (ICS)",
  meeting: (body) => `Отчет перед населением: ${body}`,
  cancelled: (body) => `Встреча отменена: ${body}`,
  questions: "Порядок направления вопросов опубликован:",
  published: (outlet, date) => `${outlet}, ${date}`,
};

const en: ScheduleTexts = {
  name: "Police reports to the population",
  subscribe: "Subscribe to the calendar (ICS)",
  subscribeHelp: "A calendar program fetches new notices by itself.",
  calendar: "Calendar of this region (ICS)",
  meeting: (body) => `Report to the population: ${body}`,
  cancelled: (body) => `Cancelled: ${body}`,
  questions: "How questions are sent was published:",
  published: (outlet, date) => `${outlet}, ${date}`,
};

const all: Readonly<Record<Locale, ScheduleTexts>> = { kk, ru, en };

/** The calendar's words in a language. */
export const scheduleTexts = (locale: Locale): ScheduleTexts => all[locale];

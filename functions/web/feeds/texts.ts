import type { Locale } from "../../../core/register/locale.ts";

/** Words of calendar feeds. */
export interface FeedTexts {
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly bodyHelp: string;
  readonly open: string;
  readonly unknown: string;
  readonly opened: string;
  readonly once: string;
  readonly own: string;
  readonly none: string;
  readonly since: (day: string) => string;
  readonly revoked: string;
  readonly revoke: string;
  readonly done: string;
  readonly name: (body: string) => string;
  readonly meeting: (body: string) => string;
}

const kk: FeedTexts = {
  title: "Менің күнтізбелерім",
  lead: "Кездесулер, мерзімдер және жолданымдарға жауап беру мерзімдері телефондағы немесе компьютердегі күнтізбеде. Мекенжайын білген адам оны оқи алады, сондықтан оны ешкімге бермеңіз. Ол сіздің құқықтарыңызбен ғана оқылады.",
  body: "Орган",
  bodyHelp: "Бағынысты органдармен бірге.",
  open: "Мекенжай жасау",
  unknown: "Мұндай орган жоқ немесе оны оқуға құқығыңыз жоқ. Тізімнен таңдаңыз.",
  opened: "Күнтізбе ашылды",
  once: "Мекенжай бір рет қана көрсетіледі. Оны күнтізбе бағдарламасына қазір енгізіңіз:",
  own: "Ашылған күнтізбелер",
  none: "Ашылған күнтізбе жоқ.",
  since: (day) => `${day} ашылған`,
  revoked: "жабылған",
  revoke: "Жабу",
  done: "Күнтізбе жабылды, оның мекенжайы енді жауап бермейді.",
  name: (body) => `Есеп: ${body}`,
  meeting: (body) => `Есептік кездесу – ${body}`,
};

const ru: FeedTexts = {
  title: "Мои календари",
  lead: "Встречи, сроки обязанностей и сроки по обращениям в календаре телефона или компьютера. Кто знает адрес, тот читает: не передавайте его никому. Показывается только то, что можете читать вы.",
  body: "Орган",
  bodyHelp: "Вместе с подчиненными органами.",
  open: "Создать адрес",
  unknown: "Такого органа нет или вы не можете его читать. Выберите из списка.",
  opened: "Календарь открыт",
  once: "Адрес показывается один раз. Введите его в программу календаря сейчас:",
  own: "Открытые календари",
  none: "Открытых календарей нет.",
  since: (day) => `открыт ${day}`,
  revoked: "закрыт",
  revoke: "Закрыть",
  done: "Календарь закрыт, его адрес больше не отвечает.",
  name: (body) => `Есеп: ${body}`,
  meeting: (body) => `Отчетная встреча – ${body}`,
};

const en: FeedTexts = {
  title: "My calendars",
  lead: "Meetings, due days and terms of appeals in the calendar of a phone or computer. Whoever knows the address can read it, so give it to nobody. It shows only what you may read.",
  body: "Body",
  bodyHelp: "With the bodies under it.",
  open: "Make an address",
  unknown: "There is no such body, or you may not read it. Choose one of the list.",
  opened: "The calendar is open",
  once: "The address is shown once. Enter it in your calendar program now:",
  own: "Open calendars",
  none: "There is no open calendar.",
  since: (day) => `open since ${day}`,
  revoked: "closed",
  revoke: "Close",
  done: "The calendar is closed; its address answers no more.",
  name: (body) => `Esep: ${body}`,
  meeting: (body) => `Reporting meeting – ${body}`,
};

const all: Readonly<Record<Locale, FeedTexts>> = { kk, ru, en };

/** The words of calendar feeds in a language. */
export const feedTexts = (locale: Locale): FeedTexts => all[locale];

import type { Locale } from "../../../core/register/locale.ts";
import { counted, formatNumber } from "../../../core/wording/plural.ts";

/** Words of the overview's lists and of its line. */
export interface OverviewTexts {
  readonly trend: (days: number) => string;
  readonly trendHelp: string;
  readonly today: string;
  readonly dueOn: (date: string, count: number) => string;
  readonly changes: (date: string) => string;
  readonly worse: string;
  readonly better: string;
  readonly nothingWorse: string;
  readonly nothingBetter: string;
  readonly more: (count: number) => string;
  readonly changesTitle: string;
  readonly unacknowledged: string;
  readonly unacknowledgedIntro: string;
  readonly unacknowledgedTitle: string;
  readonly everybody: string;
  readonly showUnacknowledged: string;
  readonly arrived: string;
  readonly acknowledged: string;
  readonly lettersHead: string;
  readonly since: string;
  readonly recipient: string;
  readonly former: string;
  readonly sortBy: (what: string) => string;
}

const kk: OverviewTexts = {
  trend: (days) => `Соңғы ${days} күндегі сақталу деңгейі`,
  trendHelp: "Төмендегі жолақтар әр күні қанша міндеттің мерзімі бітетінін көрсетеді.",
  today: "бүгін",
  dueOn: (date, count) => `${date}: мерзімі бітетін міндеттер – ${formatNumber("kk", count)}`,
  changes: (date) => `${date} күнінің соңынан бері не өзгерді`,
  worse: "Мерзімі өткен немесе бұзылған",
  better: "Орындалған",
  nothingWorse: "Мерзімі жаңадан өткен міндет жоқ.",
  nothingBetter: "Жаңадан орындалған міндет жоқ.",
  more: (count) => `Барлығын көрсету: ${formatNumber("kk", count)}`,
  changesTitle: "Кешеден бергі өзгерістер",
  unacknowledged: "Хатты алғанын растамағандар",
  unacknowledgedIntro:
    "Биылғы жіберілген, бірақ алынғаны расталмаған хаттар. Растау міндетті орындамайды және ескертулерді тоқтатпайды.",
  unacknowledgedTitle: "Хатты алғанын кім растамады",
  everybody: "Барлық хаттың алынғаны расталған.",
  showUnacknowledged: "Тізімді көрсету",
  arrived: "Жіберілген хаттар",
  acknowledged: "Расталғаны",
  lettersHead: "Расталмаған хаттар",
  since: "Ең ескісі",
  recipient: "Адресат",
  former: "тізілімде жоқ адресат",
  sortBy: (what) => `${what}: осы бойынша реттеу`,
};

const ru: OverviewTexts = {
  trend: (days) =>
    `Уровень соблюдения за последние ${counted("ru", days, { one: "день", few: "дня", many: "дней", other: "дня" })}`,
  trendHelp: "Столбики внизу показывают, сколько обязанностей имеют срок в каждый из дней.",
  today: "сегодня",
  dueOn: (date, count) => `${date}: обязанностей со сроком в этот день – ${formatNumber("ru", count)}`,
  changes: (date) => `Что изменилось с конца дня ${date}`,
  worse: "Просрочено или нарушено",
  better: "Исполнено",
  nothingWorse: "Новых просрочек и нарушений нет.",
  nothingBetter: "Вновь исполненных обязанностей нет.",
  more: (count) => `Показать все: ${formatNumber("ru", count)}`,
  changesTitle: "Изменения со вчерашнего дня",
  unacknowledged: "Не подтвердили получение",
  unacknowledgedIntro:
    "Отправленные в этом году письма, получение которых не подтверждено. Подтверждение не исполняет обязанность и не останавливает напоминания.",
  unacknowledgedTitle: "Кто не подтвердил получение писем",
  everybody: "Получение всех писем подтверждено.",
  showUnacknowledged: "Показать список",
  arrived: "Отправлено писем",
  acknowledged: "Подтверждено",
  lettersHead: "Не подтверждено",
  since: "Самое давнее",
  recipient: "Адресат",
  former: "адресата нет в реестре",
  sortBy: (what) => `${what}: упорядочить`,
};

const en: OverviewTexts = {
  trend: (days) => `Compliance rate of the last ${counted("en", days, { one: "day", other: "days" })}`,
  trendHelp: "The bars below show how many obligations are due on each day.",
  today: "today",
  dueOn: (date, count) => `${date}: obligations due on this day – ${formatNumber("en", count)}`,
  changes: (date) => `What has changed since the end of ${date}`,
  worse: "Overdue or breached",
  better: "Met",
  nothingWorse: "Nothing has become overdue.",
  nothingBetter: "Nothing has been met since.",
  more: (count) => `Show all: ${formatNumber("en", count)}`,
  changesTitle: "Changes since yesterday",
  unacknowledged: "Receipt not acknowledged",
  unacknowledgedIntro:
    "Letters sent this year whose receipt nobody has acknowledged. Acknowledging meets no obligation and stops no reminder.",
  unacknowledgedTitle: "Who has not acknowledged letters",
  everybody: "The receipt of every letter is acknowledged.",
  showUnacknowledged: "Show the list",
  arrived: "Letters sent",
  acknowledged: "Acknowledged",
  lettersHead: "Not acknowledged",
  since: "The oldest",
  recipient: "Addressee",
  former: "addressee not in the register",
  sortBy: (what) => `${what}: order by this`,
};

const all: Readonly<Record<Locale, OverviewTexts>> = { kk, ru, en };

/** The overview's words in a language. */
export const overviewTexts = (locale: Locale): OverviewTexts => all[locale];

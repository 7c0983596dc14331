import type { Locale } from "../../../core/register/locale.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import type { AppealQuery } from "./query.ts";

/** Words of the list of appeals. */
interface AppealsTexts {
  readonly title: string;
  readonly intro: string;
  readonly search: string;
  readonly state: string;
  readonly states: Readonly<Record<AppealQuery["state"], string>>;
  readonly sort: string;
  readonly sorts: Readonly<Record<AppealQuery["sort"], string>>;
  readonly count: (shown: number, of: number) => string;
  readonly body: string;
  readonly next: string;
  readonly due: string;
  readonly stands: string;
  readonly record: string;
  readonly closed: string;
  readonly none: string;
  readonly noneFound: string;
  readonly earlier: string;
  readonly later: string;
}

const kk: AppealsTexts = {
  title: "Жолданымдар",
  intro: "Есептік кездесулерде келіп түскен шағымдар, ұсыныстар мен ескертулер. Жолданым тек нөмірі бойынша белгілі.",
  search: "Нөмірі немесе органы",
  state: "Жай-күйі",
  states: { open: "Аяқталмағандары", overdue: "Мерзімі өткендері", closed: "Аяқталғандары", all: "Барлығы" },
  sort: "Сұрыптау",
  sorts: { due: "Мерзімі бойынша", received: "Келіп түскен күні бойынша", number: "Нөмірі бойынша" },
  count: (shown, of) => `Көрсетілген: ${formatNumber("kk", of)} ішінен ${formatNumber("kk", shown)}`,
  body: "Орган",
  next: "Не істеу керек",
  due: "Мерзімі",
  stands: "Жай-күйі",
  record: "Мәлімет енгізу",
  closed: "аяқталды",
  none: "Есептік кездесулерде әзірге жолданым келіп түскен жоқ.",
  noneFound: "Берілген шарттар бойынша жолданым табылмады.",
  earlier: "Алдыңғылары",
  later: "Келесілері",
};

const ru: AppealsTexts = {
  title: "Обращения",
  intro: "Жалобы, предложения и замечания, поступившие на отчетных встречах. Обращение известно только по номеру.",
  search: "Номер или орган",
  state: "Состояние",
  states: { open: "Незавершенные", overdue: "Просроченные", closed: "Завершенные", all: "Все" },
  sort: "Сортировка",
  sorts: { due: "По сроку", received: "По дате поступления", number: "По номеру" },
  count: (shown, of) => `Показано: ${formatNumber("ru", shown)} из ${formatNumber("ru", of)}`,
  body: "Орган",
  next: "Что нужно сделать",
  due: "Срок",
  stands: "Состояние",
  record: "Внести сведения",
  closed: "завершено",
  none: "На отчетных встречах обращений пока не поступало.",
  noneFound: "По заданным условиям обращений нет.",
  earlier: "Предыдущие",
  later: "Следующие",
};

const en: AppealsTexts = {
  title: "Appeals",
  intro: "Complaints, proposals and remarks raised at reporting meetings. An appeal is known by its number only.",
  search: "Number or body",
  state: "State",
  states: { open: "Open", overdue: "Overdue", closed: "Closed", all: "All" },
  sort: "Order",
  sorts: { due: "By due day", received: "By day of receipt", number: "By number" },
  count: (shown, of) => `Shown: ${formatNumber("en", shown)} of ${formatNumber("en", of)}`,
  body: "Body",
  next: "What is due next",
  due: "Due",
  stands: "State",
  record: "Record",
  closed: "closed",
  none: "No appeals have been received at reporting meetings so far.",
  noneFound: "No appeal fits these conditions.",
  earlier: "Earlier ones",
  later: "Later ones",
};

const all: Readonly<Record<Locale, AppealsTexts>> = { kk, ru, en };

export const appealsTexts = (locale: Locale): AppealsTexts => all[locale];

import type { LetterTexts } from "../catalogue-letter.ts";
import { formatNumber, pluralForm } from "../plural.ts";

const number = (count: number): string => formatNumber("ru", count);

export const letter: LetterTexts = {
  product: "Есеп",
  language: "Русский",
  below: "Текст на русском языке – ниже",
  counts: {
    breached: (count) => `нарушено ${number(count)}`,
    overdue: (count) => `просрочено ${number(count)}`,
    due: (count) => `истекает ${number(count)}`,
    closed: (count) => `закрыто ${number(count)}`,
  },
  asOf: (date, time) => `Состояние на ${date}, ${time}`,
  to: (name) => `Кому: ${name}`,
  due: "Срок",
  missing: "Не хватает",
  duty: "Что сделать",
  basis: "Основание",
  derivation: "Как исчислен срок",
  open: "Открыть в системе «Есеп»",
  late: "Это письмо могло быть направлено раньше: оно отправлено позже своего срока.",
  recordedLate: "Часть сведений внесена в систему позднее установленного срока.",
  closedRecordedLate: "сведения внесены с опозданием",
  alsoOpen: "Также открыты",
  more: (count) =>
    `И еще ${number(count)} ${pluralForm("ru", count, { one: "обязанность", few: "обязанности", many: "обязанностей", other: "обязанности" })} – на странице`,
  moreOf: (count) => `и еще ${number(count)}`,
  closed: "Закрыто с прошлого письма",
  reasons: "Почему Вы получили это письмо",
  paper: (names) => `Органы, до которых не доходят электронные письма: ${names}`,
  openPaper: "Открыть страницу для печати",
  answer: "Подтвердить получение письма или сообщить срок исполнения",
  wrong: "Если письмо Вас не касается, сообщите об этом",
  calendar: (shown, total) =>
    shown === total
      ? `Сроков в приложенном файле календаря: ${number(shown)}.`
      : `Ближайших сроков в приложенном файле календаря: ${number(shown)} из ${number(total)}.`,
  alreadyDone:
    "Если обязанность уже исполнена, просим внести дату исполнения в систему «Есеп»: напоминания о ней прекратятся.",
  rules: (policy, calendar) =>
    `Сроки рассчитаны по следующим версиям: ${policy === 0 ? "исходные настройки" : `версия ${policy} настроек`}, ${
      calendar === 0 ? "исходный календарь" : `версия ${calendar} календаря`
    } рабочих дней.`,
  automatic: "Это автоматическое письмо системы «Есеп», которая следит за исполнением приказа № 608.",
  reply: (address) => `На письмо можно ответить: ответ поступит на адрес ${address}.`,
  noReply: "Ответы на этот адрес не рассматриваются; с вопросами просим обращаться к администратору системы.",
  demo: "Демонстрация: сведения и адресаты вымышлены.",
};

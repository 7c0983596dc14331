import type { Locale } from "../../../core/register/locale.ts";

/** Words of one's own page. */
export interface MeTexts {
  readonly title: string;
  readonly nobody: string;
  readonly subject: string;
  readonly grants: string;
  readonly bodies: string;
  readonly more: (count: number) => string;
  readonly letters: string;
  readonly lettersNote: string;
  readonly noLetters: string;
  /** How many items a letter has beside the one that is named. */
  readonly letter: (others: number) => string;
  readonly language: string;
  readonly languageNote: string;
  readonly sessions: string;
  readonly sessionsNote: string;
  readonly signOutEverywhere: string;
}

const kk: MeTexts = {
  title: "Менің бетім",
  nobody: "Мұнда кіру бапталмаған: бәрі тек қарауға болады.",
  subject: "Жүйедегі белгіңіз",
  grants: "Сізге рұқсат етілгені",
  bodies: "Менің органдарым",
  more: (count) => `тағы ${count} бағынысты орган`,
  letters: "Жауап күтіп тұрған хаттар",
  lettersNote: "Сіз жауап бере алатын органдар туралы соңғы хаттар. Жауап еске салуларды тоқтатпайды.",
  noLetters: "Жауап күтіп тұрған хат жоқ.",
  letter: (others) => `тағы ${others} міндет`,
  language: "Тіл",
  languageNote:
    "Беттердің тілі жоғарыдағы сілтемелермен ауыстырылады. Хаттардың тілі органның байланыс адамында көрсетілген; оны әкімші тізілімде өзгертеді.",
  sessions: "Кіру",
  sessionsNote: "Барлық браузер мен құрылғыдағы кіруіңіз аяқталады, осы бетте де.",
  signOutEverywhere: "Барлық жерден шығу",
};

const ru: MeTexts = {
  title: "Моя страница",
  nobody: "Вход здесь не настроен: все доступно только для просмотра.",
  subject: "Ваше обозначение в системе",
  grants: "Что вам разрешено",
  bodies: "Мои органы",
  more: (count) => `и подчиненных органов: ${count}`,
  letters: "Письма, ожидающие ответа",
  lettersNote: "Последние письма об органах, за которые вы можете ответить. Ответ не останавливает напоминаний.",
  noLetters: "Писем, ожидающих ответа, нет.",
  letter: (others) => `еще обязанностей: ${others}`,
  language: "Язык",
  languageNote:
    "Язык страниц переключается ссылками вверху. Язык писем указан у контакта органа; его меняет администратор в реестре.",
  sessions: "Вход в систему",
  sessionsNote: "Завершится вход во всех браузерах и на всех устройствах, включая это.",
  signOutEverywhere: "Выйти везде",
};

const en: MeTexts = {
  title: "My page",
  nobody: "Sign-in is not set up here: everything can only be looked at.",
  subject: "Your subject in the system",
  grants: "What you may do",
  bodies: "My bodies",
  more: (count) => `and ${count} bodies below`,
  letters: "Letters that wait for an answer",
  lettersNote: "The latest letters about bodies that you may answer for. An answer never stops the reminders.",
  noLetters: "No letter waits for an answer.",
  letter: (others) => `and ${others} more`,
  language: "Language",
  languageNote:
    "The links above change the language of the pages. The language of letters stands with the body's contact; an administrator changes it in the register.",
  sessions: "Sign-in",
  sessionsNote: "You will be signed out of every browser and device, this one included.",
  signOutEverywhere: "Sign out everywhere",
};

const all: Readonly<Record<Locale, MeTexts>> = { kk, ru, en };

export const meTexts = (locale: Locale): MeTexts => all[locale];

import type { Locale } from "../../../core/register/locale.ts";
import { counted } from "../../../core/wording/plural.ts";

/** Words of the history of a body's record. */
interface AuditTexts {
  readonly title: string;
  readonly intro: string;
  readonly recent: string;
  readonly all: (count: number) => string;
  readonly empty: string;
  readonly filtered: string;
  readonly command: string;
  readonly every: string;
  readonly apply: string;
  readonly before: string;
  readonly after: string;
  readonly intact: (count: number) => string;
  readonly broken: (version: number) => string;
  readonly older: string;
}

const kk: AuditTexts = {
  title: "Өзгерістер журналы",
  intro: "Кім, нені, қашан және неге өзгертті. Журнал жазбалары өзгертілмейді және жойылмайды.",
  recent: "Соңғы өзгерістер",
  all: (count) => `Бүкіл журнал: ${counted("kk", count, { other: "жазба" })}`,
  empty: "Бұл науқанның мәліметтері жүйеде әлі өзгертілмеген.",
  filtered: "Мұндай өзгерістер жоқ.",
  command: "Өзгеріс түрі",
  every: "Барлығы",
  apply: "Көрсету",
  before: "бұрын",
  after: "енді",
  intact: (count) => `Журналдың тұтастығы тексерілді: ${counted("kk", count, { other: "жазба" })}.`,
  broken: (version) => `Журналдың тұтастығы бұзылған: № ${version} жазбадан бастап. Бұл туралы әкімшіге хабарлаңыз.`,
  older: "Одан бұрынғылары",
};

const ru: AuditTexts = {
  title: "Журнал изменений",
  intro: "Кто, что, когда и почему изменил. Записи журнала не изменяются и не удаляются.",
  recent: "Последние изменения",
  all: (count) =>
    `Весь журнал: ${counted("ru", count, { one: "запись", few: "записи", many: "записей", other: "записи" })}`,
  empty: "Сведения этой кампании в системе еще не изменялись.",
  filtered: "Таких изменений нет.",
  command: "Вид изменения",
  every: "Все",
  apply: "Показать",
  before: "было",
  after: "стало",
  intact: (count) =>
    `Целостность журнала проверена: ${counted("ru", count, { one: "запись", few: "записи", many: "записей", other: "записи" })}.`,
  broken: (version) => `Целостность журнала нарушена, начиная с записи № ${version}. Сообщите об этом администратору.`,
  older: "Более ранние",
};

const en: AuditTexts = {
  title: "History of changes",
  intro: "Who changed what, when and why. Entries are never changed or removed.",
  recent: "Latest changes",
  all: (count) => `The whole history: ${counted("en", count, { one: "entry", other: "entries" })}`,
  empty: "Nothing of this campaign has been changed in the system yet.",
  filtered: "There are no such changes.",
  command: "Kind of change",
  every: "All",
  apply: "Show",
  before: "before",
  after: "after",
  intact: (count) => `The history is intact: ${counted("en", count, { one: "entry", other: "entries" })}.`,
  broken: (version) => `The history is damaged, from entry ${version} on. Tell an administrator.`,
  older: "Earlier ones",
};

const all: Readonly<Record<Locale, AuditTexts>> = { kk, ru, en };

/** The words of the history in a language. */
export const auditTexts = (locale: Locale): AuditTexts => all[locale];

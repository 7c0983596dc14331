import type { Locale } from "../../../core/register/locale.ts";

/** The words of an evidence pack's index. */
export interface PackTexts {
  readonly title: string;
  readonly campaign: (year: number) => string;
  readonly asOf: (moment: string) => string;
  readonly findings: string;
  readonly columns: Readonly<Record<"obligation" | "subject" | "due" | "state" | "why" | "late", string>>;
  readonly noFindings: string;
  readonly letters: string;
  readonly letterColumns: Readonly<Record<"written" | "to" | "about" | "state" | "text", string>>;
  readonly noLetters: string;
  readonly textGone: string;
  readonly withheld: (count: number) => string;
  readonly history: string;
  readonly historyColumns: Readonly<Record<"when" | "who" | "what" | "why" | "hash", string>>;
  readonly noHistory: string;
  readonly dossier: string;
  readonly evidence: string;
  readonly evidenceColumns: Readonly<Record<"file" | "fact" | "attached" | "hash", string>>;
  readonly removed: (reason: string) => string;
  readonly noEvidence: string;
  readonly clauses: string;
  readonly verify: string;
  readonly verifyHow: string;
  readonly data: string;
}

const kk: PackTexts = {
  title: "Дәлелдемелер жинағы",
  campaign: (year) => `${year} жылғы науқан`,
  asOf: (moment) => `${moment} жағдай бойынша`,
  findings: "Міндеттердің жай-күйі",
  columns: {
    obligation: "Міндет",
    subject: "Неге қатысты",
    due: "Мерзімі",
    state: "Жай-күйі",
    why: "Мерзім қалай есептелді",
    late: "Кеш тіркелген деректер",
  },
  noFindings: "Бұл сәтте ешқандай міндет жоқ.",
  letters: "Жіберілген хаттар",
  letterColumns: { written: "Жазылған уақыты", to: "Кімге", about: "Мазмұны", state: "Жеткізілуі", text: "Мәтіні" },
  noLetters: "Хат жазылған жоқ.",
  textGone: "мәтіні сақталмаған",
  withheld: (count) => `Басқа органдар туралы да айтылатын ${count} хат бұл жинаққа енгізілмеді.`,
  history: "Өзгерістер тарихы",
  historyColumns: {
    when: "Қашан",
    who: "Кім",
    what: "Не істеді",
    why: "Негізі",
    hash: "Жазбаның SHA-256 бақылау сомасы",
  },
  noHistory: "Деректер файлдан енгізілген, тарихы жоқ.",
  dossier: "Мәліметтер",
  evidence: "Растайтын құжаттар",
  evidenceColumns: { file: "Файл", fact: "Мәлімет", attached: "Тіркелген уақыты", hash: "SHA-256 бақылау сомасы" },
  removed: (reason) => `алып тасталған: ${reason}`,
  noEvidence: "Файл тіркелмеген.",
  clauses: "Бұйрық пен кодекс мәтіні",
  verify: "Жинақты қалай тексеруге болады",
  verifyHow:
    "Node.js 18 немесе одан жаңа нұсқасымен: node verify.mjs жинақ.zip. Бағдарлама не дәлелденгенін айтады, өзгертілген файлды атайды.",
  data: "Деректер файлдары",
};

const ru: PackTexts = {
  title: "Пакет доказательств",
  campaign: (year) => `кампания ${year} года`,
  asOf: (moment) => `по состоянию на ${moment}`,
  findings: "Состояние обязанностей",
  columns: {
    obligation: "Обязанность",
    subject: "К чему относится",
    due: "Срок",
    state: "Состояние",
    why: "Как рассчитан срок",
    late: "Записано с опозданием",
  },
  noFindings: "На этот момент обязанностей нет.",
  letters: "Отправленные письма",
  letterColumns: { written: "Написано", to: "Кому", about: "О чем", state: "Доставка", text: "Текст" },
  noLetters: "Писем не было.",
  textGone: "текст не сохранился",
  withheld: (count) => `Письма, в которых говорится и о других органах, в пакет не вошли; их число: ${count}.`,
  history: "История изменений",
  historyColumns: {
    when: "Когда",
    who: "Кто",
    what: "Что сделал",
    why: "Основание",
    hash: "Контрольная сумма записи SHA-256",
  },
  noHistory: "Данные внесены из файла, истории нет.",
  dossier: "Сведения",
  evidence: "Подтверждающие документы",
  evidenceColumns: { file: "Файл", fact: "Сведения", attached: "Приложен", hash: "Контрольная сумма SHA-256" },
  removed: (reason) => `снят: ${reason}`,
  noEvidence: "Файлов нет.",
  clauses: "Текст приказа и кодекса",
  verify: "Как проверить пакет",
  verifyHow:
    "С Node.js 18 или новее: node verify.mjs пакет.zip. Программа говорит, что доказано, и называет измененный файл.",
  data: "Файлы данных",
};

const en: PackTexts = {
  title: "Evidence pack",
  campaign: (year) => `campaign of ${year}`,
  asOf: (moment) => `as of ${moment}`,
  findings: "State of the obligations",
  columns: {
    obligation: "Obligation",
    subject: "Subject",
    due: "Due",
    state: "State",
    why: "How the due day came about",
    late: "Recorded late",
  },
  noFindings: "There is no obligation at this moment.",
  letters: "Letters sent",
  letterColumns: { written: "Written", to: "To", about: "About", state: "Delivery", text: "Text" },
  noLetters: "There was no letter.",
  textGone: "the text was not kept",
  withheld: (count) => `Letters that tell of other bodies too are not part of this pack; their number: ${count}.`,
  history: "History of changes",
  historyColumns: { when: "When", who: "Who", what: "What", why: "Why", hash: "SHA-256 of the entry" },
  noHistory: "The data came from a file and have no history.",
  dossier: "Facts",
  evidence: "Evidence files",
  evidenceColumns: { file: "File", fact: "Fact", attached: "Attached", hash: "SHA-256" },
  removed: (reason) => `taken away: ${reason}`,
  noEvidence: "There are no files.",
  clauses: "Text of the Order and the Code",
  verify: "How to check this pack",
  verifyHow:
    "With Node.js 18 or later: node verify.mjs pack.zip. The program says what is proved and names a file that was changed.",
  data: "Data files",
};

const all: Readonly<Record<Locale, PackTexts>> = { kk, ru, en };

/** The words of the index in a language. */
export const packTexts = (locale: Locale): PackTexts => all[locale];

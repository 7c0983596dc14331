import type { Locale } from "../../../core/register/locale.ts";
import type { Language, LetterKind } from "./render.ts";

/** Words of the gallery. */
export interface GalleryTexts {
  readonly title: string;
  readonly intro: string;
  readonly kinds: Readonly<Record<LetterKind, string>>;
  readonly languages: Readonly<Record<Language, string>>;
  readonly ladder: string;
  readonly notices: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly calendar: string;
  readonly all: string;
}

const languages = { kk: "Қазақша", ru: "Русский", en: "English", "kk-ru": "Қазақша + Русский" } as const;

const kk: GalleryTexts = {
  title: "Хаттар үлгілері",
  intro: "Жүйе жазатын әр хат түрі, әр тілде. Мәліметтер мен адресаттар ойдан алынған.",
  kinds: {
    reminder: "Мерзімге дейін еске салу",
    "due-today": "Мерзімі – бүгін",
    overdue: "Мерзімі өткен",
    breached: "Бұзылған",
    repeat: "Қайталап еске салу",
    problems: "Ескерілмеген ұзарту",
    one: "Бір міндет",
    mixed: "Әртүрлі міндеттер",
    closings: "Жабылған міндеттер",
    "instead-of": "Басқа адресаттың орнына",
    "recorded-late": "Кеш енгізілген мәліметтер",
    paper: "Қағаз түрінде хабарланатын органдармен",
    forty: "40 міндет",
    huge: "20 000 міндет",
    brake: "Хаттар кідіртілді",
    contact: "Мекенжайы жоқ адресаттар",
    calendar: "Күнтізбе жетіспейді",
    damaged: "Оқылмайтын жазбалар",
    unswept: "Аяқталмаған тексеріп шығу",
    "wrong-recipient": "Қате адресат",
    weekly: "Аптаның қорытындысы",
    "first-week": "Бірінші аптаның қорытындысы",
    "status-report": "Жай-күй туралы жиынтық",
  },
  languages,
  ladder: "Органдарға жазылатын хаттар",
  notices: "Министрлік қызметкерлеріне жазылатын хаттар",
  subject: "Тақырыбы",
  html: "Хаттың көрінісі",
  text: "Мәтін түрінде",
  calendar: "Күнтізбе файлы",
  all: "Барлық үлгілер",
};

const ru: GalleryTexts = {
  title: "Образцы писем",
  intro: "Каждый вид письма, которое пишет система, на каждом языке. Сведения и адресаты вымышлены.",
  kinds: {
    reminder: "Напоминание до срока",
    "due-today": "Срок – сегодня",
    overdue: "Просрочено",
    breached: "Нарушено",
    repeat: "Повторное напоминание",
    problems: "Неучтенное продление",
    one: "Одна обязанность",
    mixed: "Разные обязанности",
    closings: "Закрытые обязанности",
    "instead-of": "Вместо другого адресата",
    "recorded-late": "Сведения внесены с опозданием",
    paper: "С органами, которым сообщают на бумаге",
    forty: "40 обязанностей",
    huge: "20 000 обязанностей",
    brake: "Письма задержаны",
    contact: "Адресаты без адреса",
    calendar: "Не хватает календаря",
    damaged: "Записи не читаются",
    unswept: "Незавершенный обход",
    "wrong-recipient": "Ошибка в адресате",
    weekly: "Итоги недели",
    "first-week": "Итоги первой недели",
    "status-report": "Сводка о состоянии",
  },
  languages,
  ladder: "Письма органам",
  notices: "Письма сотрудникам министерства",
  subject: "Тема",
  html: "Как выглядит письмо",
  text: "Обычным текстом",
  calendar: "Файл календаря",
  all: "Все образцы",
};

const en: GalleryTexts = {
  title: "Samples of letters",
  intro: "Every kind of letter that the system writes, in every language. Data and addressees are invented.",
  kinds: {
    reminder: "Reminder before the due day",
    "due-today": "Due today",
    overdue: "Overdue",
    breached: "Breached",
    repeat: "Repeated reminder",
    problems: "An extension that does not count",
    one: "One obligation",
    mixed: "Obligations of several kinds",
    closings: "Closed obligations",
    "instead-of": "Instead of another addressee",
    "recorded-late": "Recorded late",
    paper: "With bodies that are told on paper",
    forty: "40 obligations",
    huge: "20,000 obligations",
    brake: "Letters are held",
    contact: "Addressees without an address",
    calendar: "The calendar lacks a year",
    damaged: "Records that cannot be read",
    unswept: "A sweep that was not completed",
    "wrong-recipient": "Wrong recipient",
    weekly: "The week at a glance",
    "first-week": "The first week at a glance",
    "status-report": "Status report",
  },
  languages,
  ladder: "Letters to bodies",
  notices: "Letters to the ministry's staff",
  subject: "Subject",
  html: "As it looks",
  text: "As plain text",
  calendar: "Calendar file",
  all: "All samples",
};

const all: Readonly<Record<Locale, GalleryTexts>> = { kk, ru, en };

/** The words of the gallery in a language. */
export const galleryTexts = (locale: Locale): GalleryTexts => all[locale];

import type { Locale } from "../../../core/register/locale.ts";
import type { ReportFormat } from "../../../core/status/report-job.ts";

/** Words of the page of status reports. */
export interface ReportPageTexts {
  readonly title: string;
  readonly intro: string;
  readonly scope: string;
  readonly scopeHelp: string;
  readonly day: string;
  readonly dayHelp: string;
  readonly language: string;
  readonly show: string;
  readonly unknownScope: string;
  readonly badDay: string;
  readonly download: (about: string) => string;
  readonly formats: Readonly<Record<ReportFormat, string>>;
  readonly perRegion: string;
  readonly send: string;
  readonly sendHelp: string;
  readonly formatsLabel: string;
  readonly sheets: string;
  readonly sheetPerRegion: string;
  readonly recipients: string;
  readonly recipientsHelp: string;
  readonly noRecipients: string;
  readonly order: string;
  readonly ordered: string;
  readonly noFormat: string;
  readonly badRecipient: string;
  readonly badOrder: string;
  readonly jobs: string;
  readonly noJobs: string;
  readonly refresh: string;
  readonly asked: string;
  readonly by: string;
  readonly progress: string;
  readonly files: string;
  readonly letters: string;
  readonly moment: string;
  readonly states: Readonly<Record<"waiting" | "running" | "interrupted" | "done" | "failed", string>>;
  readonly errors: Readonly<Record<"unknown-body" | "not-covered", string>>;
  readonly steps: (done: number, total: number) => string;
}

const kk: ReportPageTexts = {
  title: "Жай-күй туралы жиынтықтар",
  intro:
    "Кез келген орган мен күн бойынша жиынтық: құжат ретінде жүктеп алуға немесе электрондық поштаға жіберуге болады.",
  scope: "Орган",
  scopeHelp: "Орган өзіне бағынатын органдармен бірге қамтылады. Кодын немесе атауын енгізіңіз.",
  day: "Күні",
  dayHelp: "Күннің соңындағы жай-күй. Бос қалдырылса – осы сәттегі жай-күй.",
  language: "Құжаттың тілі",
  show: "Таңдау",
  unknownScope: "Органды тізімнен таңдаңыз: мұндай орган жоқ немесе ол туралы мәліметтер сізге қолжетімді емес.",
  badDay: "Күнді ЖЖЖЖ-АА-КК түрінде, жұмыс күндерінің күнтізбесі қамтитын жылдардан көрсетіңіз.",
  download: (about) => `Жүктеп алу: ${about}`,
  formats: {
    pdf: "PDF, басып шығаруға",
    xlsx: "XLSX, сүзгілері бар кестелер",
    html: "HTML, жеке файл",
    csv: "CSV, әр органға бір жол",
    json: "JSON, бағдарламаларға",
  },
  perRegion: "XLSX, әр өңірге жеке парақ",
  send: "Фондық режимде жасау және жіберу",
  sendHelp:
    "Жиынтық кезекке қойылады; дайын болғанда файлдар төмендегі тізімде көрсетіледі және таңдалған адресаттарға жіберіледі.",
  formatsLabel: "Пішімдер",
  sheets: "XLSX кестелері",
  sheetPerRegion: "XLSX кестесінде әр өңірге жеке парақ",
  recipients: "Адресаттар",
  recipientsHelp:
    "Осы органның және одан жоғары тұрған органдардың қолданыстағы байланыстары. Таңдалмаса, хат жіберілмейді.",
  noRecipients: "Бұл органның да, одан жоғары тұрған органдардың да қолданыстағы байланысы жоқ.",
  order: "Жиынтықты жасау",
  ordered: "Жиынтық кезекке қойылды.",
  noFormat: "Кемінде бір пішімді таңдаңыз.",
  badRecipient: "Адресаттарды тізімнен таңдаңыз.",
  badOrder: "Бұл сұрау бұрын басқа мазмұнмен жіберілген. Бетті қайта ашып, қайталаңыз.",
  jobs: "Соңғы жиынтықтар",
  noJobs: "Соңғы екі айда фондық режимде жиынтық жасалған жоқ.",
  refresh: "Жаңарту",
  asked: "Сұралған уақыты",
  by: "Кім сұрады",
  progress: "Барысы",
  files: "Файлдар",
  letters: "Хаттар",
  moment: "осы сәтке",
  states: {
    waiting: "кезекте",
    running: "жасалуда",
    interrupted: "үзілді, өздігінен қайта басталады",
    done: "дайын",
    failed: "жасалмады",
  },
  errors: {
    "unknown-body": "орган тізілімде енді жоқ",
    "not-covered": "жұмыс күндерінің күнтізбесінде бұл жыл жоқ",
  },
  steps: (done, total) => `${total} қадамның ${done}-і`,
};

const ru: ReportPageTexts = {
  title: "Сводки о состоянии",
  intro: "Сводка по любому органу на любой день: ее можно получить как документ или отправить по электронной почте.",
  scope: "Орган",
  scopeHelp: "Орган берется вместе со всеми подчиненными. Введите его код или название.",
  day: "День",
  dayHelp: "Состояние на конец дня. Если не указать – на текущий момент.",
  language: "Язык документа",
  show: "Выбрать",
  unknownScope: "Выберите орган из списка: такого органа нет, или сведения о нем Вам недоступны.",
  badDay: "Укажите день в виде ГГГГ-ММ-ДД из тех лет, которые содержит календарь рабочих дней.",
  download: (about) => `Получить: ${about}`,
  formats: {
    pdf: "PDF для печати",
    xlsx: "XLSX, таблицы с фильтрами",
    html: "HTML отдельным файлом",
    csv: "CSV, строка на орган",
    json: "JSON для программ",
  },
  perRegion: "XLSX, лист на каждый регион",
  send: "Составить в фоновом режиме и отправить",
  sendHelp:
    "Сводка ставится в очередь; когда она готова, файлы появляются в списке ниже и отправляются выбранным адресатам.",
  formatsLabel: "Форматы",
  sheets: "Таблицы XLSX",
  sheetPerRegion: "В XLSX лист на каждый регион",
  recipients: "Адресаты",
  recipientsHelp: "Действующие контакты этого органа и вышестоящих. Если никого не выбрать, письма не отправляются.",
  noRecipients: "Действующих контактов нет ни у этого органа, ни у вышестоящих.",
  order: "Составить сводку",
  ordered: "Сводка поставлена в очередь.",
  noFormat: "Выберите хотя бы один формат.",
  badRecipient: "Выберите адресатов из списка.",
  badOrder: "Этот запрос уже отправлен с другим содержанием. Откройте страницу заново и повторите.",
  jobs: "Последние сводки",
  noJobs: "За последние два месяца сводок в фоновом режиме не составлялось.",
  refresh: "Обновить",
  asked: "Запрошена",
  by: "Кем",
  progress: "Ход",
  files: "Файлы",
  letters: "Писем",
  moment: "на момент составления",
  states: {
    waiting: "в очереди",
    running: "составляется",
    interrupted: "прервана, продолжится сама",
    done: "готова",
    failed: "не составлена",
  },
  errors: {
    "unknown-body": "органа больше нет в реестре",
    "not-covered": "календарь рабочих дней не содержит этого года",
  },
  steps: (done, total) => `${done} из ${total} шагов`,
};

const en: ReportPageTexts = {
  title: "Status reports",
  intro: "A report on any body as of any day: fetch it as a document, or have it sent by e-mail.",
  scope: "Body",
  scopeHelp: "A body is taken with all bodies under it. Type its code or its name.",
  day: "Day",
  dayHelp: "As of the end of the day. Left empty: as of this moment.",
  language: "Language of the document",
  show: "Choose",
  unknownScope: "Choose a body from the list: there is none of this name, or you may not see it.",
  badDay: "Give a day as YYYY-MM-DD, of a year that the calendar of working days covers.",
  download: (about) => `Download: ${about}`,
  formats: {
    pdf: "PDF for printing",
    xlsx: "XLSX, tables with filters",
    html: "HTML, a file by itself",
    csv: "CSV, a line for each body",
    json: "JSON for programs",
  },
  perRegion: "XLSX, a sheet for each region",
  send: "Make in the background and send",
  sendHelp: "The report is queued; when it is ready its files are in the list below and go to the chosen addressees.",
  formatsLabel: "Formats",
  sheets: "XLSX tables",
  sheetPerRegion: "In XLSX a sheet for each region",
  recipients: "Addressees",
  recipientsHelp: "Contacts in office of this body and of those above it. If none is chosen no letter is sent.",
  noRecipients: "Neither this body nor those above it have a contact in office.",
  order: "Make the report",
  ordered: "The report is queued.",
  noFormat: "Choose at least one format.",
  badRecipient: "Choose addressees from the list.",
  badOrder: "This request was sent before with other content. Open the page again and repeat it.",
  jobs: "Recent reports",
  noJobs: "No report was made in the background in the last two months.",
  refresh: "Refresh",
  asked: "Asked for",
  by: "By",
  progress: "Progress",
  files: "Files",
  letters: "Letters",
  moment: "as of when it is made",
  states: {
    waiting: "queued",
    running: "being made",
    interrupted: "interrupted, goes on by itself",
    done: "ready",
    failed: "not made",
  },
  errors: {
    "unknown-body": "the register has the body no more",
    "not-covered": "the calendar of working days does not cover this year",
  },
  steps: (done, total) => `${done} of ${total} steps`,
};

const all: Readonly<Record<Locale, ReportPageTexts>> = { kk, ru, en };

/** The words of the page of reports in a language. */
export const reportPageTexts = (locale: Locale): ReportPageTexts => all[locale];

import type { Locale } from "../../../../core/register/locale.ts";

/** Words of values that are chosen. */
export interface OptionTexts {
  readonly channel: Readonly<Record<"press" | "broadcast" | "web", string>>;
  readonly kind: Readonly<Record<"complaint" | "proposal" | "remark", string>>;
  readonly answered: Readonly<Record<"full" | "partial" | "none", string>>;
  readonly competence: Readonly<Record<"police" | "other" | "mixed", string>>;
  readonly route: Readonly<Record<"application" | "complaint" | "simplified", string>>;
  readonly role: Readonly<Record<"secretary" | "head", string>>;
}

/** Words of the pages on which facts are recorded. */
export interface RecordTexts {
  readonly options: OptionTexts;
  readonly yes: string;
  readonly no: string;
  readonly whole: string;
  readonly order: string;
  readonly addLine: string;
  readonly line: (number: number) => string;
  readonly noDecisions: string;
  readonly confirm: string;
  readonly warnings: Readonly<Record<"cancel" | "waive" | "signed" | "remove", string>>;
  readonly notes: Readonly<Record<"move" | "privacy" | "receivedAt" | "route" | "held" | "replaces", string>>;
  readonly mode: string;
  readonly modes: Readonly<Record<"change" | "remove", string>>;
  readonly meanwhile: string;
  readonly tooLarge: string;
  readonly damaged: string;
  readonly states: string;
  readonly correctThis: string;
  readonly nothingThere: string;
}

const kk: RecordTexts = {
  options: {
    channel: {
      press: "мерзімді баспасөз басылымы",
      broadcast: "теле-радиоарна",
      web: "ресми интернет-ресурс",
    },
    kind: { complaint: "шағым", proposal: "ұсыныс", remark: "ескерту" },
    answered: { full: "толық көлемде берілді", partial: "ішінара берілді", none: "берілген жоқ" },
    competence: { police: "полицияның", other: "басқа мемлекеттік органның", mixed: "полицияның және басқа органның" },
    route: {
      application: "әкімшілік рәсім",
      complaint: "шағымды қарау",
      simplified: "оңайлатылған әкімшілік рәсім",
    },
    role: { secretary: "хатшы", head: "бастық" },
  },
  yes: "иә",
  no: "жоқ",
  whole: "орган",
  order: "Бұйрықта не делінген",
  addLine: "Тағы бір жол қосу",
  line: (number) => `${number}-шешім`,
  noDecisions: "Шешімдер қабылданған жоқ",
  confirm: "Мұны кері қайтаруға болмайтынын түсінемін",
  warnings: {
    cancel: "Тоқтатылған кездесу қалпына келтірілмейді: оның орнына басқасы жоспарланады.",
    waive: "Міндет бақылаудан алынған уақытта еске салынбайды. Бұл шешім мен оның негіздемесі журналда қалады.",
    signed: "Хаттаманың мәтіні өзгерген соң оған қойылған қолдар жарамсыз болады: хатшы мен бастық қайтадан қол қояды.",
    remove: "Жойылған мәлімет енді есепке алынбайды. Ол журналда ғана қалады.",
  },
  notes: {
    move: "Бұрынғы күнге немесе орынға арналған жарияланым, шақыру және орынды тексеру енді есепке алынбайды.",
    privacy: "Азаматтардың аты-жөні, мекенжайы мен ЖСН көрсетілмейді: жолданым тек нөмірі бойынша белгілі.",
    receivedAt: "Көрсетілмесе, кездесудің басталған уақыты алынады.",
    route: "Көрсетілмесе: шағым үшін – әкімшілік рәсім, басқалары үшін – оңайлатылған рәсім.",
    held: "Есептің өткізілгені жүргізілген күні мен уақыты бойынша расталады.",
    replaces: "Жаңа мәлімет бұрынғысының орнына енгізіледі, сондықтан барлығын толық көрсетіңіз.",
  },
  mode: "Не істеу керек",
  modes: { change: "Түзету", remove: "Жою: мәлімет қате енгізілген" },
  meanwhile: "Осы уақыт ішінде енгізілген өзгерістер",
  tooLarge: "Бұл науқанның жазбасы тым үлкен болып кетті. Әкімшіге жүгініңіз.",
  damaged: "Бұл науқанның жазбасы бүлінген, сондықтан оған ештеңе енгізілмейді. Әкімшіге жүгініңіз.",
  states: "Міндеттердің жай-күйі қалай өзгерді",
  correctThis: "Түзету",
  nothingThere: "көрсетілмеген",
};

const ru: RecordTexts = {
  options: {
    channel: {
      press: "периодическое печатное издание",
      broadcast: "теле-, радиоканал",
      web: "официальный интернет-ресурс",
    },
    kind: { complaint: "жалоба", proposal: "предложение", remark: "замечание" },
    answered: { full: "дан в полном объеме", partial: "дан частично", none: "не дан" },
    competence: { police: "полиции", other: "другого государственного органа", mixed: "полиции и другого органа" },
    route: {
      application: "административная процедура",
      complaint: "рассмотрение жалобы",
      simplified: "упрощенная административная процедура",
    },
    role: { secretary: "секретарь", head: "начальник" },
  },
  yes: "да",
  no: "нет",
  whole: "орган",
  order: "Что сказано в приказе",
  addLine: "Добавить строку",
  line: (number) => `Решение ${number}`,
  noDecisions: "Решения не принимались",
  confirm: "Понимаю, что это нельзя отменить",
  warnings: {
    cancel: "Отмененная встреча не восстанавливается: вместо нее планируют другую.",
    waive: "Пока обязанность снята с контроля, о ней не напоминают. Решение и его основание остаются в журнале.",
    signed:
      "После изменения текста протокола поставленные под ним подписи недействительны: секретарь и начальник подписывают его снова.",
    remove: "Удаленные сведения больше не учитываются. Они остаются только в журнале.",
  },
  notes: {
    move: "Публикация, приглашение и проверка места для прежней даты или прежнего места перестают учитываться.",
    privacy: "Фамилию, адрес и ИИН граждан не указывают: обращение известно только по номеру.",
    receivedAt: "Если не указано, берется время начала встречи.",
    route: "Если не указано: для жалобы – административная процедура, для остальных – упрощенная.",
    held: "Подтверждается, что отчет проведен в назначенный день.",
    replaces: "Новые сведения заменят прежние, поэтому укажите все полностью.",
  },
  mode: "Что сделать",
  modes: { change: "Исправить", remove: "Удалить: внесено по ошибке" },
  meanwhile: "Что изменили за это время",
  tooLarge: "Запись этой кампании стала слишком большой. Обратитесь к администратору.",
  damaged: "Запись этой кампании повреждена, поэтому в нее ничего не вносится. Обратитесь к администратору.",
  states: "Как изменилось состояние обязанностей",
  correctThis: "Исправить",
  nothingThere: "не указано",
};

const en: RecordTexts = {
  options: {
    channel: { press: "newspaper or magazine", broadcast: "TV or radio channel", web: "official web resource" },
    kind: { complaint: "complaint", proposal: "proposal", remark: "remark" },
    answered: { full: "in full", partial: "in part", none: "none" },
    competence: { police: "of the police", other: "of another state body", mixed: "of the police and another body" },
    route: {
      application: "administrative procedure",
      complaint: "consideration of a complaint",
      simplified: "simplified administrative procedure",
    },
    role: { secretary: "secretary", head: "head" },
  },
  yes: "yes",
  no: "no",
  whole: "body",
  order: "What the Order says",
  addLine: "Add another line",
  line: (number) => `Decision ${number}`,
  noDecisions: "No decisions were taken",
  confirm: "I understand that this cannot be undone",
  warnings: {
    cancel: "A cancelled meeting does not come back: another one is planned instead.",
    waive: "While the obligation is waived nobody is reminded of it. The decision and its reason stay in the history.",
    signed: "Once the text of the protocol changes its signatures are void: secretary and head sign it again.",
    remove: "What is removed no longer counts. It stays in the history only.",
  },
  notes: {
    move: "Publications, invitation and check of the place for the former date or place no longer count.",
    privacy: "No names, addresses or IINs of citizens: an appeal is known by its number only.",
    receivedAt: "The beginning of the meeting when left out.",
    route: "When left out: for a complaint the administrative procedure, for all else the simplified one.",
    held: "Confirms that the report was held on the appointed day.",
    replaces: "What you give replaces what was recorded before, so give all of it.",
  },
  mode: "What to do",
  modes: { change: "Correct it", remove: "Remove it: recorded by mistake" },
  meanwhile: "What was changed meanwhile",
  tooLarge: "The record of this campaign has become too large. Ask an administrator.",
  damaged: "The record of this campaign is damaged, so nothing is recorded in it. Ask an administrator.",
  states: "How obligations changed",
  correctThis: "Correct",
  nothingThere: "not given",
};

const all: Readonly<Record<Locale, RecordTexts>> = { kk, ru, en };

/** The words of recording in a language. */
export const recordTexts = (locale: Locale): RecordTexts => all[locale];

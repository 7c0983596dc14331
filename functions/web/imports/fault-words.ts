import type { Locale } from "../../../core/register/locale.ts";

/** One rule's sentence as the core says it, and in the languages of the pages; `$1` is what stands in the first brackets. */
type Sentence = readonly [says: RegExp, kk: string, ru: string];

/**
 * The rules of files in the words of the pages. The core says each rule once, in English, for the API, the command line and
 * the logs; here that sentence is what names the rule.
 */
const sentences: readonly Sentence[] = [
  // The file and its columns.
  [/^is not CSV: (.*)$/s, "CSV кестесі емес: $1", "это не таблица CSV: $1"],
  [/^is not JSON: (.*)$/s, "JSON емес: $1", "это не JSON: $1"],
  [/^is an unknown key$/, "мұндай атау жоқ", "такого имени нет"],
  [/^is an unknown column$/, "мұндай баған жоқ", "такого столбца нет"],
  [/^stands there twice$/, "екі рет кездеседі", "встречается дважды"],
  [/^is missing$/, "баған жетіспейді", "столбца не хватает"],
  [
    /^has (\d+) cells, the header (\d+)$/,
    "жолда $1 ұяшық бар, тақырып жолында – $2",
    "в строке ячеек: $1, а в строке заголовков: $2",
  ],
  // One value.
  [/^is required$/, "көрсетілмеген, ал ол міндетті", "не указано, хотя обязательно"],
  [/^must not be empty$/, "бос болмауы керек", "не должно быть пустым"],
  [/^is longer than (\d+) characters$/, "$1 таңбадан ұзын", "длиннее $1 знаков"],
  [/^must not be negative$/, "теріс сан болмауы керек", "не должно быть отрицательным"],
  [/^repeats "(.*)"$/s, "«$1» бұдан бұрын кездескен", "повторяет «$1»"],
  [/^is not an e-mail address$/, "электрондық пошта мекенжайы емес", "это не адрес электронной почты"],
  [
    /^is not a body's id: .*$/,
    "органның коды емес: 1–40 латын әрпі, цифр немесе дефис болуы керек",
    "это не код органа: нужно от 1 до 40 латинских букв, цифр или дефисов",
  ],
  [
    /^is not a date that exists, .*$/,
    "мұндай күн жоқ; күн ЖЖЖЖ-АА-КК түрінде жазылады",
    "такой даты нет; дата пишется в виде ГГГГ-ММ-ДД",
  ],
  [
    /^is not a time of the form HH:MM$/,
    "мұндай уақыт жоқ; уақыт СС:ММ түрінде жазылады",
    "такого времени нет; время пишется в виде ЧЧ:ММ",
  ],
  [
    /^is not an IANA time zone, .*$/,
    "уақыт белдеуінің атауы емес; мысалы, Asia/Almaty",
    "это не название часового пояса, такое как Asia/Almaty",
  ],
  [/^is not a campaign's year$/, "науқанның жылы емес", "это не год кампании"],
  [/^is no section of p\. 6 .*$/, "6-тармақта мұндай бөлім жоқ (1–10)", "в п. 6 нет такого раздела (1–10)"],
  [/^lies before `(.*)`$/, "«$1» күнінен бұрын", "раньше, чем «$1»"],
  // Bodies.
  [/^names the unknown body "(.*)"$/s, "тізілімде «$1» органы жоқ", "в реестре нет органа «$1»"],
  [
    /^must hold exactly one ministry, but hold (\d+)$/,
    "дәл бір министрлік болуы керек, ал қазір – $1",
    "министерство должно быть ровно одно, а сейчас: $1",
  ],
  [
    /^is null, which only the ministry's may be$/,
    "жоғары тұрған орган көрсетілмеген; ол тек министрлікте болмайды",
    "не указан вышестоящий орган; его может не быть только у министерства",
  ],
  [
    /^must be null for the ministry$/,
    "министрліктің жоғары тұрған органы болмайды",
    "у министерства нет вышестоящего органа",
  ],
  [/^leads round in a cycle$/, "бағыныстылық тұйықталып қалған", "подчиненность замыкается в круг"],
  [
    /^give the ministry neither a staff nor an apex contact$/,
    "министрліктің штабы мен басшылығының бірде-бір байланысы көрсетілмеген",
    "у министерства не указан контакт ни штаба, ни руководства",
  ],
  [
    /^would make (\d+) regions and (\d+) addresses of several regions, (\d+) characters of at most (\d+): .*$/,
    "$1 өңір және бірнеше өңірге ортақ $2 мекенжай болар еді: $3 таңба, рұқсат етілгені – $4; байланыс тұлғаларына өз мекенжайын көрсетіңіз немесе департаменттерді басқасына бағындырыңыз",
    "регионов стало бы $1, а адресов, общих для нескольких регионов, – $2: знаков $3 при допустимых $4; укажите контактам собственные адреса или подчините департаменты другим",
  ],
  // Meetings, protocols and appeals.
  [
    /^is required when the meeting is cancelled$/,
    "кездесу тоқтатылса, бұл күн көрсетілуі керек",
    "эта дата нужна, если встреча отменена",
  ],
  [
    /^a cancelled meeting has no protocol$/,
    "тоқтатылған кездесудің хаттамасы болмайды",
    "у отмененной встречи не бывает протокола",
  ],
  [
    /^a cancelled meeting has no records$/,
    "тоқтатылған кездесудің материалдары есепке алынбайды",
    "у отмененной встречи не бывает учета материалов",
  ],
  [
    /^a cancelled meeting has no appeals$/,
    "тоқтатылған кездесуде жолданымдар болмайды",
    "на отмененной встрече не бывает обращений",
  ],
  [
    /^is given, but the meeting's status is not `cancelled`$/,
    "көрсетілген, бірақ кездесудің жай-күйі – «cancelled» емес",
    "указано, хотя состояние встречи не «cancelled»",
  ],
  [/^lies after the meeting's date$/, "кездесу күнінен кейін", "позже дня встречи"],
  [/^lies before the meeting's date$/, "кездесу күнінен бұрын", "раньше дня встречи"],
  [/^lies before the protocol's `drawnUpOn`$/, "хаттама жасалған күннен бұрын", "раньше дня, когда составлен протокол"],
  [/^lists the unknown appeal "(.*)"$/s, "кездесуде «$1» жолданымы жоқ", "на встрече нет обращения «$1»"],
  // Citizens' data.
  [
    /^seems to hold an e-mail address; .*$/,
    "электрондық пошта мекенжайы бар сияқты; оны алып тастаңыз: жолданым нөмірімен белгілі",
    "похоже, здесь адрес электронной почты; уберите его: обращение известно по номеру",
  ],
  [
    /^seems to hold a phone number; .*$/,
    "телефон нөмірі бар сияқты; оны алып тастаңыз: жолданым нөмірімен белгілі",
    "похоже, здесь номер телефона; уберите его: обращение известно по номеру",
  ],
  [
    /^seems to hold an IIN .*$/,
    "ЖСН (12 цифр) бар сияқты; оны алып тастаңыз: жолданым нөмірімен белгілі",
    "похоже, здесь ИИН (12 цифр); уберите его: обращение известно по номеру",
  ],
  // What is there already.
  [
    /^cannot be compared: the recorded dossier of (\S+) for (\d+) is damaged .*$/s,
    "$1 органының $2 жылғы досьесі бүлінген, сондықтан салыстыруға болмайды",
    "досье органа $1 за $2 год повреждено, поэтому сравнить нельзя",
  ],
  [
    /^would move (\S+) from (.*) to (.*), but it has a dossier: .*$/s,
    "$1 органының досьесі бар, сондықтан ол басқа органға берілмейді ($2 → $3): бұл органның соңғы күнін көрсетіп, жаңасын қосыңыз",
    "у органа $1 есть досье, поэтому его подчиненность не меняется ($2 → $3): укажите его последний день и добавьте новый орган",
  ],
  [
    /^lack (\S+), which has a dossier for (\d+): .*$/,
    "$1 органы жоқ, ал оның $2 жылғы досьесі бар: органды алып тастамай, соңғы күнін көрсетіңіз",
    "нет органа $1, а у него есть досье за $2 год: не удаляйте орган, а укажите его последний день",
  ],
  [
    /^is (\d+); campaigns from (\d+) to (\d+) can be recorded$/,
    "$1 жылғы науқан жүктелмейді: $2–$3 жылдардың науқандары жазылады",
    "кампания $1 года не загружается: записать можно кампании с $2 по $3 год",
  ],
  [
    /^differs from version (\d+), which is in force: .*$/,
    "қолданыстағы $1-нұсқадан өзгеше: баптауларды файлдан алып тастап, оларды баптаулар бетінде өзгертіңіз",
    "отличается от действующей версии $1: уберите настройки из файла и измените их на странице настроек",
  ],
  // The policy.
  [
    /^is not a day that every year has, .*$/,
    "жыл сайын болатын күн емес; АА-КК түрінде жазылады",
    "это не день, который есть в каждом году; он пишется в виде ММ-ДД",
  ],
  [/^needs at least one slot$/, "кемінде бір уақыт керек", "нужно хотя бы одно время"],
  [/^must ascend$/, "өсу ретімен тұруы керек", "должно идти по возрастанию"],
  [/^needs at least one role$/, "кемінде бір рөл керек", "нужна хотя бы одна роль"],
  [/^needs a stage to be counted from$/, "алдымен кемінде бір саты керек", "сначала нужна хотя бы одна ступень"],
  [/^must be at least one day$/, "кемінде бір күн болуы керек", "должно быть не меньше одного дня"],
  [/^lists a stage twice$/, "бір саты екі рет тұр", "одна ступень указана дважды"],
  [
    /^is no stage: .*$/,
    "мұндай саты жоқ; мысалы, due-10, due+3wd, breach@18:00",
    "такой ступени нет; пример: due-10, due+3wd, breach@18:00",
  ],
  // What the schemas say by themselves.
  [
    /^Invalid option: expected one of (.*)$/s,
    "мына мәндердің бірі болуы керек: $1",
    "должно быть одно из значений: $1",
  ],
];

/** What stands in a place of another kind, as the schemas name it. */
const kinds: Readonly<Record<string, { readonly kk: string; readonly ru: string }>> = {
  string: { kk: "мәтін", ru: "текст" },
  number: { kk: "сан", ru: "число" },
  int: { kk: "бүтін сан", ru: "целое число" },
  boolean: { kk: "true немесе false", ru: "true или false" },
  array: { kk: "тізім", ru: "список" },
  object: { kk: "атаулары бар топ", ru: "группа полей" },
  null: { kk: "бос мән", ru: "пустое значение" },
};
const OTHER_KIND = /^Invalid input: expected (\w+), received (\w+)$/;

/** A fault in the reader's language; null where it has no words there and is shown as the core says it. */
export function faultWords(message: string, locale: Locale): string | null {
  if (locale === "en") return message;
  for (const [says, kk, ru] of sentences) {
    if (says.test(message)) return message.replace(says, locale === "kk" ? kk : ru);
  }
  const [, expected = "", received = ""] = OTHER_KIND.exec(message) ?? [];
  const [needed, there] = [kinds[expected]?.[locale], kinds[received]?.[locale]];
  if (needed === undefined || there === undefined) return null;
  return locale === "kk" ? `${needed} болуы керек, ал мұнда – ${there}` : `здесь нужно: ${needed}; а стоит: ${there}`;
}

import type { Locale } from "../../../core/register/locale.ts";
import type { Answer } from "../../../core/use-cases/letters/acknowledge.ts";

type Kind = Answer["kind"];

/** Words of the page that answers a letter. */
export interface AnswerTexts {
  readonly title: string;
  readonly intro: string;
  readonly back: string;
  /** The three answers: a title, what it means, and the button. */
  readonly answers: Readonly<Record<Kind, { readonly title: string; readonly help: string; readonly send: string }>>;
  readonly what: string;
  readonly whatHelp: string;
  readonly by: string;
  readonly done: Readonly<Record<Kind, string>>;
  /** An answer in one line. */
  readonly said: Readonly<Record<Kind, string>>;
  readonly promised: (what: string, by: string) => string;
  readonly history: string;
  readonly when: string;
  readonly who: string;
  readonly answer: string;
  readonly none: string;
  readonly forbidden: string;
  readonly guest: string;
  readonly missing: string;
  readonly long: string;
  readonly personal: string;
  readonly day: string;
  /** The filter and column of the list of letters. */
  readonly filter: string;
  readonly choices: Readonly<Record<"yes" | "no" | "wrong", string>>;
  readonly unanswered: string;
}

const kk: AnswerTexts = {
  title: "Хатқа жауап",
  intro:
    "Жауап жоғары тұрған басшылыққа көрінеді. Ол еске салуларды тоқтатпайды: олар міндет орындалғанда ғана тоқтатылады.",
  back: "Хатты ашу",
  answers: {
    seen: {
      title: "Хат алынды",
      help: "Хаттың мазмұнымен таныстыңыз.",
      send: "Алынғанын растау",
    },
    "will-do": {
      title: "Не істеледі және қашан",
      help: "Жоспарланған шара мен оның орындалатын күнін көрсетіңіз.",
      send: "Орындау мерзімін хабарлау",
    },
    "wrong-recipient": {
      title: "Хат маған қатысты емес",
      help: "Министрліктің жауапты қызметкерлеріне хабарланады. Тізілім түзетілгенше хаттар осы мекенжайға жіберіле береді.",
      send: "Қате адресат туралы хабарлау",
    },
  },
  what: "Не істеледі",
  whatHelp: "Азаматтардың аты-жөнін, телефонын, мекенжайын және ЖСН-ін жазбаңыз.",
  by: "Қай күнге дейін",
  done: {
    seen: "Хаттың алынғаны расталды.",
    "will-do": "Орындау мерзімі сақталды.",
    "wrong-recipient": "Қате адресат туралы хабар сақталды, министрлікке келесі тексеріп шығуда жіберіледі.",
  },
  said: {
    seen: "алынғаны расталды",
    "will-do": "орындау мерзімі хабарланды",
    "wrong-recipient": "хат қатысты емес",
  },
  promised: (what, by) => `${what} (${by} дейін)`,
  history: "Жауаптар",
  when: "Уақыты",
  who: "Кім",
  answer: "Жауап",
  none: "Бұл хатқа әлі жауап берілген жоқ.",
  forbidden: "Бұл хатқа ондағы барлық органға жауап беруге құқығы бар қызметкер ғана жауап бере алады.",
  guest: "Жауап беру үшін жүйеге кіріңіз.",
  missing: "Не істелетінін жазыңыз.",
  long: "Мәтін 4000 таңбадан ұзын: қысқартыңыз.",
  personal: "Мәтінде азаматтың дербес деректері бар сияқты: оларды алып тастаңыз.",
  day: "Күнді көрсетіңіз.",
  filter: "Жауап",
  choices: { yes: "Жауап берілген", no: "Жауап берілмеген", wrong: "Хат қатысты емес" },
  unanswered: "жауап жоқ",
};

const ru: AnswerTexts = {
  title: "Ответ на письмо",
  intro:
    "Ответ видит вышестоящее руководство. Он не прекращает напоминаний: они прекращаются, когда обязанность исполнена.",
  back: "Открыть письмо",
  answers: {
    seen: { title: "Письмо получено", help: "С содержанием письма вы ознакомлены.", send: "Подтвердить получение" },
    "will-do": {
      title: "Что будет сделано и когда",
      help: "Укажите намеченную меру и день, к которому она будет исполнена.",
      send: "Сообщить срок исполнения",
    },
    "wrong-recipient": {
      title: "Письмо меня не касается",
      help: "Об этом узнают ответственные сотрудники министерства. Пока реестр не исправлен, письма будут направляться по тому же адресу.",
      send: "Сообщить об ошибке в адресате",
    },
  },
  what: "Что будет сделано",
  whatHelp: "Не указывайте имена, телефоны, адреса и ИИН граждан.",
  by: "До какого дня",
  done: {
    seen: "Получение письма подтверждено.",
    "will-do": "Срок исполнения сохранен.",
    "wrong-recipient":
      "Сообщение об ошибке в адресате сохранено и будет направлено в министерство при следующем обходе.",
  },
  said: {
    seen: "получение подтверждено",
    "will-do": "сообщен срок исполнения",
    "wrong-recipient": "письмо не касается получателя",
  },
  promised: (what, by) => `${what} (до ${by})`,
  history: "Ответы",
  when: "Когда",
  who: "Кто",
  answer: "Ответ",
  none: "На это письмо еще не отвечали.",
  forbidden: "Ответить на это письмо может сотрудник, который вправе отвечать за все названные в нем органы.",
  guest: "Чтобы ответить, войдите в систему.",
  missing: "Напишите, что будет сделано.",
  long: "Текст длиннее 4000 знаков: сократите его.",
  personal: "Похоже, в тексте есть персональные данные гражданина: уберите их.",
  day: "Укажите день.",
  filter: "Ответ",
  choices: { yes: "Ответ получен", no: "Ответа нет", wrong: "Письмо не касается получателя" },
  unanswered: "нет ответа",
};

const en: AnswerTexts = {
  title: "Answer to a letter",
  intro: "Superiors see the answer. It does not stop reminders: they stop when the obligation is met.",
  back: "Open the letter",
  answers: {
    seen: { title: "The letter has come", help: "You have taken note of what it says.", send: "Acknowledge" },
    "will-do": {
      title: "What will be done, and by when",
      help: "Say what is planned and the day by which it will be done.",
      send: "Say by when",
    },
    "wrong-recipient": {
      title: "The letter does not concern me",
      help: "The ministry's staff are told. Until the register is corrected letters go to the same address.",
      send: "Report the wrong recipient",
    },
  },
  what: "What will be done",
  whatHelp: "Leave out names, phone numbers, addresses and IINs of citizens.",
  by: "By which day",
  done: {
    seen: "The letter is acknowledged.",
    "will-do": "The day is saved.",
    "wrong-recipient": "The wrong recipient is reported; the ministry is told at the next sweep.",
  },
  said: {
    seen: "acknowledged",
    "will-do": "said by when it will be done",
    "wrong-recipient": "does not concern its recipient",
  },
  promised: (what, by) => `${what} (by ${by})`,
  history: "Answers",
  when: "When",
  who: "Who",
  answer: "Answer",
  none: "Nobody has answered this letter yet.",
  forbidden: "This letter can be answered by somebody who may answer for all the bodies that it names.",
  guest: "Sign in to answer.",
  missing: "Say what will be done.",
  long: "The text is longer than 4000 characters: shorten it.",
  personal: "The text seems to hold a citizen's personal data: leave them out.",
  day: "Give a day.",
  filter: "Answer",
  choices: { yes: "Answered", no: "Not answered", wrong: "Does not concern its recipient" },
  unanswered: "no answer",
};

const all: Readonly<Record<Locale, AnswerTexts>> = { kk, ru, en };

/** The words of answers in a language. */
export const answerTexts = (locale: Locale): AnswerTexts => all[locale];

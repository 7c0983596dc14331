import type { Locale } from "../register/locale.ts";

/** What a notice of the brake says; every date and time is worded already. */
export interface BrakeFacts {
  readonly scope: string;
  readonly bodies: number;
  readonly of: number;
  readonly slot: string;
  readonly until: string;
}

/** The words of letters to administrators. */
export interface NoticeTexts {
  readonly brake: {
    readonly headline: (facts: BrakeFacts) => string;
    readonly lines: (facts: BrakeFacts) => readonly string[];
    /** Title of the page that a decision is made on. */
    readonly open: string;
  };
  readonly moment: (date: string, time: string) => string;
  readonly why: string;
}

const kk: NoticeTexts = {
  brake: {
    headline: ({ scope }) => `Хаттар кідіртілді: ${scope}`,
    lines: ({ scope, bodies, of, slot, until }) => [
      `Учаске: ${scope}. Қамтылған органдар: ${bodies}, барлығы ${of}.`,
      `Осынша органда мерзімі өткен міндеттер бірден пайда болды, бірақ олардың хат жазылатын уақыты ${slot} тексеруіне дейін келген. Уақыттың өтуі мұндайға әкелмейді: деректер, баптаулар немесе күнтізбе өзгерген – мүмкін, қателесіп.`,
      `Не істеу керек: соңғы жүктеуді, баптаулар мен күнтізбедегі өзгерістерді тексеріңіз. Хаттар дұрыс болса, ештеңе істеудің қажеті жоқ: олар ${until} тексеруінде жазылады. Дұрыс болмаса, хаттарды тоқтатып, деректерді түзетіңіз.`,
    ],
    open: "Тексеріп шығу бетін ашу",
  },
  moment: (date, time) => `${date}, ${time}`,
  why: "Бұл хат Сізге министрліктің жауапты қызметкері ретінде жіберілді.",
};

const ru: NoticeTexts = {
  brake: {
    headline: ({ scope }) => `Письма задержаны: ${scope}`,
    lines: ({ scope, bodies, of, slot, until }) => [
      `Участок: ${scope}. Затронуто органов: ${bodies} из ${of}.`,
      `У стольких органов сразу появились просроченные обязанности, хотя время писать о них наступило ещё до обхода ${slot}. С течением времени такого не бывает: изменились данные, настройки или календарь – возможно, по ошибке.`,
      `Что делать: проверьте последнюю загрузку, изменения настроек и календаря. Если письма верны, делать ничего не нужно: их напишет обход ${until}. Если нет – остановите письма и исправьте данные.`,
    ],
    open: "Открыть страницу обходов",
  },
  moment: (date, time) => `${date}, ${time}`,
  why: "Это письмо отправлено Вам как ответственному сотруднику министерства.",
};

const en: NoticeTexts = {
  brake: {
    headline: ({ scope }) => `Letters are held: ${scope}`,
    lines: ({ scope, bodies, of, slot, until }) => [
      `Scope: ${scope}. Bodies concerned: ${bodies} of ${of}.`,
      `So many bodies at once have become overdue with duties that should have been written about before the sweep of ${slot}. Passing time does not do that: data, policy or calendar have changed, perhaps by mistake.`,
      `What to do: look at the last import and at the changes of policy and calendar. If the letters are right, nothing is to be done: the sweep of ${until} writes them. If they are not, stop the letters and correct the data.`,
    ],
    open: "Open the page of sweeps",
  },
  moment: (date, time) => `${date}, ${time}`,
  why: "You receive this letter as a member of the ministry's staff.",
};

const texts: Readonly<Record<Locale, NoticeTexts>> = { kk, ru, en };

/** The words of letters to administrators in a language. */
export const noticeTextsOf = (locale: Locale): NoticeTexts => texts[locale];

import type { Catalogue } from "./catalogue.ts";
import { obligationWords } from "./obligation-words.ts";
import { pluralForm } from "./plural.ts";
import { derivation } from "./ru/derivation.ts";
import { letter } from "./ru/letter.ts";
import { time } from "./ru/time.ts";

const left = (days: number): string =>
  `${pluralForm("ru", days, { one: "остался", other: "осталось" })} ${time.days(days)}`;

/** Russian, in the words of Order 608 (which writes «отчет» without «ё»). */
export const ru: Catalogue = {
  ...obligationWords("ru"),
  states: {
    waived: "снято с контроля",
    met: "исполнено",
    late: "исполнено с опозданием",
    breached: "нарушено",
    overdue: "просрочено",
    due: "срок истекает",
    upcoming: "предстоит",
  },
  letterStates: {
    queued: "в очереди",
    sending: "отправляется",
    sent: "отправлено",
    delivered: "доставлено",
    bounced: "не доставлено",
    complained: "отмечено как спам",
    failed: "отказано",
    unknown: "исход неизвестен",
    held: "задержано",
    dropped: "заменено новым",
  },
  contactRoles: {
    officer: "ответственный сотрудник",
    head: "начальник",
    staff: "штаб",
    apex: "руководство министерства",
  },
  levels: {
    top: "95 % и выше",
    high: "90–94 %",
    fair: "85–89 %",
    low: "75–84 %",
    bottom: "ниже 75 %",
    none: "нет данных",
  },
  closures: {
    met: "исполнено",
    late: "исполнено с опозданием",
    waived: "снято с контроля",
    void: "больше не применяется",
    unchecked: "проверить не удалось",
  },
  problems: {
    "extension-not-allowed": "Продление не учтено: срок рассмотрения жалобы не продлевается.",
    "extension-after-due": "Продление не учтено: решение принято после истечения срока.",
    "extension-too-long": "Продление не учтено: срок продлен более чем на 2 месяца.",
  },
  roles: {
    officer: "ответственный сотрудник",
    head: "начальник территориального органа полиции",
    superior: "вышестоящее руководство",
    ministry: "Штаб Министерства внутренних дел",
    apex: "руководство Министерства внутренних дел",
  },
  insteadOf: (role) => `Вместо адресата «${role}»: действующего адреса у него нет.`,
  stages: {
    reminder: "Напоминание",
    today: "Срок – сегодня",
    overdue: "Просрочено",
    breach: "Нарушено",
    repeat: (number) => `Повторное напоминание № ${number}`,
  },
  status: {
    daysLeft: (due, days) => `срок – ${time.date(due)}, ${left(days)}`,
    today: (due) => `срок истекает сегодня, ${time.date(due)}`,
    overdue: (due, days) => `срок истек ${time.date(due)}, просрочено на ${time.days(days)}`,
    breached: (due) => `срок истек ${time.date(due)}, исполнить уже нельзя`,
    met: (on) => `исполнено ${time.date(on)}`,
    late: (on, due) => `исполнено с опозданием ${time.date(on)}, срок был ${time.date(due)}`,
    waived: "снято с контроля",
    tag: {
      daysLeft: left,
      today: "срок – сегодня",
      overdue: (days) => `просрочено на ${time.days(days)}`,
      breached: "исполнить уже нельзя",
    },
  },
  duty: {
    inTime: (due, phrase) => `Просим не позднее ${time.date(due)} обеспечить ${phrase}.`,
    today: (due, phrase) => `Просим сегодня, ${time.date(due)}, обеспечить ${phrase}.`,
    overdue: (due, phrase) => `Срок истек ${time.date(due)}. Просим безотлагательно обеспечить ${phrase}.`,
    breached: (due, curable) =>
      `Срок истек ${time.date(due)}, исполнить обязанность уже нельзя. Если она исполнена до ${time.date(curable)}, просим внести сведения об этом в систему «Есеп».`,
    careful: (target) => `Рекомендуем исполнить до ${time.date(target)} включительно.`,
    nothing: "Действий не требуется.",
  },
  subjects: {
    campaign: (year) => `кампания ${year} года`,
    meeting: (day) => `встреча ${time.date(day)}`,
    appeal: (number) => `обращение № ${number}`,
    decision: (id) => `решение № ${id}`,
  },
  clauses: {
    order608: (paragraph, subpoint) =>
      `Приказ № 608, пункт ${paragraph}${subpoint === undefined ? "" : `, подпункт ${subpoint})`}`,
    appc: (article, part) => `АППК, статья ${article}${part === undefined ? "" : `, часть ${part}`}`,
    paraphrase: "в изложении",
    translation: null,
  },
  time,
  derivation,
  letter,
};

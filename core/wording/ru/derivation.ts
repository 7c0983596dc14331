import type { DerivationTexts } from "../catalogue-derivation.ts";
import { pluralForm } from "../plural.ts";
import { time } from "./time.ts";

export const derivation: DerivationTexts = {
  fixed: {
    "schedule-due": (due) => `График утверждается не позднее ${due}`,
    "quarter-end": (due) => `Отчет проводится в первом квартале; последний день квартала – ${due}`,
    "decision-due": (due) => `Срок указан в решении – ${due}`,
  },
  meeting: (date) => `Встреча назначена на ${date}`,
  before: (days) => `не позднее чем за ${time.days(days)} до нее`,
  after: (days) => `через ${time.days(days)} после нее`,
  onTheDay: "в день ее проведения",
  starts: {
    meeting: (date) => `Встреча проведена ${date}`,
    received: (date) => `Поступило ${date}`,
    registered: (date) => `Зарегистрировано ${date}`,
    "registration-due": (date) => `Последний день регистрации ${date}`,
    decided: (date) => `Срок продлен решением от ${date}`,
  },
  workingDays: time.workingDays,
  notCounting: (list) => `, не считая: ${list}`,
  counting: (list) => `, считая рабочими: ${list}`,
  weekend: (days) => pluralForm("ru", days, { one: "выходной", other: "выходные" }),
  holiday: ({ ru }) => ru,
  received: (date, weekday, at) => `Поступило ${date} (${weekday}) в ${at}`,
  sameDay: (closes) => `рабочий день до ${closes}; регистрируется в тот же день`,
  afterHours: (closes) => `после окончания рабочего дня (${closes}); регистрируется в следующий рабочий день`,
  nonWorkingDay: "нерабочий день; регистрируется в следующий рабочий день",
  extended: (decided, until) => `Решением от ${decided} срок продлен до ${until}`,
  untilMoved: "это нерабочий день, поэтому срок – следующий рабочий день",
  unmoved: "прежний срок истекает позже и сохраняется",
  due: (date) => `срок – ${date}`,
};

import type { DerivationTexts } from "../catalogue-derivation.ts";
import { time } from "./time.ts";

/** Holidays by their Russian name in the calendar, which holds no English; a day it does not know keeps its Kazakh name. */
const holidays: Readonly<Record<string, string>> = {
  "Новый год": "New Year",
  "Православное Рождество": "Orthodox Christmas",
  "Международный женский день": "International Women's Day",
  "День Конституции": "Constitution Day",
  "Наурыз мейрамы": "Nauryz",
  "Праздник единства народа Казахстана": "Day of Unity of the People of Kazakhstan",
  "День защитника Отечества": "Defender of the Fatherland Day",
  "День Победы": "Victory Day",
  "Первый день Курбан-айта": "first day of Kurban Ait",
  "День Столицы": "Capital Day",
  "День Республики": "Republic Day",
  "День Республики Казахстан": "Republic Day",
  "День Независимости": "Independence Day",
};

function holidayName({ ru, kk }: { readonly ru: string; readonly kk: string }): string {
  const moved = ru.startsWith("Перенос: ") ? ru.slice("Перенос: ".length) : undefined;
  const name = holidays[moved ?? ru];
  if (name === undefined) return kk;
  return moved === undefined ? name : `day off moved: ${name}`;
}

export const derivation: DerivationTexts = {
  fixed: {
    "schedule-due": (due) => `The schedule is to be approved by ${due}`,
    "quarter-end": (due) => `The report is held in the first quarter; the last day of the quarter is ${due}`,
    "decision-due": (due) => `The decision names the day: ${due}`,
  },
  meeting: (date) => `The meeting is on ${date}`,
  before: (days) => `no later than ${time.days(days)} before it`,
  after: (days) => `${time.days(days)} after it`,
  onTheDay: "on the day itself",
  starts: {
    meeting: (date) => `The meeting was held on ${date}`,
    received: (date) => `Received on ${date}`,
    registered: (date) => `Registered on ${date}`,
    "registration-due": (date) => `Last day of registration ${date}`,
    decided: (date) => `Extended by the decision of ${date}`,
  },
  workingDays: time.workingDays,
  notCounting: (list) => `, not counting: ${list}`,
  counting: (list) => `, counting as working days: ${list}`,
  weekend: () => "weekend",
  holiday: holidayName,
  received: (date, weekday, at) => `Received on ${date} (${weekday}) at ${at}`,
  sameDay: (closes) => `a working day until ${closes}; registered on the same day`,
  afterHours: (closes) => `after the end of the working day (${closes}); registered on the next working day`,
  nonWorkingDay: "not a working day; registered on the next working day",
  extended: (decided, until) => `The decision of ${decided} extends the term to ${until}`,
  untilMoved: "which is no working day, so the next working day is due",
  unmoved: "the earlier term ends later and stands",
  due: (date) => `due ${date}`,
};

import type { CalendarDay } from "../calendar-day.ts";
import { day } from "../day.ts";

/** A name in both official languages. */
interface DayName {
  readonly ru: string;
  readonly kk: string;
}

/** A public holiday (Law on Holidays, art. 3). */
export const holiday = (date: string, name: DayName): CalendarDay => ({ day: day(date), kind: "holiday", ...name });

/** A day off that never moves (Labour Code, art. 84(5)). */
export const dayOff = (date: string, name: DayName): CalendarDay => ({ day: day(date), kind: "dayoff", ...name });

/** The working day that is off for a holiday on the weekend day `from` (Law on Holidays, art. 5). */
export const transferred = (date: string, name: DayName, from: string): CalendarDay => ({
  day: day(date),
  kind: "transferred",
  ru: `Перенос: ${name.ru} (${from})`,
  kk: `Ауыстырылған демалыс: ${name.kk} (${from})`,
});

/** The first day of Kurban Ait in a year for which it is not announced yet. */
export const kurbanAitForecast = (date: string): CalendarDay => ({
  ...dayOff(date, kurbanAit),
  note: "Astronomical forecast (Umm al-Qura calendar): confirm each year.",
});

export const newYear: DayName = { ru: "Новый год", kk: "Жаңа жыл" };
export const christmas: DayName = { ru: "Православное Рождество", kk: "Православиелік Рождество" };
export const womensDay: DayName = { ru: "Международный женский день", kk: "Халықаралық әйелдер күні" };
export const constitutionDay: DayName = { ru: "День Конституции", kk: "Қазақстан Республикасының Конституциясы күні" };
export const nauryz: DayName = { ru: "Наурыз мейрамы", kk: "Наурыз мейрамы" };
export const unityDay: DayName = {
  ru: "Праздник единства народа Казахстана",
  kk: "Қазақстан халқының бірлігі мерекесі",
};
export const defenderDay: DayName = { ru: "День защитника Отечества", kk: "Отан қорғаушы күні" };
export const victoryDay: DayName = { ru: "День Победы", kk: "Жеңіс күні" };
export const kurbanAit: DayName = { ru: "Первый день Курбан-айта", kk: "Құрбан айттың бірінші күні" };
export const capitalDay: DayName = { ru: "День Столицы", kk: "Астана күні" };
/** The name of 25 October up to 2025. */
export const republicDay: DayName = { ru: "День Республики", kk: "Республика күні" };
/** The name of 25 October since 2026. */
export const kazakhstanDay: DayName = { ru: "День Республики Казахстан", kk: "Қазақстан Республикасы күні" };
export const independenceDay: DayName = { ru: "День Независимости", kk: "Тәуелсіздік күні" };

import type { Locale } from "../../../core/register/locale.ts";
import { counted, formatNumber } from "../../../core/wording/plural.ts";
import type { JourneyState } from "./machine.ts";

/** Words of the time machine. */
export interface TimeMachineTexts {
  readonly title: string;
  readonly intro: string;
  readonly clock: string;
  readonly inbox: (letters: number) => string;
  readonly matrix: string;
  readonly sweeps: string;
  readonly whoMay: string;
  readonly signIn: string;
  readonly next: (slot: string) => string;
  readonly playTitle: string;
  readonly slots: string;
  readonly slotsHelp: string;
  readonly play: string;
  readonly quarter: (date: string, slots: number) => string;
  readonly moveTitle: string;
  readonly moveHelp: string;
  readonly date: string;
  readonly time: string;
  readonly move: string;
  readonly stop: string;
  readonly backTitle: string;
  readonly back: (moment: string, letters: number) => string;
  readonly turnBack: string;
  readonly journey: string;
  readonly progress: (done: number, total: number) => string;
  readonly outcomes: Readonly<Record<JourneyState["outcome"], string>>;
  readonly look: string;
  readonly played: string;
  readonly slot: string;
  readonly letters: string;
  readonly items: string;
  readonly seconds: string;
  readonly wrongDate: (first: string, last: string) => string;
  readonly wrongTime: string;
  readonly wrongSlots: (most: number) => string;
  readonly busy: string;
}

const kk: TimeMachineTexts = {
  title: "Уақыт машинасы",
  intro:
    "Демонстрацияның өз сағаты бар. Оны жылжытыңыз, келесі мерзімдердегі тексеруді іске қосыңыз және міндеттердің жай-күйі мен кіріс хаттардың қалай өзгеретінін қараңыз.",
  clock: "Сағат көрсетіп тұр",
  inbox: (letters) => `Кіріс хаттар: ${formatNumber("kk", letters)}`,
  matrix: "Міндеттердің жай-күйі",
  sweeps: "Тексерулер",
  whoMay: "Сағатты тек әкімші жылжытады.",
  signIn: "Әкімші болып кіру",
  next: (slot) => `Келесі мерзімде тексеру: ${slot}`,
  playTitle: "Алға жүргізу",
  slots: "Неше тексеру мерзімі",
  slotsHelp: "Күніне үш мерзім: 09:00, 18:00 және 21:00. Әрқайсысында барлық орган тексеріліп, хаттар жіберіледі.",
  play: "Жүргізу",
  quarter: (date, slots) => `${date} күніне дейін жүргізу (${formatNumber("kk", slots)})`,
  moveTitle: "Сағатты қою",
  moveHelp:
    "Алға жылжытқанда аралықтағы мерзімдер тексерілмейді: жүйе жұмыс істемеген сияқты болады. Артқа жылжытқанда хаттар өшіріледі, алдымен растау сұралады.",
  date: "Күні",
  time: "Уақыты (Алматы)",
  move: "Қою",
  stop: "Тоқтату",
  backTitle: "Сағатты артқа жылжыту",
  back: (moment, letters) =>
    `Демонстрацияның барлық хаттары (кіріс хаттарда – ${formatNumber("kk", letters)}) және тексерулері өшіріледі; енгізілген мәліметтер сақталады. ${moment} дейінгі хаттар тарих ретінде қайта жазылады. Бұл әрекет қайтарылмайды.`,
  turnBack: "Артқа жылжыту",
  journey: "Барысы",
  progress: (done, total) => `Орындалғаны: ${formatNumber("kk", done)} / ${formatNumber("kk", total)}`,
  outcomes: { running: "орындалуда", done: "аяқталды", stopped: "тоқтатылды", failed: "қатемен үзілді" },
  look: "Барысын жаңарту",
  played: "Тексерілген мерзімдер",
  slot: "Мерзім",
  letters: "Хаттар",
  items: "Тармақтар",
  seconds: "Секунд",
  wrongDate: (first, last) => `${first} мен ${last} аралығындағы күнді көрсетіңіз.`,
  wrongTime: "Уақытты 09:00 түрінде көрсетіңіз.",
  wrongSlots: (most) => `1-ден ${most}-ге дейінгі бүтін санды көрсетіңіз.`,
  busy: "Уақыт машинасы жұмыс істеп тұр: аяқталуын күтіңіз немесе тоқтатыңыз.",
};

const ru: TimeMachineTexts = {
  title: "Машина времени",
  intro:
    "У демонстрации свои часы. Переведите их, запустите обход в ближайшие сроки и посмотрите, как меняются состояние обязанностей и входящие письма.",
  clock: "Часы показывают",
  inbox: (letters) => `Входящие письма: ${formatNumber("ru", letters)}`,
  matrix: "Состояние обязанностей",
  sweeps: "Обходы",
  whoMay: "Часы переводит только администратор.",
  signIn: "Войти администратором",
  next: (slot) => `Обход в следующий срок: ${slot}`,
  playTitle: "Проиграть вперед",
  slots: "Сколько сроков обхода",
  slotsHelp: "Три срока в день: 09:00, 18:00 и 21:00. В каждый проверяются все органы и отправляются письма.",
  play: "Проиграть",
  quarter: (date, slots) =>
    `Проиграть до ${date} (${counted("ru", slots, { one: "срок", few: "срока", many: "сроков", other: "срока" })})`,
  moveTitle: "Перевести часы",
  moveHelp:
    "Вперед: сроки между этим моментом и новым не обходятся, как если бы система не работала. Назад: письма удаляются, сначала будет запрошено подтверждение.",
  date: "Дата",
  time: "Время (Алматы)",
  move: "Перевести",
  stop: "Остановить",
  backTitle: "Перевод часов назад",
  back: (moment, letters) =>
    `Все письма демонстрации (во входящих – ${formatNumber("ru", letters)}) и все обходы будут удалены; внесенные сведения сохраняются. Письма до ${moment} будут записаны заново как история. Отменить это нельзя.`,
  turnBack: "Перевести назад",
  journey: "Ход выполнения",
  progress: (done, total) => `Выполнено: ${formatNumber("ru", done)} из ${formatNumber("ru", total)}`,
  outcomes: { running: "выполняется", done: "завершено", stopped: "остановлено", failed: "прервано ошибкой" },
  look: "Обновить ход выполнения",
  played: "Пройденные сроки",
  slot: "Срок",
  letters: "Письма",
  items: "Пункты",
  seconds: "Секунды",
  wrongDate: (first, last) => `Укажите дату с ${first} по ${last}.`,
  wrongTime: "Укажите время в виде 09:00.",
  wrongSlots: (most) => `Укажите целое число от 1 до ${most}.`,
  busy: "Машина времени уже работает: дождитесь окончания или остановите ее.",
};

const en: TimeMachineTexts = {
  title: "Time machine",
  intro:
    "The demonstration has a clock of its own. Move it, sweep the next slots, and watch how the status of obligations and the inbox change.",
  clock: "The clock shows",
  inbox: (letters) => `Inbox: ${counted("en", letters, { one: "letter", other: "letters" })}`,
  matrix: "Status of obligations",
  sweeps: "Sweeps",
  whoMay: "Only an administrator moves the clock.",
  signIn: "Sign in as administrator",
  next: (slot) => `Sweep the next slot: ${slot}`,
  playTitle: "Play forward",
  slots: "How many slots",
  slotsHelp: "Three slots a day: 09:00, 18:00 and 21:00. At each all bodies are checked and the letters are sent.",
  play: "Play",
  quarter: (date, slots) => `Play to ${date} (${counted("en", slots, { one: "slot", other: "slots" })})`,
  moveTitle: "Set the clock",
  moveHelp:
    "Forward: the slots in between are not swept, as if the system had not run. Back: the letters are thrown away, after you have confirmed it.",
  date: "Day",
  time: "Time (Almaty)",
  move: "Set",
  stop: "Stop",
  backTitle: "Turning the clock back",
  back: (moment, letters) =>
    `All letters of the demonstration (${formatNumber("en", letters)} in the inbox) and all sweeps will be thrown away; recorded facts stay. Letters up to ${moment} are written anew as history. This cannot be undone.`,
  turnBack: "Turn back",
  journey: "Progress",
  progress: (done, total) => `Done: ${formatNumber("en", done)} of ${formatNumber("en", total)}`,
  outcomes: { running: "under way", done: "finished", stopped: "stopped", failed: "ended by an error" },
  look: "Show the progress of now",
  played: "Slots that were swept",
  slot: "Slot",
  letters: "Letters",
  items: "Items",
  seconds: "Seconds",
  wrongDate: (first, last) => `Give a day from ${first} to ${last}.`,
  wrongTime: "Give a time such as 09:00.",
  wrongSlots: (most) => `Give a whole number from 1 to ${most}.`,
  busy: "The time machine is at work: wait for its end or stop it.",
};

const all: Readonly<Record<Locale, TimeMachineTexts>> = { kk, ru, en };

/** The time machine's words in a language. */
export const timeMachineTexts = (locale: Locale): TimeMachineTexts => all[locale];

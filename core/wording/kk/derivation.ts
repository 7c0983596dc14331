import type { DerivationTexts } from "../catalogue-derivation.ts";
import { time } from "./time.ts";

export const derivation: DerivationTexts = {
  fixed: {
    "schedule-due": (due) => `Кестені бекітудің соңғы күні – ${due}`,
    "quarter-end": (due) => `Есеп бірінші тоқсанда өткізіледі; тоқсанның соңғы күні – ${due}`,
    "decision-due": (due) => `Мерзім шешімде көрсетілген – ${due}`,
  },
  meeting: (date) => `Кездесу күні – ${date}`,
  before: (days) => `оған дейін ${time.days(days)}нен кешіктірмей`,
  after: (days) => `одан кейін ${time.days(days)}`,
  onTheDay: "өткізілген күні",
  starts: {
    meeting: (date) => `Кездесу өткізілген күн – ${date}`,
    received: (date) => `Келіп түскен күні – ${date}`,
    registered: (date) => `Тіркелген күні – ${date}`,
    "registration-due": (date) => `Тіркеудің соңғы күні – ${date}`,
    decided: (date) => `Мерзімді ұзарту туралы шешімнің күні – ${date}`,
  },
  workingDays: time.workingDays,
  notCounting: (list) => `, есепке алынбайды: ${list}`,
  counting: (list) => `, жұмыс күні ретінде есептеледі: ${list}`,
  weekend: (days) => (days === 1 ? "демалыс күні" : "демалыс күндері"),
  holiday: ({ kk }) => kk,
  received: (date, weekday, at) => `Келіп түскен күні мен уақыты – ${date} (${weekday}), ${at}`,
  sameDay: (closes) => `жұмыс күні ${closes} дейін; сол күні тіркеледі`,
  afterHours: (closes) => `жұмыс күні аяқталғаннан кейін (${closes}); келесі жұмыс күні тіркеледі`,
  nonWorkingDay: "жұмыс істемейтін күн; келесі жұмыс күні тіркеледі",
  extended: (decided, until) => `Мерзімді ұзарту туралы шешімнің күні – ${decided}, ұзартылған мерзім – ${until}`,
  untilMoved: "бұл – жұмыс істемейтін күн, сондықтан мерзім келесі жұмыс күніне ауысады",
  unmoved: "бұрынғы мерзім кейінірек аяқталады және сақталады",
  due: (date) => `мерзімі – ${date}`,
};

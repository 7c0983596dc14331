import type { Trilingual } from "../../register/locale.ts";

/** Articles (with parts) of the Administrative Procedural Code that obligations rest on. */
export const codeArticleIds = ["64(3)", "65", "76", "76(3)", "91(4)", "99"] as const;
export type CodeArticleId = (typeof codeArticleIds)[number];

/** What an article says, in our own words: the project holds no official text of the Code, so nothing here is a quotation. */
export const codeArticles: Readonly<Record<CodeArticleId, Trilingual>> = {
  "64(3)": {
    ru: "Обращение регистрируется в день поступления; поступившее в нерабочее время или в нерабочий день – в ближайший следующий рабочий день.",
    kk: "Жолданым келіп түскен күні тіркеледі; жұмыс уақытынан тыс немесе жұмыс істемейтін күні келіп түскені – одан кейінгі ең жақын жұмыс күні.",
    en: "An appeal is registered on the day it is received; one received after hours or on a non-working day, on the next working day.",
  },
  "65": {
    ru: "Обращение, рассмотрение которого не входит в компетенцию органа, в течение трех рабочих дней перенаправляется компетентному органу с извещением заявителя.",
    kk: "Қаралуы органның құзыретіне кірмейтін жолданым үш жұмыс күні ішінде құзыретті органға әрі қарай жолданады, бұл туралы арыз иесіне хабарланады.",
    en: "An appeal outside the body's competence is redirected within three working days to the competent body, and the applicant is notified.",
  },
  "76": {
    ru: "Срок административной процедуры по обращению – пятнадцать рабочих дней, если законом не установлен иной.",
    kk: "Жолданым бойынша әкімшілік рәсімнің мерзімі – он бес жұмыс күні, егер заңда өзгеше белгіленбесе.",
    en: "The administrative procedure on an appeal takes fifteen working days unless a law sets another term.",
  },
  "76(3)": {
    ru: "Срок может быть продлен мотивированным решением не более чем на два месяца; заявитель извещается о продлении в течение трех рабочих дней.",
    kk: "Мерзім уәжді шешіммен екі айдан аспайтын уақытқа ұзартылуы мүмкін; мерзімнің ұзартылғаны туралы арыз иесіне үш жұмыс күні ішінде хабарланады.",
    en: "The term may be extended by a reasoned decision for no more than two months; the applicant is notified of it within three working days.",
  },
  "91(4)": {
    ru: "Орган, чьи действия обжалуются, в течение трех рабочих дней со дня поступления жалобы направляет ее с материалами в орган, рассматривающий жалобу.",
    kk: "Әрекетіне шағым жасалған орган шағым келіп түскен күннен бастап үш жұмыс күні ішінде оны материалдарымен бірге шағымды қарайтын органға жібереді.",
    en: "The body complained of sends the complaint with its materials to the body that considers it within three working days of receipt.",
  },
  "99": {
    ru: "Срок рассмотрения жалобы – двадцать рабочих дней.",
    kk: "Шағымды қарау мерзімі – жиырма жұмыс күні.",
    en: "A complaint is considered within twenty working days.",
  },
};

import type { LetterTexts } from "../catalogue-letter.ts";
import { formatNumber } from "../plural.ts";

const number = (count: number): string => formatNumber("kk", count);

export const letter: LetterTexts = {
  product: "Есеп",
  language: "Қазақша",
  below: "Қазақ тіліндегі мәтін – төменде",
  counts: {
    breached: (count) => `бұзылған ${number(count)}`,
    overdue: (count) => `мерзімі өткен ${number(count)}`,
    due: (count) => `мерзімі аяқталуда ${number(count)}`,
    closed: (count) => `жабылған ${number(count)}`,
  },
  asOf: (date, time) => `Жай-күй: ${date}, ${time}`,
  to: (name) => `Кімге: ${name}`,
  due: "Мерзімі",
  missing: "Жетіспейтіні",
  duty: "Не істеу керек",
  basis: "Негіздеме",
  derivation: "Мерзім қалай есептелді",
  open: "«Есеп» жүйесінде ашу",
  late: "Бұл хат ертерек жіберілуі мүмкін еді: ол өз уақытынан кешіктіріліп жіберілді.",
  recordedLate: "Мәліметтердің бір бөлігі жүйеге белгіленген мерзімнен кеш енгізілген.",
  closedRecordedLate: "мәліметтер кешіктіріліп енгізілген",
  alsoOpen: "Сондай-ақ орындалмағандары",
  more: (count) => `Тағы ${number(count)} міндет – жүйе бетінде`,
  moreOf: (count) => `және тағы ${number(count)}`,
  closed: "Өткен хаттан бері жабылғандары",
  reasons: "Бұл хат Сізге не үшін жіберілді",
  paper: (names) => `Электрондық хаттар жетпейтін органдар: ${names}`,
  openPaper: "Басып шығаруға арналған бетті ашу",
  alreadyDone:
    "Егер міндет орындалып қойған болса, орындалған күнін «Есеп» жүйесіне енгізуіңізді сұраймыз: ол туралы еске салулар тоқтатылады.",
  automatic: "Бұл – № 608 бұйрықтың орындалуын бақылайтын «Есеп» жүйесінің автоматты хаты.",
  reply: (address) => `Хатқа жауап беруге болады: жауап мына мекенжайға түседі – ${address}.`,
  noReply: "Бұл мекенжайға келген жауаптар қаралмайды; сұрақтар бойынша жүйе әкімшісіне жүгінуіңізді сұраймыз.",
  demo: "Демонстрация: мәліметтер мен адресаттар ойдан алынған.",
};

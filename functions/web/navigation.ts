import type { Action } from "../../core/register/grant.ts";
import type { Locale } from "../../core/register/locale.ts";

/** A page of the menu. Administration is shown to those who may do anything of it, the time machine in a demo. */
interface Entry {
  readonly path: string;
  readonly group: "watch" | "administration" | "public";
  /** Shown to those only whose grants allow it somewhere. */
  readonly needs?: Action;
  readonly demoOnly?: true;
}

/** Every page of the menu, in its order. */
export const sections = {
  overview: { path: "/", group: "watch" },
  appeals: { path: "/appeals", group: "watch" },
  letters: { path: "/letters", group: "watch" },
  sweeps: { path: "/sweeps", group: "watch" },
  reports: { path: "/reports", group: "watch" },
  paper: { path: "/paper", group: "watch" },
  register: { path: "/register", group: "administration", needs: "read" },
  grants: { path: "/grants", group: "administration", needs: "read-grants" },
  imports: { path: "/imports", group: "administration", needs: "import" },
  policy: { path: "/policy", group: "administration", needs: "read-policy" },
  calendar: { path: "/calendar", group: "administration", needs: "read-policy" },
  brake: { path: "/brake", group: "administration", needs: "sweep" },
  addresses: { path: "/addresses", group: "administration", needs: "edit-register" },
  schedule: { path: "/schedule", group: "public" },
  timeMachine: { path: "/time-machine", group: "public", demoOnly: true },
} as const satisfies Readonly<Record<string, Entry>>;
export type Section = keyof typeof sections;

/** All sections with what an entry may say. */
export const menu: readonly (readonly [Section, Entry])[] = (Object.keys(sections) as Section[]).map(
  (section) => [section, sections[section]], // the keys of a literal, which Object.keys cannot type
);

interface NavigationTexts {
  readonly administration: string;
  readonly names: Readonly<Record<Section, string>>;
}

const all: Readonly<Record<Locale, NavigationTexts>> = {
  kk: {
    administration: "Басқару",
    names: {
      overview: "Жай-күй",
      appeals: "Жолданымдар",
      letters: "Хаттар",
      sweeps: "Тексеріп шығу",
      reports: "Жиынтықтар",
      paper: "Қағаз түрінде",
      register: "Тізілім",
      grants: "Пайдаланушылар мен рұқсаттар",
      imports: "Жүктеу",
      policy: "Мерзімдер мен хаттар",
      calendar: "Жұмыс күнтізбесі",
      brake: "Кідіртілген хаттар",
      addresses: "Жарамсыз мекенжайлар",
      schedule: "Есептер кестесі",
      timeMachine: "Уақыт машинасы",
    },
  },
  ru: {
    administration: "Управление",
    names: {
      overview: "Состояние",
      appeals: "Обращения",
      letters: "Письма",
      sweeps: "Обходы",
      reports: "Сводки",
      paper: "На бумаге",
      register: "Реестр",
      grants: "Пользователи и права",
      imports: "Загрузка",
      policy: "Сроки и письма",
      calendar: "Календарь",
      brake: "Задержанные письма",
      addresses: "Нерабочие адреса",
      schedule: "График отчетов",
      timeMachine: "Машина времени",
    },
  },
  en: {
    administration: "Administration",
    names: {
      overview: "Status",
      appeals: "Appeals",
      letters: "Letters",
      sweeps: "Sweeps",
      reports: "Reports",
      paper: "On paper",
      register: "Register",
      grants: "Users and grants",
      imports: "Imports",
      policy: "Policy",
      calendar: "Calendar",
      brake: "Held letters",
      addresses: "Addresses out of use",
      schedule: "Schedule of reports",
      timeMachine: "Time machine",
    },
  },
};

/** The menu's words in a language. */
export const navigationTexts = (locale: Locale): NavigationTexts => all[locale];

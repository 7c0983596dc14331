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
  letters: { path: "/letters", group: "watch" },
  sweeps: { path: "/sweeps", group: "watch" },
  paper: { path: "/paper", group: "watch" },
  schedule: { path: "/schedule", group: "public" },
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
      letters: "Хаттар",
      sweeps: "Тексеріп шығу",
      paper: "Қағаз түрінде",
      schedule: "Есептер кестесі",
    },
  },
  ru: {
    administration: "Управление",
    names: {
      overview: "Состояние",
      letters: "Письма",
      sweeps: "Обходы",
      paper: "На бумаге",
      schedule: "График отчетов",
    },
  },
  en: {
    administration: "Administration",
    names: {
      overview: "Status",
      letters: "Letters",
      sweeps: "Sweeps",
      paper: "On paper",
      schedule: "Schedule of reports",
    },
  },
};

/** The menu's words in a language. */
export const navigationTexts = (locale: Locale): NavigationTexts => all[locale];

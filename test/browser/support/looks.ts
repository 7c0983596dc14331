import type { Look } from "./visitor.ts";

/**
 * Every two of language, theme and screen meet in one of these six, and every language is there with scripts and
 * without. Those with scripts are also asked for accessibility: each language, theme and screen is among them.
 */
export const looks: readonly Required<Look>[] = [
  { locale: "kk", theme: "light", screen: "phone", scripts: true },
  { locale: "ru", theme: "dark", screen: "desktop", scripts: true },
  { locale: "en", theme: "dark", screen: "phone", scripts: true },
  { locale: "kk", theme: "dark", screen: "desktop", scripts: false },
  { locale: "ru", theme: "light", screen: "phone", scripts: false },
  { locale: "en", theme: "light", screen: "desktop", scripts: false },
];

import type { Locale } from "../register/locale.ts";

/** A noun's forms by plural category; Kazakh needs only `other`: a numeral leaves the noun as it is. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

const rules: Readonly<Record<Locale, Intl.PluralRules>> = {
  kk: new Intl.PluralRules("kk"),
  ru: new Intl.PluralRules("ru"),
  en: new Intl.PluralRules("en"),
};

/** The form of a noun that goes with a number, without the number. */
export const pluralForm = (locale: Locale, count: number, forms: PluralForms): string =>
  forms[rules[locale].select(count)] ?? forms.other;

const groups: Readonly<Record<Locale, string>> = { kk: "\u00a0", ru: "\u00a0", en: "," };

/** A whole number with its thousands parted: `14 870`, in English `14,870`; four digits stay together in Kazakh and Russian. */
export function formatNumber(locale: Locale, value: number): string {
  const digits = String(value);
  if (digits.length <= 4 && locale !== "en") return digits;
  return digits.replace(/\B(?=(\d{3})+$)/g, groups[locale]);
}

const tenths: Readonly<Record<Locale, Intl.NumberFormat>> = {
  kk: tenthsIn("kk"),
  ru: tenthsIn("ru"),
  en: tenthsIn("en"),
};

function tenthsIn(locale: Locale): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** A measured number with one decimal: `9,1`. */
export const formatTenths = (locale: Locale, value: number): string => tenths[locale].format(value);

const shares: Readonly<Record<Locale, Intl.NumberFormat>> = {
  kk: percentIn("kk"),
  ru: percentIn("ru"),
  en: percentIn("en"),
};

function percentIn(locale: Locale): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** A share from 0 to 1: `83,4 %`. */
export const formatShare = (locale: Locale, share: number): string => shares[locale].format(share);

/** A number and its noun: `5 дней`. */
export const counted = (locale: Locale, count: number, forms: PluralForms): string =>
  `${formatNumber(locale, count)} ${pluralForm(locale, count, forms)}`;

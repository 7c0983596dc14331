import type { RegisterRule } from "../../../core/register/change.ts";
import type { Locale } from "../../../core/register/locale.ts";
import { en } from "./texts-en.ts";
import { kk } from "./texts-kk.ts";
import { ru } from "./texts-ru.ts";

/** The fields of the forms about bodies and contacts, named as the register names them. */
export type RegisterField =
  | ("id" | "parent" | "kind" | "name.ru" | "name.kk" | "zone" | "activeFrom" | "activeTo")
  | ("role" | "name" | "email" | "locale" | "from" | "to" | "reason");

/** Words of the pages about the register. */
export interface RegisterTexts {
  readonly title: string;
  readonly intro: (bodies: number, contacts: number) => string;
  readonly search: string;
  readonly show: string;
  readonly none: string;
  readonly regions: string;
  readonly bodies: (count: number) => string;
  readonly noContacts: string;
  readonly until: (date: string) => string;
  readonly ended: (date: string) => string;
  readonly outOfUse: string;
  readonly downloads: string;
  readonly downloadRegister: string;
  readonly downloadContacts: string;
  readonly downloadNote: string;
  readonly addBody: string;
  readonly changeBody: string;
  readonly endBody: string;
  readonly endWarning: string;
  readonly addContact: string;
  readonly changeContact: string;
  readonly change: string;
  readonly saved: string;
  readonly history: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly nothing: string;
  readonly more: (count: number) => string;
  readonly contact: (number: number) => string;
  readonly counts: (of: { readonly added: number; readonly changed: number; readonly removed: number }) => string;
  readonly fields: Readonly<Record<RegisterField, string>>;
  readonly help: Readonly<Partial<Record<RegisterField, string>>>;
  readonly wrong: Readonly<Record<RegisterRule | "required" | "email" | "reason" | "repeated" | "large", string>>;
}

const all: Readonly<Record<Locale, RegisterTexts>> = { kk, ru, en };

export const registerTexts = (locale: Locale): RegisterTexts => all[locale];

import type { Locale } from "../../../core/register/locale.ts";
import { en } from "./texts-en.ts";
import { kk } from "./texts-kk.ts";
import { ru } from "./texts-ru.ts";

/** Words of the pages about users and grants. */
export interface GrantTexts {
  readonly title: string;
  readonly intro: string;
  readonly roles: Readonly<Record<"admin" | "staff" | "viewer", string>>;
  /** What a role may do, in a sentence. */
  readonly may: Readonly<Record<"admin" | "staff" | "viewer", string>>;
  readonly search: string;
  readonly body: string;
  readonly show: string;
  readonly people: string;
  readonly none: string;
  readonly person: string;
  readonly subject: string;
  readonly subjectHelp: string;
  readonly name: string;
  readonly nameHelp: string;
  readonly grants: string;
  readonly nothing: string;
  readonly damaged: string;
  readonly add: string;
  readonly edit: (name: string) => string;
  readonly held: string;
  readonly heldHelp: string;
  readonly newGrant: string;
  readonly role: string;
  readonly bodyHelp: string;
  readonly reason: string;
  readonly reasonHelp: string;
  readonly revoke: string;
  readonly revokeTitle: (name: string) => string;
  readonly revokeWarning: string;
  readonly history: string;
  readonly when: string;
  readonly who: string;
  readonly before: string;
  readonly after: string;
  readonly saved: string;
  readonly wrong: Readonly<
    Record<"subject" | "name" | "reason" | "body" | "both" | "last" | "same" | "large" | "long", string>
  >;
}

const all: Readonly<Record<Locale, GrantTexts>> = { kk, ru, en };

export const grantTexts = (locale: Locale): GrantTexts => all[locale];

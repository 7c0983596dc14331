import { type Grant, partsOf } from "../../../core/register/grant.ts";
import type { Register } from "../../../core/register/register.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import { withQuery } from "../paths.ts";
import { grantTexts } from "./texts.ts";

/** One subject with what they may do; a null name stands for a record that cannot be read. */
export interface Granted {
  readonly subject: string;
  readonly name: string | null;
  readonly grants: readonly Grant[];
}

/** A grant in words: the role and where. */
export function wordGrant(grant: Grant, page: Page, register: Register): string {
  const { role, at } = partsOf(grant);
  const word = grantTexts(page.locale).roles[role];
  const body = at === null ? undefined : register.byId.get(at);
  return at === null ? word : `${word}: ${body ? nameIn(body.name, page.locale) : at}`;
}

export const personPath = (subject: string): string => withQuery("/grants/person", { subject });

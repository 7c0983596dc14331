import * as z from "zod";
import type { FieldChange } from "../../../core/audit/entry.ts";
import { parseDay } from "../../../core/calendar/day.ts";
import { splitPath } from "../../../core/dossier/fact-path.ts";
import { Body, Contact } from "../../../core/register/body.ts";
import { Bilingual } from "../../../core/register/locale.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import { wordPolicyChange } from "../settings/words.ts";
import { ownNames } from "../texts/all.ts";
import { registerTexts } from "./texts.ts";

/** One change of a register with its policy in words: `PB-1 › Contact 2 › E-mail: a@b.example → c@d.example`. */
export function wordRegisterChange(change: FieldChange, page: Page): string {
  const [part, body = "", ...within] = splitPath(change.path);
  if (part === "policy") return wordPolicyChange({ ...change, path: change.path.slice("policy/".length) }, page);
  // What would be too long for an entry was counted.
  const counts = Counts.safeParse(change.after).data;
  if (counts) return registerTexts(page.locale).counts(counts);
  return wordChange([body, ...placeOf(within, page)], change, page);
}

const Counts = z.strictObject({ added: z.int(), changed: z.int(), removed: z.int() });

/** One change inside a body in words. */
export const wordBodyChange = (change: FieldChange, page: Page): string =>
  wordChange(placeOf(splitPath(change.path), page), change, page);

function wordChange(place: readonly string[], { path, before, after }: FieldChange, page: Page): string {
  const field = splitPath(path).at(-1) ?? "";
  return `${place.join(" › ")}: ${wordSide(before, field, page)} → ${wordSide(after, field, page)}`;
}

/** Where something stands in a body, by the names that its form has. */
function placeOf(path: readonly string[], page: Page): readonly string[] {
  const { fields, contact } = registerTexts(page.locale);
  const [list, index, ...within] = path;
  if (list === "contacts" && index !== undefined) return [contact(Number(index) + 1), ...placeOf(within, page)];
  const names: Readonly<Record<string, string>> = fields;
  return path.length === 0 ? [] : [names[path.join(".")] ?? path.join(".")];
}

/** As much of a value as fits a line. */
const LONGEST = 120;

/** A value as people write it; what is no value of a body stands as it is stored. */
function wordSide(value: unknown, field: string, page: Page): string {
  if (value === undefined || value === null) return registerTexts(page.locale).nothing;
  const contact = Contact.safeParse(value).data;
  if (contact) {
    const { role, name, email, locale, to } = contact;
    const until = to === undefined ? [] : [registerTexts(page.locale).until(page.words.time.date(to))];
    return [page.words.contactRoles[role], name, email, ownNames[locale], ...until].join(", ");
  }
  const named = z.looseObject({ name: Bilingual }).safeParse(value).data;
  if (named) return nameIn(named.name, page.locale);
  const text = typeof value === "string" ? wordText(value, field, page) : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function wordText(value: string, field: string, page: Page): string {
  const role = Contact.shape.role.safeParse(value).data;
  if (field === "role" && role) return page.words.contactRoles[role];
  const locale = Contact.shape.locale.safeParse(value).data;
  if (field === "locale" && locale) return ownNames[locale];
  const kind = Body.shape.kind.safeParse(value).data;
  if (field === "kind" && kind) return page.texts.body.kinds[kind];
  const day = parseDay(value);
  return day === undefined ? value : page.words.time.date(day);
}

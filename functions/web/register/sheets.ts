import * as z from "zod";
import { Prose } from "../../../core/dossier/commands/input.ts";
import { type Body, type Contact, ContactRole } from "../../../core/register/body.ts";
import { RegisterChange, type RegisterIssue } from "../../../core/register/change.ts";
import { bodyText } from "../../../core/register/csv-form.ts";
import { normaliseEmail } from "../../../core/register/register.ts";
import { codeIn } from "../body-choice.ts";
import { type FieldIssue, type FormState, objectOf, typedAt } from "../forms/values.ts";
import type { RegisterField, RegisterTexts } from "./texts.ts";

/** The forms about the register: a new body, a body's data, its end, and a contact (a new one unless one is named). */
export const sheetNames = ["new", "body", "end", "contact"] as const;
export type SheetName = (typeof sheetNames)[number];

/** A form with what it is about. */
export interface Sheet {
  readonly name: SheetName;
  /** Null for a new body. */
  readonly body: Body | null;
  /** Null for a new contact, and for forms about bodies. */
  readonly contact: Contact | null;
}

const fields: Readonly<Record<SheetName, readonly RegisterField[]>> = {
  new: ["id", "parent", "kind", "name.kk", "name.ru", "zone", "activeFrom"],
  body: ["parent", "kind", "name.kk", "name.ru", "zone", "activeFrom"],
  end: ["activeTo"],
  contact: ["role", "name", "email", "locale", "from", "to"],
};

const MAY_BE_EMPTY: ReadonlySet<RegisterField> = new Set(["from", "to"]);

export const isRequired = (field: RegisterField): boolean => !MAY_BE_EMPTY.has(field);

/** The fields of a form, in their order; a contact keeps its role, the ministry its place. */
export const fieldsOf = ({ name, body, contact }: Sheet): readonly RegisterField[] =>
  fields[name].filter(
    (field) =>
      !(contact && field === "role") && !(body?.kind === "ministry" && (field === "parent" || field === "kind")),
  );

/** The contact that an address of the page names. */
export const contactNamed = (body: Body, role: string | undefined, email: string | undefined): Contact | null =>
  body.contacts.findLast((one) => one.role === role && normaliseEmail(one.email) === normaliseEmail(email ?? "")) ??
  null;

/** What the fields show before anybody has typed. */
export function presentValues({ body, contact, name }: Sheet): Record<string, string> {
  if (contact) return texts({ ...contact, from: undefined, to: undefined });
  if (name === "new") return { zone: "Asia/Almaty", kind: "district" };
  if (name !== "body" || !body) return {};
  const text = bodyText(body);
  return texts({ ...text, "name.ru": text.name.ru, "name.kk": text.name.kk });
}

const texts = (values: object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === "string"));

/** What the form says, or what is wrong with it. */
export function changeIn(
  sheet: Sheet,
  form: FormState,
  words: RegisterTexts,
): { readonly change: RegisterChange; readonly reason: string } | { readonly issues: readonly FieldIssue[] } {
  const known = fieldsOf(sheet);
  const empty = known.filter((field) => isRequired(field) && typedAt(form, field).trim() === "");
  const reason = Prose.safeParse(typedAt(form, "reason").trim());
  const issues = [
    ...empty.map((name) => ({ name, message: words.wrong.required })),
    ...(reason.success ? [] : [{ name: "reason", message: words.wrong.reason }]),
  ];
  if (issues.length > 0 || !reason.success) return { issues };
  const typed: Record<string, unknown> = objectOf(form, known);
  if (typeof typed["parent"] === "string") typed["parent"] = codeIn(typed["parent"]);
  const parsed = RegisterChange.safeParse(wishOf(sheet, typed));
  if (parsed.success) return { change: parsed.data, reason: reason.data };
  return { issues: parsed.error.issues.map((issue) => wrongAt(issue, words)) };
}

const wrongAt = ({ path }: z.core.$ZodIssue, { wrong }: RegisterTexts): FieldIssue => {
  const name = path.slice(1).join(".");
  return { name, message: name === "email" ? wrong.email : wrong["file-rule"] };
};

/** The change in the form of the API; of what is there only what was typed anew. */
function wishOf(sheet: Sheet, typed: Record<string, unknown>): unknown {
  const { name, body, contact } = sheet;
  if (name === "new") return { kind: "add-body", body: { ...typed, contacts: [] } };
  const id = body?.id;
  if (name === "contact" && !contact) return { kind: "add-contact", id, contact: typed };
  const before: Record<string, unknown> = contact
    ? { ...contact, from: undefined, to: undefined }
    : body
      ? bodyText(body)
      : {};
  const set = Object.fromEntries(
    Object.entries(typed).filter(
      ([field, value]) => JSON.stringify(before[field]) !== JSON.stringify(sorted(value, before[field])),
    ),
  );
  return contact
    ? { kind: "change-contact", id, contact: { role: contact.role, email: contact.email }, set }
    : { kind: "change-body", id, set };
}

/** A pair of names in the order of the one before, so that equal ones are equal as text. */
const sorted = (value: unknown, like: unknown): unknown => {
  const parsed = z.strictObject({ ru: z.string(), kk: z.string() }).safeParse(value);
  return parsed.success && typeof like === "object" && like !== null
    ? Object.fromEntries(Object.keys(like).map((key) => [key, parsed.data[key === "ru" ? "ru" : "kk"]]))
    : value;
};

/** A refusal of the register's rules at its field. */
export const issueAt = ({ path, rule }: RegisterIssue, sheet: Sheet, { wrong }: RegisterTexts): FieldIssue => ({
  name: fieldsOf(sheet).some((field) => field === path) ? path : "",
  message: wrong[rule],
});

export const roles = ContactRole.options;

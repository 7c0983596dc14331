import * as z from "zod";
import { Text } from "../../register/text.ts";
import { findPersonalData, findPersonalDataIn, type PersonalData } from "../privacy.ts";

/** What to do about it, in the words of a refusal. */
export const personalDataHints: Readonly<Record<PersonalData, string>> = {
  "e-mail": "seems to hold an e-mail address; leave it out, an appeal is known by its number",
  phone: "seems to hold a phone number; leave it out, an appeal is known by its number",
  iin: "seems to hold an IIN (12 digits); leave it out, an appeal is known by its number",
};

function refusePersonalData(text: string, context: z.core.$RefinementCtx): void {
  const found = findPersonalData(text);
  if (found) refuseFound(found, context);
}

const refuseFound = (found: PersonalData, context: z.core.$RefinementCtx): void =>
  context.addIssue({
    ...{ code: "custom", params: { rule: "personal-data", data: found }, message: personalDataHints[found] },
  });

/** A name, number or place: text without personal data of citizens. */
export const Label = Text.max(200, "is longer than 200 characters").superRefine(refusePersonalData);

/** A reason or decision: longer text without personal data of citizens. */
export const Prose = Text.max(4000, "is longer than 4000 characters").superRefine(refusePersonalData);

export const BilingualLabel = z.strictObject({ ru: Label, kk: Label });

/** The id of something in the dossier that the command is about. */
export const Reference = Text.max(200, "is longer than 200 characters");

/** The id of something new; given by the caller or the next free one. */
export const NewId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/, "is not an id: 1–40 letters, digits or hyphens");

/** The address of a page; other schemes could run in a reader's browser. */
export const WebAddress = z
  .string()
  .max(2000, "is longer than 2000 characters")
  .regex(/^https?:\/\/[^\s/]+(\/\S*)?$/i, "is not the address of a page, of the form https://…");

/** Refuses personal data in the strings of any JSON value; addresses of pages may hold long numbers. */
export function refuseHiddenPersonalData(value: unknown, context: z.core.$RefinementCtx): void {
  for (const { found } of findPersonalDataIn(value)) refuseFound(found, context);
}

/** The first of `m1`, `m2`, … that is not taken. */
export function nextFree(prefix: string, taken: ReadonlySet<string>): string {
  let count = 1;
  while (taken.has(`${prefix}${count}`)) count++;
  return `${prefix}${count}`;
}

import * as z from "zod";
import { type Day, DayText } from "../calendar/day.ts";
import { ZoneName } from "../calendar/zone.ts";
import { Bilingual, Locale } from "./locale.ts";
import { Text } from "./text.ts";

/** What a contact does in a body: officers and heads of bodies, staff of departments and the ministry, the ministry's apex. */
export const ContactRole = z.enum(["officer", "head", "staff", "apex"]);
export type ContactRole = z.output<typeof ContactRole>;

/** A person or office that letters go to, in office from `from` to `to`, both included. */
export const Contact = z
  .strictObject({
    role: ContactRole,
    name: Text,
    email: z.email("is not an e-mail address"),
    locale: Locale,
    from: DayText.exactOptional(),
    to: DayText.exactOptional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || to >= from, {
    path: ["to"],
    message: "lies before `from`",
  });
export type Contact = z.output<typeof Contact>;

/** The code of a body in the register. */
export const BodyId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/, "is not a body's id: 1–40 letters, digits or hyphens");

/** One unit of the register: a territorial police body, or the ministry at the root. */
export const Body = z
  .strictObject({
    id: BodyId,
    parent: BodyId.nullable(),
    kind: z.enum(["ministry", "department", "city", "district", "city-district"]),
    name: Bilingual,
    zone: ZoneName,
    activeFrom: DayText,
    activeTo: DayText.exactOptional(),
    contacts: z.array(Contact),
  })
  .refine(({ activeFrom, activeTo }) => activeTo === undefined || activeTo >= activeFrom, {
    path: ["activeTo"],
    message: "lies before `activeFrom`",
  });
export type Body = z.output<typeof Body>;
export type BodyText = z.input<typeof Body>;

/** Whether a body still exists on a day; from the day after `activeTo` its contacts are out of office. */
export const isActive = (body: Body, today: Day): boolean => body.activeTo === undefined || today <= body.activeTo;

import fc from "fast-check";
import type { BodyText } from "../../../core/register/body.ts";
import { type ContactText, departmentText, ministryText } from "./facts.ts";

/** Few addresses, so that people hold several roles in several bodies, in any case of letters. */
const address = (body: string): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom("officer", "head", "deputy").map((who) => `${who}@${body.toLowerCase()}.example`),
    },
    { weight: 1, arbitrary: fc.constantFrom("shared@police.example", "Shared@Police.example", "head@dp-1.example") },
  );

const contactOf = (body: string): fc.Arbitrary<ContactText> =>
  fc
    .record({
      role: fc.constantFrom("officer", "officer", "head", "head", "staff"),
      email: address(body),
      office: fc.constantFrom<Pick<ContactText, "from" | "to">>(
        {},
        {},
        {},
        { to: "2027-03-12" },
        { from: "2027-03-13" },
        { from: "2027-02-01", to: "2027-04-30" },
      ),
    })
    .map(({ role, email, office }) => ({ role, email, name: role, locale: "ru", ...office }));

const bodyOf = (id: string, parent: string, kind: BodyText["kind"]): fc.Arbitrary<BodyText> =>
  fc
    .record({
      contacts: fc.array(contactOf(id), { maxLength: 4 }),
      zone: fc.constantFrom("Asia/Almaty", "Asia/Aqtobe"),
      activeFrom: fc.constantFrom("2000-01-01", "2000-01-01", "2000-01-01", "2027-01-01"),
      activeTo: fc.constantFrom(null, null, null, "2027-03-15"),
    })
    .map(({ activeTo, ...rest }) => ({ ...departmentText, id, parent, kind, ...rest, ...(activeTo && { activeTo }) }));

const ministryOf = (): fc.Arbitrary<BodyText> =>
  fc.constantFrom(
    ministryText,
    { ...ministryText, contacts: ministryText.contacts.slice(0, 1) },
    { ...ministryText, contacts: ministryText.contacts.slice(1) },
  );

/** The ministry, two departments and three bodies below them, one of them two levels down. */
export const registerOf = (): fc.Arbitrary<BodyText[]> =>
  fc.tuple(
    ministryOf(),
    bodyOf("DP-1", "MIA", "department"),
    bodyOf("PB-1", "DP-1", "city"),
    bodyOf("PB-2", "PB-1", "city-district"),
    bodyOf("DP-2", "MIA", "department"),
    bodyOf("PB-3", "DP-2", "district"),
  );

import type { Day } from "../calendar/day.ts";
import type { EscalationRole } from "../order608/role.ts";
import { type Body, type Contact, type ContactRole, isActive } from "../register/body.ts";
import { normaliseEmail, type Register } from "../register/register.ts";

/** One address that a role has led to, and for which other role it stands in, if any. */
export interface Recipient {
  /** Lower-cased. */
  readonly email: string;
  readonly role: EscalationRole;
  readonly insteadOf: EscalationRole | null;
}

/** Whether an address is out of use, as a hard bounce makes it. */
export type OutOfUse = (email: string) => boolean;

const NEXT: Readonly<Record<EscalationRole, EscalationRole>> = {
  officer: "head",
  head: "superior",
  superior: "ministry",
  ministry: "apex",
  apex: "ministry",
};

/** Contacts of a role, or all, in office on a day, both ends included; those of a body that has ended are out of office. */
export function contactsInOffice(body: Body, today: Day, role?: ContactRole): readonly Contact[] {
  if (!isActive(body, today)) return [];
  return body.contacts.filter(
    (contact) =>
      (role === undefined || contact.role === role) &&
      (contact.from === undefined || contact.from <= today) &&
      (contact.to === undefined || contact.to >= today),
  );
}

function contactsOf(role: EscalationRole, body: Body, register: Register, today: Day): readonly Contact[] {
  const { ministry } = register;
  switch (role) {
    case "officer":
    case "head":
      return contactsInOffice(body, today, role);
    case "superior": {
      const above = body.parent === ministry.id ? [ministry] : register.ancestorsOf(body);
      return above.flatMap((superior) => [
        ...contactsInOffice(superior, today, "head"),
        ...contactsInOffice(superior, today, "staff"),
      ]);
    }
    case "ministry":
      return contactsInOffice(ministry, today, "staff");
    case "apex":
      return contactsInOffice(ministry, today, "apex");
  }
}

/**
 * The addresses a role leads to on a day. A role with no address in office, or only addresses out of use, falls to the
 * next of officer → head → superior → ministry → apex (apex → ministry); empty when nobody is left (SPEC 5).
 */
export function resolveRole(
  role: EscalationRole,
  body: Body,
  register: Register,
  today: Day,
  isOutOfUse: OutOfUse,
): readonly Recipient[] {
  const tried = new Set<EscalationRole>();
  for (let at = role; !tried.has(at); at = NEXT[at]) {
    tried.add(at);
    const emails = new Set(contactsOf(at, body, register, today).map(({ email }) => normaliseEmail(email)));
    const usable = [...emails].filter((email) => !isOutOfUse(email));
    if (usable.length > 0) return usable.map((email) => ({ email, role: at, insteadOf: at === role ? null : role }));
  }
  return [];
}

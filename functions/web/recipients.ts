import type { Identifiers } from "../../core/ports.ts";
import type { Contact } from "../../core/register/body.ts";
import type { Register } from "../../core/register/register.ts";

/** Finds who a letter went to by the key under which the ledger has them; undefined for who is a contact no more. */
export function recipientFinder(
  register: Register,
  { recipientKey }: Identifiers,
): (key: string) => Contact | undefined {
  const known = new Map<string, Contact>();
  for (const contact of register.bodies.flatMap(({ contacts }) => contacts)) {
    const key = recipientKey(contact.email);
    if (!known.has(key)) known.set(key, contact);
  }
  return (key) => known.get(key);
}

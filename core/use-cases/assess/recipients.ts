import { rememberLast } from "../../order608/remember-last.ts";
import type { Identifiers } from "../../ports.ts";
import type { Contact } from "../../register/body.ts";
import type { Register } from "../../register/register.ts";

/** A contact with the first body of the register that names the address. */
export interface KnownRecipient extends Contact {
  readonly body: string;
}

type ByKey = ReadonlyMap<string, KnownRecipient>;

/** Hundreds of hashes are behind a register's contacts by their keys. */
const rememberContacts = rememberLast<Register, ByKey>();

/** Finds who a letter went to by the key under which the ledger has them; undefined for who is a contact no more. */
export function recipientFinder(
  register: Register,
  { recipientKey }: Pick<Identifiers, "recipientKey">,
): (key: string) => KnownRecipient | undefined {
  const byKey = rememberContacts(register, [recipientKey], () => contactsByKey(register, recipientKey));
  return (key) => byKey.get(key);
}

function contactsByKey(register: Register, recipientKey: Identifiers["recipientKey"]): ByKey {
  const known = new Map<string, KnownRecipient>();
  for (const { id, contacts } of register.bodies) {
    for (const contact of contacts) {
      const key = recipientKey(contact.email);
      if (!known.has(key)) known.set(key, { ...contact, body: id });
    }
  }
  return known;
}

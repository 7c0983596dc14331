import type { Identifiers } from "./ports.ts";
import type { Contact } from "./register/body.ts";
import type { Register } from "./register/register.ts";

/** A contact with the first body of the register that names the address. */
export interface KnownRecipient extends Contact {
  readonly body: string;
}

type ByKey = ReadonlyMap<string, KnownRecipient>;

/** The contacts of each register by their keys, as long as somebody has the register: hundreds of hashes. */
const found = new WeakMap<Register, { readonly recipientKey: Identifiers["recipientKey"]; readonly byKey: ByKey }>();

/** Finds who a letter went to by the key under which the ledger has them; undefined for who is a contact no more. */
export function recipientFinder(
  register: Register,
  { recipientKey }: Pick<Identifiers, "recipientKey">,
): (key: string) => KnownRecipient | undefined {
  const before = found.get(register);
  const byKey = before?.recipientKey === recipientKey ? before.byKey : contactsByKey(register, recipientKey);
  found.set(register, { recipientKey, byKey });
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

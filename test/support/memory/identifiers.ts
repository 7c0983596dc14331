import type { Identifiers } from "../../../core/ports.ts";

/** Tokens that count up, and recipient keys that a person can read. */
export function memoryIdentifiers(): Identifiers {
  let last = 0;
  return { token: () => `token-${++last}`, recipientKey: (email) => email.toLowerCase() };
}

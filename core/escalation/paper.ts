import type { Day } from "../calendar/day.ts";
import { type Body, isActive } from "../register/body.ts";
import { normaliseEmail, type Register } from "../register/register.ts";
import { contactsInOffice, type OutOfUse, resolveRole } from "./recipients.ts";

/** A body that no letter reaches by e-mail: it is written to on paper. */
export interface PaperAddressee {
  readonly body: Body;
  /** The register names nobody in office, or only addresses that are out of use. */
  readonly reason: "nobody-in-office" | "out-of-use";
  /** The addresses above that its letters go to instead; none when nobody at all is told. */
  readonly insteadTo: readonly string[];
}

/** The bodies of a register that no address of their own officer or head reaches on a day, in register order. */
export function paperAddressees(register: Register, today: Day, isOutOfUse: OutOfUse): readonly PaperAddressee[] {
  return register.bodies
    .filter((body) => body !== register.ministry && isActive(body, today))
    .flatMap((body): PaperAddressee[] => {
      const own = [...contactsInOffice(body, today, "officer"), ...contactsInOffice(body, today, "head")];
      const emails = own.map(({ email }) => normaliseEmail(email));
      if (emails.some((email) => !isOutOfUse(email))) return [];
      const insteadTo = resolveRole("head", body, register, today, isOutOfUse).map(({ email }) => email);
      return [{ body, reason: emails.length === 0 ? "nobody-in-office" : "out-of-use", insteadTo }];
    });
}

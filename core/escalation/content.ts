import { type Day, plusDays } from "../calendar/day.ts";
import type { EscalationRole } from "../order608/role.ts";
import type { Locale } from "../register/locale.ts";
import { normaliseEmail, type Register } from "../register/register.ts";
import type { Known } from "./closings.ts";
import type { ClosedItem, LetterContent, Reason, Slot } from "./letter.ts";
import { paperAddressees } from "./paper.ts";
import { letterItemOf, type PlannedItem } from "./plan.ts";
import { contactsInOffice, type OutOfUse } from "./recipients.ts";

/** What a letter must know beside its items. */
export interface ContentTerms {
  readonly register: Register;
  readonly isOutOfUse: OutOfUse;
  readonly isRecordedLate?: Known["isRecordedLate"];
  /** Whether an earlier slot could have carried an item to an address; that its stage had come when absent. */
  readonly couldComeBefore?: (email: string, item: PlannedItem) => boolean;
  readonly rules?: LetterContent["rules"];
}

/** Everything a letter to one address says; whoever is a contact in both official languages gets both. */
export function contentOf(
  email: string,
  items: readonly PlannedItem[],
  closed: readonly ClosedItem[],
  slot: Slot,
  { register, isOutOfUse, isRecordedLate, couldComeBefore, rules }: ContentTerms,
): LetterContent {
  const finding = items[0]?.candidate.finding;
  // A sweep that runs after midnight evaluates today, not its slot's day.
  const today = finding ? plusDays(finding.due, -finding.daysLeft) : slot.day;
  const paper = isStaff(email, register, today) ? paperAddressees(register, today, isOutOfUse) : [];
  return {
    recipient: recipientOf(email, register, today),
    slot,
    today,
    items: items.map((item) => ({
      ...letterItemOf(item, isRecordedLate?.(item.candidate.finding)),
      late: item.decision.late && (couldComeBefore?.(email, item) ?? true),
    })),
    closed,
    reasons: reasonsFor(items),
    ...(rules && { rules }),
    ...(paper.length > 0 && { paper: paper.map(({ body }) => body.name) }),
  };
}

/** The ministry's staff see to it that somebody writes on paper. */
const isStaff = (email: string, register: Register, today: Day): boolean =>
  contactsInOffice(register.ministry, today, "staff").some((contact) => normaliseEmail(contact.email) === email);

/** Who has an address on a day, and the languages that they are written to in. */
export function recipientOf(email: string, register: Register, today: Day): LetterContent["recipient"] {
  const contacts = register
    .bodiesOfAddress(email)
    .flatMap((body) => contactsInOffice(body, today))
    .filter((contact) => normaliseEmail(contact.email) === email);
  const locales = [...new Set(contacts.map(({ locale }) => locale))].sort((a, b) => ORDER[a] - ORDER[b]);
  return { email, name: contacts[0]?.name ?? email, locales };
}

const ORDER: Readonly<Record<Locale, number>> = { kk: 0, ru: 1, en: 2 };

/** The roles in which the recipient gets these items, each body and role once. */
function reasonsFor(items: readonly PlannedItem[]): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { candidate, decision } of items) {
    const role: EscalationRole = decision.stage.recipient.role;
    const { id, name } = candidate.body;
    reasons.set(`${role} ${id}`, { role, body: id, bodyName: name });
  }
  return [...reasons.values()];
}

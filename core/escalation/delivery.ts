import type { Instant } from "../calendar/zone.ts";
import type { Delivery, LetterEntry, LetterState } from "./ledger.ts";

/** What the mail service can say of a letter that it has taken. */
export const MAIL_EVENT_KINDS = [
  /** It was taken and will be delivered. */
  "send",
  /** The recipient's server does not take it yet; the service goes on trying. */
  "delay",
  /** The recipient's server has taken it. */
  "delivery",
  /** It did not arrive this time: a full mailbox, an absence note, a server that was down for days. */
  "soft-bounce",
  /** The address is none. */
  "hard-bounce",
  /** The recipient has marked it as unwanted: it has arrived. */
  "complaint",
  /** The service has taken it and then refused to deliver it, such as for a virus. */
  "reject",
] as const;
export type MailEventKind = (typeof MAIL_EVENT_KINDS)[number];

/** One thing that the mail service has said of a letter; kept with it, so that "what became of it" has an answer. */
export interface DeliveryEvent {
  readonly kind: MailEventKind;
  readonly at: Instant;
  /** The mail service's id of the sending: a letter that was sent twice has two. */
  readonly messageId: string;
  /** The service's own word for why, such as `Permanent/NoEmail`; never an address or a text. */
  readonly detail: string | null;
}

/** Which state an event leads to. */
export const LEADS_TO: Readonly<Record<MailEventKind, LetterState>> = {
  send: "sent",
  delay: "sent",
  // It counts as told: the address is good, and the next stage is written to it again.
  "soft-bounce": "sent",
  reject: "failed",
  delivery: "delivered",
  complaint: "complained",
  "hard-bounce": "bounced",
};

/**
 * What is proven beyond `sent`, from what says least to what says most; the most stands, so the order of events does not
 * matter. Bounced comes last, since telling somebody else once too often is better than telling nobody.
 */
const PROVEN: readonly LetterState[] = ["failed", "delivered", "complained", "bounced"];

/** Two events that say the same of the same sending are one; the service repeats itself. */
const nameOf = ({ kind, messageId, detail }: DeliveryEvent): string => [kind, messageId, detail].join(" ");

/** By time, then by name, which no two of a letter share. */
const compareEvents = (a: DeliveryEvent, b: DeliveryEvent): number => a.at - b.at || (nameOf(a) < nameOf(b) ? -1 : 1);

/** The events with one more, by time; the earliest of those that say the same stays. */
export function withEvent(events: readonly DeliveryEvent[], event: DeliveryEvent): readonly DeliveryEvent[] {
  const known = events.find((other) => nameOf(other) === nameOf(event));
  if (known && known.at <= event.at) return events;
  return [...events.filter((other) => other !== known), event].sort(compareEvents);
}

/**
 * The state that an event leads to from a state. What the mail service says is proof and stands over what its sender
 * believed: a letter that is delivered is not queued, being sent, unknown or dropped any more. A sender's `failed`, of a
 * second attempt, says nothing of the first; only an event of refusal makes it proof.
 */
export function stateAfter(state: LetterState, kind: MailEventKind, before: readonly DeliveryEvent[]): LetterState {
  const isProof = state !== "failed" || before.some((event) => event.kind === "reject");
  const says = Math.max(isProof ? PROVEN.indexOf(state) : -1, PROVEN.indexOf(LEADS_TO[kind]));
  return PROVEN[says] ?? LEADS_TO[kind];
}

/** The step that an event makes a letter take; null when the event says nothing new. */
export function deliveryAfter(entry: LetterEntry, event: DeliveryEvent): Delivery | null {
  const before = entry.events ?? [];
  const events = withEvent(before, event);
  if (events === before) return null;
  const state = stateAfter(entry.state, event.kind, before);
  const decisive = events.find(({ kind }) => LEADS_TO[kind] === state);
  return {
    state,
    attempts: entry.attempts,
    lease: null,
    unknownSince: null,
    messageId: decisive?.messageId ?? entry.messageId,
    reason: decisive ? decisive.detail : entry.reason,
    events,
  };
}

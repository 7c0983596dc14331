import { type LetterId, letterPath } from "../../../core/escalation/ledger.ts";
import type { Mail, MailService, SendOutcome } from "../../../core/ports.ts";

/** What the mail service does with the next letters. */
export type Behaviour =
  | "accept"
  | "refuse"
  | "throttle"
  | "refuse-account"
  /** No answer, and the letter was accepted. */
  | "lose-answer"
  /** No answer, and the letter was not accepted. */
  | "lose-request";

/** One letter that the mail service took. */
export interface Accepted {
  readonly mail: Mail;
  readonly letter: string;
  readonly messageId: string;
}

export interface MemoryMailService extends MailService {
  readonly accepted: readonly Accepted[];
  /** How it behaves from now on to letters for an address, or to all. */
  behave(behaviour: Behaviour, recipient?: string): void;
  /** One sending that behaves in its own way. */
  sendAs(behaviour: Behaviour, mail: Mail, id: LetterId): SendOutcome;
}

/** `say`: what the service tells of a letter that it has taken, as its events do. */
export function memoryMailService(say: (id: LetterId, messageId: string) => void = () => {}): MemoryMailService {
  const accepted: Accepted[] = [];
  const behaviours = new Map<string, Behaviour>();
  const accept = (mail: Mail, id: LetterId): string => {
    const messageId = `message-${accepted.length + 1}`;
    accepted.push({ mail, letter: letterPath(id), messageId });
    say(id, messageId);
    return messageId;
  };
  const sendAs = (behaviour: Behaviour, mail: Mail, id: LetterId): SendOutcome => {
    switch (behaviour) {
      case "accept":
        return { kind: "accepted", messageId: accept(mail, id) };
      case "refuse":
        return { kind: "refused", reason: "MessageRejected" };
      case "throttle":
        return { kind: "throttled" };
      case "refuse-account":
        return { kind: "account-refused", reason: "AccountSendingPausedException" };
      case "lose-answer":
        accept(mail, id);
        return { kind: "unknown", reason: "TimeoutError" };
      case "lose-request":
        return { kind: "unknown", reason: "TimeoutError" };
    }
  };
  return {
    accepted,
    sendAs,
    behave: (behaviour, recipient = "*") => void behaviours.set(recipient, behaviour),
    send: async (mail, id) => sendAs(behaviours.get(mail.recipient) ?? behaviours.get("*") ?? "accept", mail, id),
  };
}

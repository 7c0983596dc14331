import type { Delivery } from "./delivery.ts";
import type { Fault } from "./faults.ts";

/** Hands on one event as SES writes it. */
export type Publish = (event: Readonly<Record<string, unknown>>) => Promise<void>;

/** What SES says of a letter that it has taken: that it has, and what became of it. `silent` says nothing at all. */
export function eventsOf(delivery: Delivery, fault: Fault["fault"] | undefined): Readonly<Record<string, unknown>>[] {
  if (fault === "silent") return [];
  const mail = mailOf(delivery);
  return [
    { eventType: "Send", mail, send: {} },
    { ...outcomeOf(delivery, fault), mail },
  ];
}

function mailOf({ acceptedAt, messageId, envelope }: Delivery) {
  const { source, recipients, configurationSet, tags } = envelope;
  const own = tags.map(({ name, value }) => [name, [value]] as const);
  return {
    ...{ timestamp: acceptedAt, messageId, source: source ?? "", destination: recipients, headersTruncated: false },
    tags: { "ses:configuration-set": [configurationSet], ...Object.fromEntries(own) },
  };
}

function outcomeOf({ acceptedAt: timestamp, envelope }: Delivery, fault: Fault["fault"] | undefined) {
  const recipients = envelope.recipients.map((emailAddress) => ({ emailAddress }));
  const feedbackId = "embedded";
  switch (fault) {
    case "bounce":
    case "soft-bounce": {
      const kind =
        fault === "bounce"
          ? { bounceType: "Permanent", bounceSubType: "NoEmail" }
          : { bounceType: "Transient", bounceSubType: "MailboxFull" };
      return { eventType: "Bounce", bounce: { ...kind, bouncedRecipients: recipients, timestamp, feedbackId } };
    }
    case "complaint": {
      const complaint = { complainedRecipients: recipients, timestamp, feedbackId, complaintFeedbackType: "abuse" };
      return { eventType: "Complaint", complaint };
    }
    case "virus":
      return { eventType: "Reject", reject: { reason: "Bad content" } };
    default: {
      const delivery = { timestamp, processingTimeMillis: 1, recipients: envelope.recipients, smtpResponse: "250 ok" };
      return { eventType: "Delivery", delivery };
    }
  }
}

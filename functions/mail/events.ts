import * as z from "zod";
import { type Instant, instant } from "../../core/calendar/zone.ts";
import type { MailEventKind } from "../../core/escalation/delivery.ts";
import type { MailEvent } from "../../core/use-cases/letters/settle.ts";

/**
 * SES's events as SNS puts them into the queue. Objects are loose: AWS adds fields without notice, and an event that is
 * refused for a new one would be lost. What we read of them is checked as strictly as anything.
 */
const Moment = z.iso.datetime({ offset: true }).transform((text) => instant(Date.parse(text)));

/** The tags that the sender gives every letter; SES lists each name's values. */
const Tags = z.object({
  scope: z.tuple([z.string().regex(/^[A-Za-z0-9_-]+$/)]),
  year: z.tuple([z.string().regex(/^\d{4}$/)]),
  recipient: z.tuple([z.string().regex(/^[A-Za-z0-9_-]+$/)]),
  n: z.tuple([z.string().regex(/^\d{1,6}$/)]),
});

const Mail = z.object({
  messageId: z.string().min(1),
  timestamp: Moment,
  tags: z.record(z.string(), z.unknown()).optional(),
});

const At = { timestamp: Moment };
const Word = z.string().max(100);

/** One variant for each type of event that says what became of a letter. */
const SesEvent = z.discriminatedUnion("eventType", [
  z.object({ eventType: z.literal("Send"), mail: Mail }),
  z.object({ eventType: z.literal("Delivery"), mail: Mail, delivery: z.object(At) }),
  z.object({
    eventType: z.literal("Bounce"),
    mail: Mail,
    bounce: z.object({ ...At, bounceType: z.enum(["Permanent", "Transient", "Undetermined"]), bounceSubType: Word }),
  }),
  z.object({
    eventType: z.literal("Complaint"),
    mail: Mail,
    complaint: z.object({ ...At, complaintFeedbackType: Word.nullish(), complaintSubType: Word.nullish() }),
  }),
  z.object({ eventType: z.literal("Reject"), mail: Mail, reject: z.object({ reason: Word.nullish() }) }),
  z.object({
    eventType: z.literal("DeliveryDelay"),
    mail: Mail,
    deliveryDelay: z.object({ ...At, delayType: Word.nullish() }),
  }),
  z.object({ eventType: z.enum(["Rendering Failure", "RenderingFailure"]), mail: Mail }),
]);
type SesEvent = z.output<typeof SesEvent>;

/** Types of event that say nothing of a letter's delivery. */
const Unfollowed = z.object({ eventType: z.enum(["Open", "Click", "Subscription"]) });

/** What a message of the events queue comes to: an event of a letter, or why there is none. */
export type EventMessage =
  | { readonly kind: "event"; readonly event: MailEvent }
  | { readonly kind: "ignored"; readonly reason: "not-followed" | "not-ours" | "greeting" };

/** SES says this, as plain text, when a topic is connected. */
const GREETING = /^Successfully validated SNS topic/;

/** A message of the events queue: SNS's envelope around SES's JSON. Anything else fails, and ends in the dead-letter queue. */
export const EventMessage = z
  .object({ Type: z.literal("Notification"), Message: z.string().max(262_144) })
  .transform(({ Message }, context): EventMessage => {
    if (GREETING.test(Message)) return { kind: "ignored", reason: "greeting" };
    const json = parseJson(Message);
    if (Unfollowed.safeParse(json).success) return { kind: "ignored", reason: "not-followed" };
    const parsed = SesEvent.safeParse(json);
    if (parsed.success) return messageOf(parsed.data, context);
    for (const { path, message } of parsed.error.issues) {
      context.addIssue({ code: "custom", path: ["Message", ...path], message });
    }
    return z.NEVER;
  });

/** Undefined for what is no JSON: the parser's own error would quote it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageOf(event: SesEvent, context: z.RefinementCtx): EventMessage {
  const { tags = {}, messageId } = event.mail;
  // Somebody else's letter through the same configuration set.
  if (!("recipient" in tags || "scope" in tags)) return { kind: "ignored", reason: "not-ours" };
  const ours = Tags.safeParse(tags);
  if (!ours.success) {
    context.addIssue({ code: "custom", path: ["Message", "mail", "tags"], message: "name no letter" });
    return z.NEVER;
  }
  const { scope, year, recipient, n } = ours.data;
  const letter = { scope: scope[0], year: Number(year[0]), recipientKey: recipient[0], n: Number(n[0]) };
  return { kind: "event", event: { letter, event: { ...saidBy(event), messageId } } };
}

/** What SES says, in our words; without a time of its own an event has that of the sending. */
function saidBy(event: SesEvent): { kind: MailEventKind; at: Instant; detail: string | null } {
  const { timestamp } = event.mail;
  switch (event.eventType) {
    case "Send":
      return { kind: "send", at: timestamp, detail: null };
    case "Delivery":
      return { kind: "delivery", at: event.delivery.timestamp, detail: null };
    case "Bounce": {
      const { bounceType, bounceSubType, timestamp: at } = event.bounce;
      // Undetermined: the recipient's server did not say why, which is no reason to give an address up.
      const kind = bounceType === "Permanent" ? "hard-bounce" : "soft-bounce";
      return { kind, at, detail: `${bounceType}/${bounceSubType}` };
    }
    case "Complaint": {
      const { complaintFeedbackType, complaintSubType, timestamp: at } = event.complaint;
      return { kind: "complaint", at, detail: complaintFeedbackType ?? complaintSubType ?? null };
    }
    case "Reject":
      return { kind: "reject", at: timestamp, detail: event.reject.reason ?? null };
    case "DeliveryDelay":
      return { kind: "delay", at: event.deliveryDelay.timestamp, detail: event.deliveryDelay.delayType ?? null };
    default:
      return { kind: "reject", at: timestamp, detail: "rendering failure" };
  }
}

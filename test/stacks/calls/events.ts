import type { LetterId } from "../../../core/escalation/ledger.ts";

/** A hard bounce as SES tells it and SNS wraps it. */
export function bounceOf({ scope, year, recipientKey, n }: LetterId): string {
  const timestamp = new Date().toISOString();
  const tags = { scope: [scope], year: [String(year)], recipient: [recipientKey], n: [String(n)] };
  const bounce = { timestamp, bounceType: "Permanent", bounceSubType: "General" };
  const event = { eventType: "Bounce", mail: { messageId: "1", timestamp, tags }, bounce };
  return JSON.stringify({ Type: "Notification", Message: JSON.stringify(event) });
}

import { describe, expect, it } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import { EventMessage } from "../../functions/mail/events.ts";

const mail = {
  ...{ timestamp: "2027-04-01T04:00:00.000Z", source: "esep@mia.example", messageId: "m-1" },
  ...{ sourceArn: "arn:aws:ses:eu-central-1:1:identity/mia.example", sendingAccountId: "1" },
  ...{ destination: ["head@dp-1.example"], headersTruncated: false, headers: [], commonHeaders: {} },
  tags: {
    ...{ "ses:configuration-set": ["letters"], "ses:source-ip": ["192.0.2.0"], "ses:caller-identity": ["dispatch"] },
    ...{ scope: ["DP-1"], year: ["2027"], recipient: ["AbC_-9"], n: ["12"] },
  },
};
const timestamp = "2027-04-01T04:00:05.500Z";
const sent = instant(Date.parse(mail.timestamp));
const at = instant(Date.parse(timestamp));
const recipients = [{ emailAddress: "head@dp-1.example" }];

const envelope = (message: unknown) => ({
  ...{ Type: "Notification", MessageId: "1", TopicArn: "arn:aws:sns:eu-central-1:1:t", Timestamp: timestamp },
  ...{
    SignatureVersion: "1",
    Signature: "x",
    SigningCertURL: "https://sns.example/x.pem",
    UnsubscribeURL: "https://x",
  },
  Message: typeof message === "string" ? message : JSON.stringify(message),
});

const bounce = (bounceType: string, bounceSubType: string) => ({
  eventType: "Bounce",
  mail,
  bounce: { bounceType, bounceSubType, bouncedRecipients: recipients, timestamp, feedbackId: "f", reportingMTA: "x" },
});

const complaint = (more: object) => ({
  eventType: "Complaint",
  mail,
  complaint: { complainedRecipients: recipients, timestamp, feedbackId: "f", userAgent: "x", ...more },
});

describe("an event of the mail service", () => {
  it.each([
    ["Send", { eventType: "Send", mail, send: {} }, "send", sent, null],
    [
      "Delivery",
      { eventType: "Delivery", mail, delivery: { timestamp, smtpResponse: "250 ok" } },
      "delivery",
      at,
      null,
    ],
    ["a bounce for good", bounce("Permanent", "NoEmail"), "hard-bounce", at, "Permanent/NoEmail"],
    [
      "an address that SES itself suppresses",
      bounce("Permanent", "OnAccountSuppressionList"),
      "hard-bounce",
      at,
      "Permanent/OnAccountSuppressionList",
    ],
    ["a full mailbox", bounce("Transient", "MailboxFull"), "soft-bounce", at, "Transient/MailboxFull"],
    [
      "a bounce without a reason",
      bounce("Undetermined", "Undetermined"),
      "soft-bounce",
      at,
      "Undetermined/Undetermined",
    ],
    ["Complaint", complaint({ complaintFeedbackType: "abuse" }), "complaint", at, "abuse"],
    ["a complaint that says nothing", complaint({ complaintSubType: null }), "complaint", at, null],
    ["Reject", { eventType: "Reject", mail, reject: { reason: "Bad content" } }, "reject", sent, "Bad content"],
    [
      "DeliveryDelay",
      {
        eventType: "DeliveryDelay",
        mail,
        deliveryDelay: { timestamp, delayType: "MailboxFull", delayedRecipients: [] },
      },
      "delay",
      at,
      "MailboxFull",
    ],
    [
      "Rendering Failure",
      { eventType: "Rendering Failure", mail, failure: { errorMessage: "x", templateName: "y" } },
      "reject",
      sent,
      "rendering failure",
    ],
  ] as const)("%s names its letter and says what happened", (_, message, kind, when, detail) => {
    expect(EventMessage.parse(envelope(message))).toEqual({
      kind: "event",
      event: {
        letter: { scope: "DP-1", year: 2027, recipientKey: "AbC_-9", n: 12 },
        event: { kind, at: when, messageId: "m-1", detail },
      },
    });
  });

  it.each([
    ["SES's greeting", "Successfully validated SNS topic for Amazon SES event publishing.", "greeting"],
    ["an opened letter", { eventType: "Open", mail, open: {} }, "not-followed"],
    ["a followed link", { eventType: "Click", mail, click: {} }, "not-followed"],
    [
      "somebody else's letter",
      { eventType: "Send", mail: { ...mail, tags: { "ses:configuration-set": ["letters"] } }, send: {} },
      "not-ours",
    ],
    ["a letter without tags", { eventType: "Send", mail: { ...mail, tags: undefined }, send: {} }, "not-ours"],
  ])("%s is nothing to settle", (_, message, reason) => {
    expect(EventMessage.parse(envelope(message))).toEqual({ kind: "ignored", reason });
  });

  const { n: _n, ...tagsWithoutNumber } = mail.tags;
  it.each([
    ["no JSON", "{ no JSON of head@dp-1.example"],
    ["no event", { hello: "world" }],
    ["an event of an unknown type", { eventType: "Teleport", mail }],
    ["an event without a letter", { eventType: "Send" }],
    ["a bounce without its type", { eventType: "Bounce", mail, bounce: { timestamp } }],
    ["a bounce of an unknown type", bounce("Perhaps", "NoEmail")],
    ["a delivery without a time", { eventType: "Delivery", mail, delivery: {} }],
    ["a time that is none", { eventType: "Delivery", mail, delivery: { timestamp: "yesterday" } }],
    ["tags that name no letter", { eventType: "Send", mail: { ...mail, tags: tagsWithoutNumber } }],
    ["a number that is none", { eventType: "Send", mail: { ...mail, tags: { ...mail.tags, n: ["x"] } } }],
    ["two scopes", { eventType: "Send", mail: { ...mail, tags: { ...mail.tags, scope: ["DP-1", "DP-2"] } } }],
  ])("%s is refused, and the refusal quotes nothing of it", (_, message) => {
    const { error } = EventMessage.safeParse(envelope(message));
    expect(error).toBeDefined();
    expect(error?.message).not.toContain("example");
  });

  it.each([
    ["a bare event", { eventType: "Send", mail, send: {} }],
    ["a question to subscribe", { ...envelope("x"), Type: "SubscriptionConfirmation" }],
    ["nothing", null],
  ])("%s without SNS's envelope is refused", (_, message) => {
    expect(EventMessage.safeParse(message).success).toBe(false);
  });
});

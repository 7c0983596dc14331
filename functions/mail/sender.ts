import { type SESClient, SESServiceException, SendRawEmailCommand } from "@aws-sdk/client-ses";
import type { LetterId } from "../../core/escalation/ledger.ts";
import type { Mail, MailService, SendOutcome } from "../../core/ports.ts";

/** How letters leave. */
export interface SenderSettings {
  readonly from: string;
  readonly configurationSet: string | undefined;
}

/** This message is refused for good: it would be refused again. */
const REFUSED = new Set(["MessageRejected", "InvalidParameterValue", "MessageTooLarge"]);

/** Too fast, or too much today: the letter is good and waits. */
const THROTTLED = new Set(["Throttling", "ThrottlingException", "TooManyRequestsException"]);

/** The account may not send at all; nothing is wrong with the letter (SPEC 6). */
const ACCOUNT = new Set([
  "AccountSendingPausedException",
  "ConfigurationSetSendingPausedException",
  "ConfigurationSetDoesNotExistException",
  "ConfigurationSetDoesNotExist",
  "MailFromDomainNotVerifiedException",
  "AccessDenied",
  "AccessDeniedException",
  "InvalidClientTokenId",
  "SignatureDoesNotMatch",
  "ExpiredToken",
]);

/**
 * SES through SendRawEmail. The client must not retry by itself (`maxAttempts: 1`): a retry after a lost answer sends a
 * second copy that nobody counts.
 */
export function createSender(client: SESClient, settings: SenderSettings): MailService {
  return {
    send: async (mail, id) => {
      try {
        const { MessageId } = await client.send(commandFor(mail, id, settings));
        return MessageId ? { kind: "accepted", messageId: MessageId } : { kind: "unknown", reason: "no message id" };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

/** One recipient per message; the tags let an event find its letter. */
function commandFor(
  { recipient, mime }: Mail,
  { scope, year, recipientKey, n }: LetterId,
  { from, configurationSet }: SenderSettings,
): SendRawEmailCommand {
  return new SendRawEmailCommand({
    Source: from,
    Destinations: [recipient],
    RawMessage: { Data: mime },
    ...(configurationSet !== undefined && { ConfigurationSetName: configurationSet }),
    Tags: [
      { Name: "scope", Value: scope },
      { Name: "year", Value: String(year) },
      { Name: "recipient", Value: recipientKey },
      { Name: "n", Value: String(n) },
    ],
  });
}

/** What an error of the service means; one without an answer leaves open whether the letter was accepted. */
function outcomeOf(error: unknown): SendOutcome {
  if (!(error instanceof SESServiceException)) {
    return { kind: "unknown", reason: error instanceof Error ? error.name : "no answer" };
  }
  const { name, message } = error;
  if (THROTTLED.has(name)) {
    // The day's quota is the account's, and waiting a minute does not help.
    return /daily/i.test(message) ? { kind: "account-refused", reason: "daily quota" } : { kind: "throttled" };
  }
  if (ACCOUNT.has(name)) return { kind: "account-refused", reason: name };
  // "Email address is not verified" is the sandbox's or the sender's, not the message's.
  if (name === "MessageRejected" && /not verified|sandbox/i.test(message)) {
    return { kind: "account-refused", reason: "not verified" };
  }
  if (REFUSED.has(name)) return { kind: "refused", reason: name };
  return { kind: "unknown", reason: name };
}

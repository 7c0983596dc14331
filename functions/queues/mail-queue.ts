import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import type { LetterId } from "../../core/escalation/ledger.ts";
import type { MailQueue } from "../../core/ports.ts";
import { sendAll } from "./send-all.ts";

/** A message of the mail queue: only the letter's id. */
export const MailMessage = z.strictObject({
  scope: z.string(),
  year: z.int(),
  recipientKey: z.string(),
  n: z.int().nonnegative(),
});

/** SQS can hold a message back for at most 15 minutes. */
const LONGEST_DELAY = 900;

/** The queue of letters to be sent. */
export function createMailQueue(client: SQSClient, url: string): MailQueue {
  return {
    send: (ids, delaySeconds = 0) =>
      sendAll(ids, (batch) =>
        client.send(
          new SendMessageBatchCommand({
            QueueUrl: url,
            Entries: batch.map((id, index) => ({
              Id: String(index),
              MessageBody: bodyOf(id),
              DelaySeconds: Math.min(Math.ceil(delaySeconds), LONGEST_DELAY),
            })),
          }),
        ),
      ),
  };
}

const bodyOf = ({ scope, year, recipientKey, n }: LetterId): string => JSON.stringify({ scope, year, recipientKey, n });

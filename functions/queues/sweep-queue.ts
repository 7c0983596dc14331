import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { DayText } from "../../core/calendar/day.ts";
import { TimeText } from "../../core/calendar/time.ts";
import type { SweepQueue } from "../../core/ports.ts";
import { BodyId } from "../../core/register/body.ts";
import { sendAll } from "./send-all.ts";

/** A message of the sweep queue. The slot only says why it was sent: a sweep takes the latest slot that has come. */
export const SweepMessage = z.strictObject({
  scope: BodyId,
  slot: z.strictObject({ day: DayText, time: TimeText }),
});
export type SweepMessage = z.output<typeof SweepMessage>;

/**
 * The queue of sweeps. FIFO with the scope as group: one scope is not swept twice at once. The same scope and slot are
 * taken once within five minutes, which saves work; correctness does not rest on either.
 */
export function createSweepQueue(client: SQSClient, url: string): SweepQueue {
  return {
    send: (work, request) =>
      sendAll(work, (batch) =>
        client.send(
          new SendMessageBatchCommand({
            QueueUrl: url,
            Entries: batch.map((message, index) => ({
              Id: String(index),
              MessageBody: JSON.stringify(z.encode(SweepMessage, message)),
              MessageGroupId: message.scope,
              MessageDeduplicationId: deduplicationId(message, request),
            })),
          }),
        ),
      ),
  };
}

/** Letters, digits and punctuation that SQS allows: `DP-10_2027-03-19_09.00`, or with the request that asked for it. */
function deduplicationId(message: SweepMessage, request: string | undefined): string {
  const { scope, slot } = z.encode(SweepMessage, message);
  return request === undefined ? `${scope}_${slot.day}_${slot.time.replace(":", ".")}` : `${scope}_${request}`;
}

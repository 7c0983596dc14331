import { randomUUID } from "node:crypto";
import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";

/** SQS asks some of its servers when it may not wait, and all of them when it may: only then is an empty answer an empty queue. */
const WAIT_SECONDS = 1;

/**
 * Moves messages of a dead-letter queue back to the queue that they came from, oldest first, at most `most`; returns how
 * many. A message is sent before it is deleted: a crash in between leaves it in both, which no reader minds.
 */
export async function redrive(client: SQSClient, dead: string, source: string, most: number): Promise<number> {
  let moved = 0;
  while (moved < most) {
    const messages = await receive(client, dead, Math.min(10, most - moved));
    if (messages.length === 0) return moved;
    for (const message of messages) {
      await client.send(new SendMessageCommand({ QueueUrl: source, MessageBody: message.Body, ...fifoOf(message) }));
      await client.send(new DeleteMessageCommand({ QueueUrl: dead, ReceiptHandle: message.ReceiptHandle }));
      moved++;
    }
  }
  return moved;
}

async function receive(client: SQSClient, QueueUrl: string, MaxNumberOfMessages: number): Promise<readonly Message[]> {
  const wanted = { MaxNumberOfMessages, WaitTimeSeconds: WAIT_SECONDS, MessageSystemAttributeNames: ["All" as const] };
  const request = { QueueUrl, ...wanted };
  return (await client.send(new ReceiveMessageCommand(request))).Messages ?? [];
}

/** A FIFO queue keeps the group; the id is new, since the old one may still be taken for a repetition. */
function fifoOf({ Attributes }: Message): {
  readonly MessageGroupId?: string;
  readonly MessageDeduplicationId?: string;
} {
  const group = Attributes?.MessageGroupId;
  return group === undefined ? {} : { MessageGroupId: group, MessageDeduplicationId: randomUUID() };
}

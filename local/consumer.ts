import { setTimeout as sleep } from "node:timers/promises";
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { type Handler, lambdaContext } from "./lambda.ts";

/** What connects one queue to one function, as Lambda's event source mapping does. */
export interface Subscription {
  readonly name: string;
  readonly queueUrl: string;
  readonly timeoutSeconds: number;
  readonly handler: Handler<SQSEvent, SQSBatchResponse>;
}

/** Reads a queue until stopped; messages that the handler reports as failed stay there and come again. */
export function consume(subscription: Subscription): { stop(): Promise<void> } {
  const client = new SQSClient();
  const stopping = new AbortController();
  const running = run(client, subscription, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
      client.destroy();
    },
  };
}

async function run(client: SQSClient, subscription: Subscription, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: subscription.queueUrl,
          MaxNumberOfMessages: 10,
          WaitTimeSeconds: 1,
          MessageSystemAttributeNames: ["All"],
        }),
        { abortSignal: signal },
      );
      if (Messages.length > 0) await handle(client, subscription, Messages);
    } catch (error) {
      if (signal.aborted) return;
      console.error(`The queue of ${subscription.name} could not be read:`, error);
      await sleep(1000);
    }
  }
}

async function handle(client: SQSClient, subscription: Subscription, messages: readonly Message[]): Promise<void> {
  const event: SQSEvent = { Records: messages.map(recordOf) };
  const context = lambdaContext(subscription.name, subscription.timeoutSeconds);
  const { batchItemFailures } = await subscription.handler(event, context);
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const done = messages.filter(({ MessageId }) => !failed.has(MessageId ?? ""));
  if (done.length === 0) return;
  const Entries = done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  await client.send(new DeleteMessageBatchCommand({ QueueUrl: subscription.queueUrl, Entries }));
}

function recordOf({ MessageId = "", ReceiptHandle = "", Body = "", Attributes = {} }: Message): SQSRecord {
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: {
      ApproximateReceiveCount: Attributes.ApproximateReceiveCount ?? "1",
      SentTimestamp: Attributes.SentTimestamp ?? "0",
      SenderId: Attributes.SenderId ?? "local",
      ApproximateFirstReceiveTimestamp: Attributes.ApproximateFirstReceiveTimestamp ?? "0",
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:local:000000000000:local",
    awsRegion: "local",
  };
}

import { randomUUID } from "node:crypto";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Publish } from "./events.ts";

/** Puts events into a queue in the envelope that SNS puts around them. */
export function publishTo(QueueUrl: string): { readonly publish: Publish; close(): void } {
  const client = new SQSClient();
  return {
    publish: async (event) => {
      const envelope = {
        ...{ Type: "Notification", MessageId: randomUUID(), TopicArn: "arn:aws:sns:local:000000000000:mail-events" },
        ...{ Message: JSON.stringify(event), Timestamp: new Date().toISOString(), SignatureVersion: "1" },
      };
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(envelope) }));
    },
    close: () => client.destroy(),
  };
}

import { CreateBucketCommand, ListBucketsCommand, type S3Client } from "@aws-sdk/client-s3";
import { CreateQueueCommand, ListQueuesCommand, SetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { buckets, queues } from "../../stacks/resources.ts";
import { buildFauxqs, type Stores } from "./fauxqs.ts";

type QueueName = keyof typeof queues;

/** The account that fauxqs puts into addresses and ARNs. */
const account = "000000000000";
const queueNames = Object.keys(queues) as QueueName[]; // its own keys
const wireName = (name: QueueName): string => (queues[name].fifo ? `${name}.fifo` : name);

export interface QueuesAndBuckets {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts SQS and S3 on 127.0.0.1: SQLite in `directory`, or in memory without one. Port 0 is any free port. */
export async function startQueues(directory: string | undefined, port: number): Promise<QueuesAndBuckets> {
  const { app, stores, closeStore } = await buildFauxqs(directory);
  try {
    const url = await app.listen({ port, host: "127.0.0.1" });
    moveQueues(stores, url);
    return { url, close: () => app.close().then(closeStore) };
  } catch (error) {
    await app.close();
    closeStore();
    throw error;
  }
}

/** Queues remember the address that they were created under; after a restart the port may be another. */
function moveQueues(stores: Stores, url: string): void {
  for (const queue of stores.sqsStore.allQueues()) Object.assign(queue, { url: `${url}/${account}/${queue.name}` });
}

/** The address of a queue at an endpoint. The SDK sends to the address's host, whatever its endpoint is. */
export const queueUrl = (endpoint: string, name: QueueName): string => `${endpoint}/${account}/${wireName(name)}`;

/** Creates the queues of `stacks/resources.ts` that do not exist yet and gives the others the attributes of today. */
export async function createQueues(client: SQSClient, endpoint: string, region: string): Promise<void> {
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
  for (const name of queueNames) {
    const Attributes = attributesOf(name, region);
    const QueueUrl = queueUrl(endpoint, name);
    if (QueueUrls.includes(QueueUrl)) await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
    else
      await client.send(new CreateQueueCommand({ QueueName: wireName(name), Attributes: withKind(name, Attributes) }));
  }
}

function attributesOf(name: QueueName, region: string): Record<string, string> {
  const queue = queues[name];
  const attributes = { VisibilityTimeout: `${queue.visibility}`, MessageRetentionPeriod: `${queue.retention}` };
  if (!("dead" in queue)) return attributes;
  const deadLetterTargetArn = `arn:aws:sqs:${region}:${account}:${wireName(queue.dead.queue)}`;
  return {
    ...attributes,
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: queue.dead.receives }),
  };
}

/** FIFO or not is decided once, when a queue is created. */
const withKind = (name: QueueName, attributes: Record<string, string>): Record<string, string> =>
  queues[name].fifo ? { ...attributes, FifoQueue: "true" } : attributes;

/** Creates the buckets of `stacks/resources.ts` that do not exist yet. */
export async function createBuckets(client: S3Client): Promise<void> {
  const { Buckets = [] } = await client.send(new ListBucketsCommand({}));
  for (const name of Object.keys(buckets)) {
    if (!Buckets.some((bucket) => bucket.Name === name)) await client.send(new CreateBucketCommand({ Bucket: name }));
  }
}

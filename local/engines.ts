import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { buckets, queues, tables } from "../stacks/resources.ts";
import { requireRoom } from "./engines/damage.ts";
import { lockDirectory } from "./engines/lock.ts";
import { createBuckets, createQueues, queueUrl, startQueues } from "./engines/queues.ts";
import { breakSeal, sealStores } from "./engines/seal.ts";
import { createTables, startDynamoDb } from "./engines/tables.ts";

export interface EnginesOptions {
  /** Where data lives; in memory, gone at the end, when absent. */
  readonly directory?: string;
  /** 0, the default, is any free port. */
  readonly ports?: { readonly dynamodb?: number; readonly queues?: number };
}

/** DynamoDB, SQS and S3 in this process, reachable from this machine only. */
export interface Engines {
  /** The environment variables that a Lambda function would get. */
  readonly environment: Readonly<Record<string, string>>;
  /** Stops listening, then lets the directory go. */
  close(): Promise<void>;
}

const region = "eu-central-1";
const credentials = { accessKeyId: "local", secretAccessKey: "local" };

/**
 * Starts the embedded engines and creates the tables, queues and buckets of `stacks/resources.ts` that are missing.
 * @throws StoreInUse when another process has the directory; DamagedStore and FullDisk; the system's
 * EADDRINUSE for a busy port
 */
export async function startEngines({ directory, ports = {} }: EnginesOptions = {}): Promise<Engines> {
  const opened: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const undo of opened.splice(0).reverse()) await undo();
  };
  try {
    if (directory !== undefined) {
      opened.push(lockDirectory(directory));
      requireRoom(directory);
      breakSeal(directory);
      opened.push(() => sealStores(directory));
    }
    const dynamodb = await startDynamoDb(directory && join(directory, "dynamodb"), ports.dynamodb ?? 0);
    opened.push(dynamodb.close);
    const queuesAndBuckets = await startQueues(directory && join(directory, "queues"), ports.queues ?? 0);
    opened.push(queuesAndBuckets.close);
    await createAll(dynamodb.url, queuesAndBuckets.url);
    return { environment: environmentOf(dynamodb.url, queuesAndBuckets.url), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function createAll(dynamodb: string, queuesAndBuckets: string): Promise<void> {
  const tableClient = new DynamoDBClient({ region, credentials, endpoint: dynamodb });
  const queueClient = new SQSClient({ region, credentials, endpoint: queuesAndBuckets });
  const bucketClient = new S3Client({ region, credentials, endpoint: queuesAndBuckets });
  try {
    await Promise.all([
      createTables(tableClient),
      createQueues(queueClient, queuesAndBuckets, region),
      createBuckets(bucketClient),
    ]);
  } finally {
    for (const client of [tableClient, queueClient, bucketClient]) client.destroy();
  }
}

function environmentOf(dynamodb: string, queuesAndBuckets: string): Record<string, string> {
  return {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_SQS: queuesAndBuckets,
    AWS_ENDPOINT_URL_S3: queuesAndBuckets,
    ...Object.fromEntries(Object.entries(tables).map(([name, { variable }]) => [variable, name])),
    ...Object.fromEntries(Object.entries(buckets).map(([name, { variable }]) => [variable, name])),
    [queues.sweeps.variable]: queueUrl(queuesAndBuckets, "sweeps"),
    [queues.mail.variable]: queueUrl(queuesAndBuckets, "mail"),
    [queues.reports.variable]: queueUrl(queuesAndBuckets, "reports"),
  };
}

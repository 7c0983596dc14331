import { setTimeout as sleep } from "node:timers/promises";
import { BatchWriteCommand, type BatchWriteCommandInput, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

type Requests = NonNullable<BatchWriteCommandInput["RequestItems"]>[string];

/** DynamoDB takes 25 writes at once. */
const BATCH = 25;
const ATTEMPTS = 10;

/** Writes in batches, again what DynamoDB had no room for; not atomic. */
export async function writeAll(client: DynamoDBDocumentClient, table: string, requests: Requests): Promise<void> {
  for (let at = 0; at < requests.length; at += BATCH) await writeBatch(client, table, requests.slice(at, at + BATCH));
}

async function writeBatch(client: DynamoDBDocumentClient, table: string, batch: Requests): Promise<void> {
  let waiting = batch;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep(50 * 2 ** attempt);
    const output = await client.send(new BatchWriteCommand({ RequestItems: { [table]: waiting } }));
    waiting = output.UnprocessedItems?.[table] ?? [];
    if (waiting.length === 0) return;
  }
  throw new Error(`The table ${table} keeps refusing writes.`);
}

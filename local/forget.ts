import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PurgeQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { BatchWriteCommand, DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { tables } from "../stacks/resources.ts";
import type { LocalSystem } from "./system.ts";

type Row = Readonly<Record<string, unknown>>;

/** What is forgotten of each table: reports that somebody has asked for stay, and so does the audit of all else. */
const forgotten = {
  Letters: () => true,
  Sweeps: ({ slot }: Row) => !String(slot).startsWith("#reports#"),
  /** What was decided about the letters: its chains begin anew with them. */
  Audit: ({ record }: Row) => /^(letter|address|brake):/.test(String(record)),
} satisfies Partial<Record<keyof typeof tables, (row: Row) => boolean>>;

/** Forgets all letters with what became of them and what was decided about them, and all sweeps. Facts stay. */
export async function forgetLetters({ wiring, mailbox }: Pick<LocalSystem, "wiring" | "mailbox">): Promise<void> {
  const queues = new SQSClient();
  const database = DynamoDBDocumentClient.from(new DynamoDBClient());
  try {
    for (const QueueUrl of [wiring.environment.SWEEP_QUEUE_URL, wiring.environment.MAIL_QUEUE_URL]) {
      await queues.send(new PurgeQueueCommand({ QueueUrl }));
    }
    await forget("Letters", database);
    await forget("Sweeps", database);
    await forget("Audit", database);
    await mailbox.clear();
  } finally {
    queues.destroy();
    database.destroy();
  }
}

/** As many as one request may delete. */
const BATCH = 25;

async function forget(TableName: keyof typeof forgotten, database: DynamoDBDocumentClient): Promise<void> {
  const { partitionKey, sortKey } = tables[TableName];
  const keys: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateScan({ client: database }, { TableName })) {
    for (const item of Items.filter(forgotten[TableName]))
      keys.push({ [partitionKey]: item[partitionKey], [sortKey]: item[sortKey] });
  }
  for (let at = 0; at < keys.length; at += BATCH) {
    const requests = keys.slice(at, at + BATCH).map((Key) => ({ DeleteRequest: { Key } }));
    await database.send(new BatchWriteCommand({ RequestItems: { [TableName]: requests } }));
  }
}

import { setTimeout as sleep } from "node:timers/promises";
import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { DeleteMessageCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { createAuditLog } from "../../../functions/dynamodb/audit.ts";
import { createClearings } from "../../../functions/dynamodb/clearings.ts";
import { createDossierStore } from "../../../functions/dynamodb/dossiers.ts";
import { createLedger } from "../../../functions/dynamodb/letters.ts";
import { createOutOfUseStore, OUT_OF_USE } from "../../../functions/dynamodb/out-of-use.ts";
import { createRegisterStore } from "../../../functions/dynamodb/register.ts";
import { createSweepLog } from "../../../functions/dynamodb/sweep-log.ts";
import { createWatchBook } from "../../../functions/dynamodb/watch-book.ts";
import { createMailQueue, MailMessage } from "../../../functions/queues/mail-queue.ts";
import { createMailFiles } from "../../../functions/storage/mail-files.ts";
import { startEngines } from "../../../local/engines.ts";
import type { DamageableDossiers } from "../../delivery/contracts/dossiers.ts";
import type { MailQueueEnds, MailWork } from "../../delivery/contracts/mail-queue.ts";
import type { DamageableOutOfUse } from "../../delivery/contracts/out-of-use.ts";
import { clientsOf, variable } from "../../local/support/engine-clients.ts";
import { clearable } from "./deciding.ts";

/** The real adapters over engines in memory. */
export async function startEmbedded() {
  const engines = await startEngines();
  const { dynamodb, sqs, s3, destroy } = clientsOf(engines);
  const database = DynamoDBDocumentClient.from(dynamodb);
  const table = (name: string): string => variable(engines, name);
  return {
    engines,
    register: createRegisterStore(database, table("REGISTER_TABLE")),
    dossiers: damageable(database, table("DOSSIERS_TABLE")),
    ledger: createLedger(database, table("LETTERS_TABLE")),
    outOfUse: markable(database, table("LETTERS_TABLE"), table("AUDIT_TABLE")),
    log: createSweepLog(database, table("SWEEPS_TABLE")),
    book: createWatchBook(database, table("SWEEPS_TABLE")),
    files: createMailFiles(s3, table("LETTERS_BUCKET")),
    mail: bothEnds(sqs, table("MAIL_QUEUE_URL")),
    close: async () => {
      destroy();
      await engines.close();
    },
  };
}

/** Damages a dossier as a crash or a careless hand might: its text is cut. */
function damageable(database: DynamoDBDocumentClient, table: string): DamageableDossiers {
  return {
    ...createDossierStore(database, table),
    damage: async (scope, body, campaign) => {
      await database.send(
        new UpdateItemCommand({
          TableName: table,
          Key: { partition: { S: `${scope}#${campaign}` }, body: { S: body } },
          UpdateExpression: "SET #data = :data",
          ExpressionAttributeNames: { "#data": "data" },
          ExpressionAttributeValues: { ":data": { S: '{"body": "PB' } },
        }),
      );
      return { body, campaign, reason: "the data is not JSON" };
    },
  };
}

/** Marks whose time can be made no time. */
function markable(database: DynamoDBDocumentClient, letters: string, audit: string): DamageableOutOfUse {
  const records = createClearings(database, letters);
  return {
    ...clearable(createOutOfUseStore(database, letters), records, createAuditLog(database, audit)),
    damage: (number) =>
      database.send(
        new PutCommand({
          TableName: letters,
          Item: { partition: OUT_OF_USE, number, at: "yesterday", letter: "", reason: null },
        }),
      ),
  };
}

/** Reads until nothing more comes; SQS hands out at most ten messages at once. */
function bothEnds(sqs: ReturnType<typeof clientsOf>["sqs"], QueueUrl: string): MailQueueEnds {
  return {
    ...createMailQueue(sqs, QueueUrl),
    pass: (seconds) => sleep(seconds * 1000),
    receive: async () => {
      const work: MailWork[] = [];
      for (;;) {
        const request = { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 1 };
        const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(request));
        if (Messages.length === 0) return work;
        for (const { Body = "", ReceiptHandle } of Messages) {
          work.push({
            body: MailMessage.parse(JSON.parse(Body)),
            delete: async () => void (await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))),
          });
        }
      }
    },
  };
}

import { setTimeout as sleep } from "node:timers/promises";
import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { DeleteMessageCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createAuditLog } from "../../../functions/dynamodb/audit.ts";
import { createClearings } from "../../../functions/dynamodb/clearings.ts";
import { createDossierStore } from "../../../functions/dynamodb/dossiers.ts";
import { createLedger } from "../../../functions/dynamodb/letters.ts";
import { createOutOfUseStore } from "../../../functions/dynamodb/out-of-use.ts";
import { createRegisterStore } from "../../../functions/dynamodb/register.ts";
import { createSweepLog } from "../../../functions/dynamodb/sweep-log.ts";
import { createMailQueue, MailMessage } from "../../../functions/queues/mail-queue.ts";
import { createMailFiles } from "../../../functions/storage/mail-files.ts";
import { startEngines } from "../../../local/engines.ts";
import type { DamageableDossiers } from "../../delivery/contracts/dossiers.ts";
import type { MailQueueEnds, MailWork } from "../../delivery/contracts/mail-queue.ts";
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
    outOfUse: clearable(
      createOutOfUseStore(database, table("LETTERS_TABLE")),
      createClearings(database, table("LETTERS_TABLE")),
      createAuditLog(database, table("AUDIT_TABLE")),
    ),
    log: createSweepLog(database, table("SWEEPS_TABLE")),
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

import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetItemCommand, ListTablesCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import { afterEach, describe, expect, it } from "vitest";
import { type Engines, startEngines } from "../../local/engines.ts";
import { queues, tables } from "../../stacks/resources.ts";
import { clientsOf, variable } from "./support/engine-clients.ts";

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of opened.splice(0).reverse()) await undo();
});

async function directoryForTest(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "esep-engines-"));
  opened.push(() => rm(directory, { recursive: true }));
  return directory;
}

async function enginesForTest(directory?: string): Promise<Engines> {
  const engines = await startEngines(directory === undefined ? {} : { directory });
  opened.push(engines.close);
  return engines;
}

/** Clients that end with the test. */
function clientsForTest(engines: Engines) {
  const clients = clientsOf(engines);
  opened.push(clients.destroy);
  return clients;
}

/** Whether anything answers at an address of this machine. */
const accepts = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

describe("the embedded engines", () => {
  it("have every table, queue and bucket of the stacks", async () => {
    const engines = await enginesForTest();
    const { dynamodb, sqs } = clientsForTest(engines);
    const { TableNames } = await dynamodb.send(new ListTablesCommand({}));
    expect(TableNames).toEqual(Object.keys(tables).sort());
    const { QueueUrls } = await sqs.send(new ListQueuesCommand({}));
    expect(QueueUrls).toHaveLength(Object.keys(queues).length);
    expect(QueueUrls).toContain(variable(engines, "SWEEP_QUEUE_URL"));
    expect(QueueUrls).toContain(variable(engines, "MAIL_QUEUE_URL"));
    const attributes = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: variable(engines, "SWEEP_QUEUE_URL"), AttributeNames: ["All"] }),
    );
    expect(attributes.Attributes).toMatchObject({
      FifoQueue: "true",
      VisibilityTimeout: "360",
      RedrivePolicy: expect.stringContaining("sweepsDead.fifo"),
    });
  });

  it("listen on 127.0.0.1 and on no other address of the machine", async () => {
    const engines = await enginesForTest();
    for (const name of ["AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_SQS", "AWS_ENDPOINT_URL_S3"]) {
      const { hostname, port } = new URL(variable(engines, name));
      expect(hostname).toBe("127.0.0.1");
      expect(await accepts("127.0.0.1", Number(port))).toBe(true);
      expect(await accepts("127.0.0.2", Number(port))).toBe(false);
    }
  });

  it("keep data over a restart on other ports, and the queue's address names the new port", async () => {
    const directory = await directoryForTest();
    const first = await startEngines({ directory });
    const before = clientsForTest(first);
    const Key = { partition: { S: "S#2027" }, number: { S: "r#000001" } };
    await before.dynamodb.send(new PutItemCommand({ TableName: "Letters", Item: { ...Key, facts: { S: "{}" } } }));
    await before.sqs.send(new SendMessageCommand({ QueueUrl: variable(first, "MAIL_QUEUE_URL"), MessageBody: "id" }));
    await before.s3.send(new PutObjectCommand({ Bucket: "letters", Key: "a/b.eml", Body: "сәлем" }));
    await first.close();

    const second = await enginesForTest(directory);
    const after = clientsForTest(second);
    const QueueUrl = variable(second, "MAIL_QUEUE_URL");
    expect(new URL(QueueUrl).origin).toBe(variable(second, "AWS_ENDPOINT_URL_SQS"));
    expect((await after.sqs.send(new GetQueueUrlCommand({ QueueName: "mail" }))).QueueUrl).toBe(QueueUrl);
    const { Item } = await after.dynamodb.send(new GetItemCommand({ TableName: "Letters", Key }));
    expect(Item).toEqual({ ...Key, facts: { S: "{}" } });
    const { Messages } = await after.sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(Messages?.map((message) => message.Body)).toEqual(["id"]);
    const { Body } = await after.s3.send(new GetObjectCommand({ Bucket: "letters", Key: "a/b.eml" }));
    expect(await Body?.transformToString()).toBe("сәлем");
  });

  it("let exactly one of many writers create an item that does not exist, whoever is first", async () => {
    const { dynamodb } = clientsForTest(await enginesForTest());
    const create = (writer: number) =>
      dynamodb.send(
        new PutItemCommand({
          TableName: "Letters",
          Item: { partition: { S: "S#2027" }, number: { S: "r#000001" }, writer: { N: `${writer}` } },
          ConditionExpression: "attribute_not_exists(#number)",
          ExpressionAttributeNames: { "#number": "number" },
        }),
      );
    const results = await Promise.allSettled(Array.from({ length: 30 }, (_, writer) => create(writer)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const failures = results.flatMap((result) => (result.status === "rejected" ? [result.reason.name] : []));
    expect(new Set(failures)).toEqual(new Set(["ConditionalCheckFailedException"]));
  });

  it("show a message again that was being handled when the process ended", async () => {
    const directory = await directoryForTest();
    const first = await startEngines({ directory });
    const QueueUrl = variable(first, "SWEEP_QUEUE_URL");
    const { sqs } = clientsForTest(first);
    await sqs.send(
      new SendMessageCommand({ QueueUrl, MessageBody: "DP-10", MessageGroupId: "DP-10", MessageDeduplicationId: "1" }),
    );
    expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toHaveLength(1);
    await first.close();
    const second = await enginesForTest(directory);
    const { Messages } = await clientsForTest(second).sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: variable(second, "SWEEP_QUEUE_URL"),
        MessageSystemAttributeNames: ["ApproximateReceiveCount"],
      }),
    );
    expect(Messages?.[0]?.Attributes?.ApproximateReceiveCount).toBe("2");
  });

  it("give a message back whose reader makes it visible at once", async () => {
    const engines = await enginesForTest(await directoryForTest());
    const QueueUrl = variable(engines, "MAIL_QUEUE_URL");
    const { sqs } = clientsForTest(engines);
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "id" }));
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    const ReceiptHandle = Messages?.[0]?.ReceiptHandle;
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toHaveLength(1);
  });

  it("refuse a directory that is in use, in one sentence", async () => {
    const directory = await directoryForTest();
    await enginesForTest(directory);
    await expect(startEngines({ directory })).rejects.toThrow(
      `Another Esep is using ${directory}: stop it first or choose another directory.`,
    );
  });

  it("let the directory go when a port is busy", async () => {
    const directory = await directoryForTest();
    const busy = Number(new URL(variable(await enginesForTest(), "AWS_ENDPOINT_URL_SQS")).port);
    await expect(startEngines({ directory, ports: { dynamodb: busy } })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await expect(startEngines({ directory, ports: { queues: busy } })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await enginesForTest(directory);
  });
});

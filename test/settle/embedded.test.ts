import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRegister } from "../../core/register/register.ts";
import { logger } from "../../functions/log.ts";
import { handler as settle } from "../../functions/settle.ts";
import { handler as watch } from "../../functions/watch.ts";
import { setDemoClock } from "../../local/demo-clock.ts";
import { queueUrl } from "../../local/engines/queues.ts";
import { lambdaContext } from "../../local/lambda.ts";
import { redrive } from "../../local/redrive.ts";
import { type LocalSystem, startSystem } from "../../local/system.ts";
import { queues } from "../../stacks/resources.ts";
import { eventOf } from "../support/delivery/cloud.ts";
import { contact, department, district, factsOf, ministry } from "../support/delivery/facts.ts";
import { almaty } from "../support/memory/clocks.ts";

const facts = factsOf(
  [
    ministry(),
    department("DP-1", [contact("head", "head@dp-1.example")]),
    district("PB-1", "DP-1", [
      contact("officer", "gone@pb-1.example"),
      contact("officer", "full@pb-1.example"),
      contact("head", "angry@pb-1.example"),
    ]),
    district("PB-2", "DP-1", [contact("officer", "lost@pb-2.example"), contact("head", "virus@pb-2.example")]),
  ],
  2027,
);

let system: LocalSystem;
let sqs: SQSClient;
const directory = mkdtempSync(join(tmpdir(), "esep-settle-"));
const clockFile = join(directory, "clock.json");
const goTo = (moment: string): void => setDemoClock(clockFile, almaty(moment));

beforeAll(async () => {
  goTo("2027-04-01T09:00");
  system = await startSystem({ appUrl: "http://127.0.0.1:4608", clockFile });
  // What goes wrong here is meant to.
  logger.setLogLevel("SILENT");
  sqs = new SQSClient();
  const { scopeOf, byId } = createRegister(facts.bodies);
  for (const dossier of facts.dossiers) {
    const body = byId.get(dossier.body);
    if (body) await system.wiring.dossiers.write(scopeOf(body), [dossier]);
  }
  await system.wiring.register.replace(facts.bodies, facts.policy);
});

afterAll(async () => {
  await system.close();
  sqs.destroy();
  rmSync(directory, { recursive: true });
});

const statesOf = async (scope: string): Promise<Record<string, string>> => {
  const { ledger, identifiers } = system.wiring;
  const emails = facts.bodies.flatMap(({ contacts }) => contacts.map(({ email }) => email));
  const names = new Map(emails.map((email) => [identifiers.recipientKey(email), email]));
  const log = await ledger.log(scope, 2027);
  return Object.fromEntries(log.map(({ recipientKey, n, state }) => [`${names.get(recipientKey)} ${n}`, state]));
};

async function until<Value>(wanted: Value, read: () => Promise<Value>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (JSON.stringify(await read()) === JSON.stringify(wanted)) return;
    await sleep(50);
  }
  expect(await read()).toEqual(wanted);
}

test("what becomes of letters comes back from the mail service, and the next slot draws the consequences", async () => {
  const faultOf = (fault: "bounce" | "soft-bounce" | "complaint" | "virus" | "silent", recipient: string) => ({
    ...{ fault, recipient, count: 1 },
  });
  system.faults.plan(
    faultOf("bounce", "gone@pb-1.example"),
    faultOf("soft-bounce", "full@pb-1.example"),
    faultOf("complaint", "angry@pb-1.example"),
    faultOf("virus", "virus@pb-2.example"),
    { fault: "lose-answer", recipient: "lost@pb-2.example", count: 1 },
  );
  system.run();
  await system.startSweeps();
  const first = {
    "angry@pb-1.example 0": "complained",
    "full@pb-1.example 0": "sent",
    "gone@pb-1.example 0": "bounced",
    "head@dp-1.example 0": "delivered",
    "lost@pb-2.example 0": "delivered",
    "virus@pb-2.example 0": "failed",
  };
  await until(first, async () => Object.fromEntries(Object.entries(await statesOf("DP-1")).sort()));
  expect(await system.wiring.outOfUse.all()).toMatchObject([
    { recipientKey: system.wiring.identifiers.recipientKey("gone@pb-1.example"), reason: "Permanent/NoEmail" },
  ]);

  goTo("2027-04-01T18:00");
  await system.startSweeps();
  // The refused letter is written again; nothing is written to the address that is none.
  await until({ ...first, "virus@pb-2.example 1": "delivered" }, async () =>
    Object.fromEntries(Object.entries(await statesOf("DP-1")).sort()),
  );
  const sent = system.mailbox.deliveries.map(({ envelope }) => envelope.recipients[0]);
  expect(sent.filter((email) => email === "lost@pb-2.example")).toHaveLength(1);
  expect(sent.filter((email) => email === "gone@pb-1.example")).toHaveLength(1);
});

test("the watch looks, remembers, and says that it did", async () => {
  const context = lambdaContext("watch", 60);
  goTo("2027-04-01T21:40");
  expect(await watch({}, context)).toMatchObject({ raised: 1 });
  expect(await watch({}, context)).toMatchObject({ causes: 1, raised: 0 });
  expect(await system.wiring.book.read()).toMatchObject([{ cause: "slot-missed 2027-04-01 21:00", told: true }]);
});

test("a malformed event ends in the dead-letter queue, and is moved back when told to", async () => {
  await system.close();
  system = await startSystem({ appUrl: "http://127.0.0.1:4608", clockFile });
  // What goes wrong here is meant to.
  logger.setLogLevel("SILENT");
  const client = new SQSClient();
  const endpoint = system.environment["AWS_ENDPOINT_URL_SQS"] ?? "";
  const [events, dead] = [queueUrl(endpoint, "events"), queueUrl(endpoint, "eventsDead")];
  const good = JSON.stringify({
    Type: "Notification",
    Message: "Successfully validated SNS topic for Amazon SES event publishing.",
  });
  const bad = JSON.stringify({ Type: "Notification", Message: JSON.stringify({ eventType: "Bounce" }) });
  for (const MessageBody of [good, bad, "{"])
    await client.send(new SendMessageCommand({ QueueUrl: events, MessageBody }));
  const receive = async (QueueUrl: string) =>
    (await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))).Messages ?? [];
  for (let round = 0; round < queues.events.dead.receives; round++) {
    const messages = await receive(events);
    const { batchItemFailures } = await settle(eventOf(messages), lambdaContext("settle", 60));
    expect(batchItemFailures).toHaveLength(2);
    for (const { ReceiptHandle } of messages) {
      const again = { QueueUrl: events, ReceiptHandle, VisibilityTimeout: 0 };
      await client.send(new ChangeMessageVisibilityCommand(again));
    }
  }
  await receive(events);
  const count = async (QueueUrl: string) => {
    const request = { QueueUrl, AttributeNames: ["ApproximateNumberOfMessages" as const] };
    return Number(
      (await client.send(new GetQueueAttributesCommand(request))).Attributes?.["ApproximateNumberOfMessages"],
    );
  };
  expect(await count(dead)).toBe(3);
  expect(await redrive(client, dead, events, 2)).toBe(2);
  expect(await redrive(client, dead, events, 100)).toBe(1);
  expect([await count(dead), await count(events)]).toEqual([0, 3]);
  client.destroy();
});

test("redriving a FIFO queue keeps each message's group", async () => {
  const client = new SQSClient();
  const endpoint = system.environment["AWS_ENDPOINT_URL_SQS"] ?? "";
  const [source, dead] = [queueUrl(endpoint, "sweeps"), queueUrl(endpoint, "sweepsDead")];
  for (const group of ["DP-1", "DP-2"]) {
    const ids = { MessageGroupId: group, MessageDeduplicationId: group };
    await client.send(new SendMessageCommand({ QueueUrl: dead, MessageBody: group, ...ids }));
  }
  expect(await redrive(client, dead, source, 10)).toBe(2);
  const request = { QueueUrl: source, MaxNumberOfMessages: 10, MessageSystemAttributeNames: ["All" as const] };
  const { Messages = [] } = await client.send(new ReceiveMessageCommand(request));
  expect(Messages.map(({ Body, Attributes }) => [Body, Attributes?.MessageGroupId])).toEqual([
    ["DP-1", "DP-1"],
    ["DP-2", "DP-2"],
  ]);
  client.destroy();
});

import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { lambdaContext } from "../../local/lambda.ts";
import { clientsOf, variable } from "../local/support/engine-clients.ts";
import { type Cloud, eventOf, startCloud } from "../support/delivery/cloud.ts";
import { department, district, factsOf, ministry, ownContacts } from "../support/delivery/facts.ts";

let cloud: Cloud;
let department1 = "";
let tests = 0;

beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

/** A department and a district of their own for each test: the ledger and the mailbox are one for all. */
beforeEach(async () => {
  department1 = `DP-${++tests}`;
  const staff = {
    ...ministry(),
    contacts: ownContacts(`mia-${tests}`).map((one) => ({ ...one, role: "staff" as const })),
  };
  await cloud.load(factsOf([staff, department(department1), district(`PB-${tests}`, department1)], 2027));
  cloud.goTo("2027-04-01T09:00");
});

const call = lambdaContext("test", 60);

/** The addresses that the ladder's letters went to since the test began, in order. */
const delivered = (): string[] =>
  cloud.ses.mailbox.deliveries
    .filter(({ envelope }) => !envelope.tags.some(({ name, value }) => name === "scope" && value.includes("_")))
    .flatMap(({ envelope }) => envelope.recipients)
    .filter((address) => new RegExp(`@(dp|pb|mia)-${tests}\\.`).test(address))
    .sort();

const everybody = (): string[] =>
  ["dp", "mia", "pb"].flatMap((kind) => [`head@${kind}-${tests}.example`, `officer@${kind}-${tests}.example`]).sort();

const letters = () => cloud.ports.ledger.log(department1, 2027);

/** Sweeps without a schedule: a message of our own for the scope. */
async function sweepMessage() {
  const slot = { day: day("2027-04-01"), time: "09:00" };
  await cloud.ports.sweeps.send([{ scope: department1, slot }], `request-${tests}`);
}

test("facts in the table become a letter in everybody's inbox, by schedule, queue, sweep, queue and dispatch", async () => {
  expect(await cloud.sweepStart({}, call)).toEqual({ scopes: 2 });
  expect(await cloud.sweeps.count()).toMatchObject({ visible: 2 });
  expect(await cloud.sweeps.drain(cloud.sweep)).toBe(0);
  expect(await cloud.mail.count()).toMatchObject({ visible: 6 });
  expect(await cloud.mail.drain(cloud.dispatch)).toBe(0);
  expect(delivered()).toEqual(everybody());
  expect((await letters()).map(({ state }) => state)).toEqual(["sent", "sent", "sent", "sent"]);
});

test("a letter is addressed to its recipient, named by its tags, and stored as it was sent", async () => {
  await sweepMessage();
  await cloud.sweeps.drain(cloud.sweep);
  await cloud.mail.drain(cloud.dispatch);
  const delivery = cloud.ses.mailbox.deliveries.find(({ to }) => to.includes(`officer@pb-${tests}.`));
  if (!delivery) throw new Error("There is no letter.");
  const entry = (await letters()).find(({ messageId }) => messageId === delivery.messageId);
  if (!entry) throw new Error("There is no entry.");
  const { scope, recipientKey } = entry;
  const tags = { scope, year: "2027", recipient: recipientKey, n: "0" };
  expect(Object.fromEntries(delivery.envelope.tags.map(({ name, value }) => [name, value]))).toEqual(tags);
  const raw = await cloud.ses.mailbox.raw(delivery);
  expect(Buffer.from((await cloud.ports.files.get(entry.file))?.mime ?? [])).toEqual(Buffer.from(raw));
  expect((await PostalMime.parse(raw)).text).toContain(`PB-${tests}`);
});

test("a slot that is started twice is swept once: the queue takes the same scope and slot once", async () => {
  cloud.goTo("2027-04-01T18:00");
  await cloud.sweepStart({}, call);
  await cloud.sweepStart({}, call);
  const messages = await cloud.sweeps.receive();
  expect(messages.map(({ Body = "" }) => JSON.parse(Body).scope).sort()).toEqual([department1, "MIA"]);
  await cloud.sweep(eventOf(messages), call);
  for (const message of messages) await cloud.sweeps.done(message);
  await cloud.sweepStart({}, call);
  expect(await cloud.sweeps.receive()).toEqual([]);
  await cloud.mail.drain(cloud.dispatch);
  expect(delivered()).toEqual(everybody());
});

test("a sweep that is asked for is no repetition of the schedule's, and writes nothing twice", async () => {
  cloud.goTo("2027-04-01T21:00");
  await cloud.sweepStart({}, call);
  await sweepMessage();
  await sweepMessage();
  expect((await cloud.sweeps.count()).visible).toBe(3);
  await cloud.sweeps.drain(cloud.sweep);
  await cloud.mail.drain(cloud.dispatch);
  expect(delivered()).toEqual(everybody());
});

test("two sweeps at once write nothing twice, and two dispatchers send nothing twice", async () => {
  await sweepMessage();
  const messages = await cloud.sweeps.receive();
  const sweeps = Array.from({ length: 2 }, () => cloud.sweep(eventOf(messages), call));
  expect(await Promise.all(sweeps)).toEqual([{ batchItemFailures: [] }, { batchItemFailures: [] }]);
  for (const message of messages) await cloud.sweeps.done(message);
  expect((await letters()).map(({ n }) => n)).toEqual([0, 0, 0, 0]);
  const mail = await cloud.mail.receive();
  await Promise.all(Array.from({ length: 2 }, () => cloud.dispatch(eventOf(mail), call)));
  for (const message of mail) await cloud.mail.done(message);
  await cloud.mail.drain(cloud.dispatch);
  expect(delivered()).toEqual(everybody().filter((address) => !address.includes("mia")));
});

test("a damaged dossier is reported, and its scope's other letters are written", async () => {
  const { dynamodb, destroy } = clientsOf(cloud.engines);
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: variable(cloud.engines, "DOSSIERS_TABLE"),
      Key: { partition: { S: `${department1}#2027` }, body: { S: `PB-${tests}` } },
      UpdateExpression: "SET #data = :data",
      ExpressionAttributeNames: { "#data": "data" },
      ExpressionAttributeValues: { ":data": { S: '{"body":7}' } },
    }),
  );
  destroy();
  await sweepMessage();
  await cloud.sweeps.drain(cloud.sweep);
  await cloud.mail.drain(cloud.dispatch);
  expect(delivered()).toEqual([`head@dp-${tests}.example`, `officer@dp-${tests}.example`]);
});

test("one message that cannot be read fails alone", async () => {
  await sweepMessage();
  await cloud.sweeps.drain(cloud.sweep);
  const [bad = {}, ...good] = await cloud.mail.receive();
  const result = await cloud.dispatch(eventOf([{ ...bad, Body: '{"scope": 1}' }, ...good]), call);
  expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: bad.MessageId }] });
  expect(delivered()).toHaveLength(good.length);
  for (const message of good) await cloud.mail.done(message);
  await cloud.mail.release(bad);
  await cloud.mail.drain(cloud.dispatch);
  expect(delivered()).toHaveLength(good.length + 1);
});

test.each([
  ["throttle", { state: "queued", attempts: 0 }, 0],
  ["daily-quota", { state: "queued", attempts: 0, reason: "daily quota" }, 0],
  // The endpoint words it as SES does in the sandbox: the account's fault, not the letter's.
  ["reject", { state: "queued", attempts: 0, reason: "not verified" }, 0],
  ["account-paused", { state: "queued", attempts: 0, reason: "AccountSendingPausedException" }, 0],
  ["unknown-configuration-set", { state: "queued", attempts: 0 }, 0],
  ["access-denied", { state: "queued", attempts: 0 }, 0],
  ["server-error", { state: "unknown", attempts: 1 }, 0],
  ["lose-request", { state: "unknown", attempts: 1 }, 0],
  ["lose-answer", { state: "unknown", attempts: 1 }, 1],
] as const)("after %s of the mail service one letter waits, the others are sent", async (fault, left, taken) => {
  const recipient = `officer@pb-${tests}.example`;
  cloud.ses.faults.plan({ fault, recipient, count: 1 });
  await sweepMessage();
  await cloud.sweeps.drain(cloud.sweep);
  const before = (await cloud.mail.count()).delayed;
  expect(await cloud.mail.drain(cloud.dispatch)).toBe(0);
  expect(await cloud.mail.count()).toMatchObject({ delayed: before + 1 });
  const recipientKey = cloud.ports.identifiers.recipientKey(recipient);
  const entries = await letters();
  expect(entries.filter((entry) => entry.recipientKey === recipientKey)).toMatchObject([left]);
  expect(entries.filter(({ state }) => state === "sent")).toHaveLength(3);
  expect(delivered().filter((address) => address === recipient)).toHaveLength(taken);
});

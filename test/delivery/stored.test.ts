import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { type Brake, holdsAt } from "../../core/escalation/brake.ts";
import { STANDINGS } from "../../functions/dynamodb/sweep-log.ts";
import { clientsOf, variable } from "../local/support/engine-clients.ts";
import { startEmbedded } from "../support/delivery/embedded.ts";
import { queuedLetter } from "../support/delivery/entries.ts";
import { contact, department, district, factsOf, ministry } from "../support/delivery/facts.ts";
import { createWorld } from "../support/delivery/world.ts";

let embedded: Awaited<ReturnType<typeof startEmbedded>>;
beforeAll(async () => {
  embedded = await startEmbedded();
});
afterAll(() => embedded.close());

/** Item keys as a large scope has them: many bodies, and subjects with a number of their own. */
const items = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...queuedLetter("MIA", "a", 0).items[0],
    ...({ body: `PB-${10_000 + (index % 7919)}`, campaign: 2027, obligation: "reply", stage: "due+1wd" } as const),
    ...{ subject: `Ж-${(index * 7919) % 1_000_003}/27`, due: queuedLetter("MIA", "a", 0).slot.day },
  }));

test("an entry of 20 000 items is one item of the table and is read back as it was", async () => {
  const entry = queuedLetter("MIA", "large", 0, { items: items(20_000) });
  expect(await embedded.ledger.create(entry)).toBe("created");
  expect(await embedded.ledger.get(entry)).toEqual(entry);
  expect((await embedded.ledger.wholeLog("MIA", 2027, "large")).entries).toEqual([entry]);
});

test("an entry that no item of the table can hold is not created, and says so", async () => {
  const random = (index: number): string => Buffer.from(`${Math.sin(index)}${Math.cos(index)}`).toString("base64");
  const many = items(20_000).map((item, index) => ({ ...item, subject: random(index) }));
  const entry = queuedLetter("MIA", "larger", 0, { items: many });
  expect(await embedded.ledger.create(entry)).toBe("too-large");
  expect(await embedded.ledger.get(entry)).toBeNull();
});

test.each([
  ["data", { S: '{"scope": "DP' }, "the data is not JSON"],
  ["format", { N: "7" }, "format 7 is not known"],
  ["format", { S: "1-deflated" }, "the data cannot be inflated"],
  ["state", { S: "lost" }, /^state: /],
] as const)(
  "an entry whose %s is %j is left out of the log and told of by its id and reason",
  async (name, value, reason) => {
    const { dynamodb, destroy } = clientsOf(embedded.engines);
    const scope = `DP-${Math.random()}`;
    const log = ["a", "b"].flatMap((key) => [0, 1].map((n) => queuedLetter(scope, key, n)));
    for (const entry of log) await embedded.ledger.create(entry);
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: variable(embedded.engines, "LETTERS_TABLE"),
        Key: { partition: { S: `${scope}#2027` }, number: { S: "a#000001" } },
        UpdateExpression: "SET #name = :value",
        ExpressionAttributeNames: { "#name": name },
        ExpressionAttributeValues: { ":value": value },
      }),
    );
    destroy();
    const { entries, damaged } = await embedded.ledger.wholeLog(scope, 2027);
    expect(entries).toEqual([log[0], log[2], log[3]]);
    expect(damaged).toEqual([{ scope, year: 2027, recipientKey: "a", n: 1, reason: expect.stringMatching(reason) }]);
    expect(await embedded.ledger.log(scope, 2027)).toEqual(entries);
    expect(await embedded.ledger.waiting(scope, 2027)).toEqual(entries);
    await expect(embedded.ledger.get({ scope, year: 2027, recipientKey: "a", n: 1 })).rejects.toThrow(reason);
  },
);

test("a brake that cannot be read holds, hides no other scope, and whoever releases it counts on", async () => {
  const { log, engines } = embedded;
  const slot = { day: day("2027-04-07"), time: "18:00" };
  const brake = (version: number): Brake => ({
    ...{ version, slot, until: { day: day("2027-04-08"), time: "09:00" }, bodies: 5, of: 9 },
    ...{ stopped: null, released: null },
  });
  for (const scope of ["DP-7", "DP-9"]) await log.setBrake(scope, null, brake(1));
  const { dynamodb, destroy } = clientsOf(engines);
  await dynamodb.send(
    new UpdateItemCommand({
      ...{ TableName: variable(engines, "SWEEPS_TABLE"), Key: { slot: { S: STANDINGS }, scope: { S: "DP-7" } } },
      UpdateExpression: "SET brake.#data = :data",
      ExpressionAttributeNames: { "#data": "data" },
      ExpressionAttributeValues: { ":data": { S: "{" } },
    }),
  );
  destroy();
  const brakeOf = async (scope: string) => (await log.standings()).find((standing) => standing.scope === scope)?.brake;
  const known = (await brakeOf("DP-7")) ?? null;
  expect(holdsAt(known, { day: day("2029-01-01"), time: "09:00" })).toBe(true);
  expect(await brakeOf("DP-9")).toEqual(brake(1));
  expect(await log.setBrake("DP-7", known, brake(2))).toBe("set");
  expect(await brakeOf("DP-7")).toEqual(brake(2));
});

test("20 000 items for one recipient make one letter", async () => {
  const bodies = Array.from({ length: 19_999 }, (_, index) => district(`PB-${index}`, "DP-1", []));
  const facts = factsOf(
    [
      ministry([contact("staff", "staff@mia.example")]),
      department("DP-1", [contact("head", "head@dp-1.example")]),
      ...bodies,
    ],
    2024,
  );
  const world = await createWorld(facts, "2024-04-01T09:00");
  await world.sweep("DP-1");
  expect(world.letters().map(({ items: { length } }) => length)).toEqual([20_000]);
});

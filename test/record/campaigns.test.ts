import { DeleteCommand, DynamoDBDocumentClient, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Dossier } from "../../core/dossier/dossier.ts";
import { createDossierStore } from "../../functions/dynamodb/dossiers.ts";
import { type Engines, startEngines } from "../../local/engines.ts";
import { clientsOf, variable } from "../local/support/engine-clients.ts";
import { dossier } from "../support/delivery/facts.ts";
import { chainOf } from "./support/chains.ts";

let engines: Engines;
let clients: ReturnType<typeof clientsOf>;
let database: DynamoDBDocumentClient;
let table: string;

beforeEach(async () => {
  engines = await startEngines();
  clients = clientsOf(engines);
  database = DynamoDBDocumentClient.from(clients.dynamodb);
  table = variable(engines, "DOSSIERS_TABLE");
});

afterEach(async () => {
  clients.destroy();
  await engines.close();
});

const open = () => createDossierStore(database, table);
const key = (campaign: number, body = "PB-1") => ({ scope: "DP-1", body, campaign });
const first = chainOf(1).stored;

/** As a version of Esep wrote that noted no campaigns. */
const writeUnnoted = (campaign: number) => {
  const data = JSON.stringify(dossier("PB-9", campaign));
  return database.send(
    new PutCommand({
      TableName: table,
      Item: { partition: `DP-1#${campaign}`, body: "PB-9", version: 1, format: 1, data },
    }),
  );
};

/** Lets requests of one kind fail, as if the process ended there; notes the kinds that came. */
function failing(isHit: (command: string) => boolean): string[] {
  const came: string[] = [];
  database.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        came.push(commandName);
        if (isHit(commandName)) throw new Error("The process ended.");
        return next(args);
      },
    { step: "initialize", name: "failing" },
  );
  return came;
}

const load = (...campaigns: readonly number[]) =>
  open().write(
    "DP-1",
    campaigns.map((campaign) => Dossier.parse(dossier("PB-2", campaign))),
  );

describe("the campaigns that may hold dossiers", () => {
  test("are those that were loaded into an empty table, and those that were recorded since", async () => {
    await load(2025, 2027);
    await open().put(key(2028), null, first);
    expect(await open().campaigns()).toEqual([2025, 2027, 2028]);
  });

  test("are none in a store that was begun without dossiers, and then those that were recorded", async () => {
    await load();
    expect(await open().campaigns()).toEqual([]);
    await open().put(key(2027), null, first);
    expect(await open().campaigns()).toEqual([2027]);
  });

  test("are not known before the first dossier", async () => {
    expect(await open().campaigns()).toBeNull();
  });

  test.each(["PutItemCommand", "BatchWriteItemCommand"])(
    "are noted when the process ends before a dossier is written: %s",
    async (command) => {
      await load(2024);
      const came = failing((name) => name === command);
      await Promise.allSettled([open().put(key(2027), null, first), load(2026)]);
      expect(came).toContain(command);
      expect(await open().campaigns()).toEqual([2024, 2026, 2027]);
    },
  );

  test("no dossier is written whose campaign could not be noted", async () => {
    failing((name) => name.startsWith("Update"));
    await expect(open().put(key(2027), null, first)).rejects.toThrow("The process ended.");
    await expect(load(2026)).rejects.toThrow("The process ended.");
    database.middlewareStack.remove("failing");
    expect((await open().load("DP-1", 2027)).dossiers).toEqual([]);
    expect((await open().load("DP-1", 2026)).dossiers).toEqual([]);
  });

  test("are all of them in a store that has dossiers from before there were notes", async () => {
    await writeUnnoted(2024);
    await load(2026);
    await open().put(key(2027), null, first);
    expect(await open().campaigns()).toBeNull();
  });

  test("are all of them where the first dossier was recorded rather than loaded, also after a load", async () => {
    await open().put(key(2027), null, first);
    expect(await open().campaigns()).toBeNull();
    await load(2026);
    expect(await open().campaigns()).toBeNull();
  });

  test("miss none when processes begin the store at once", async () => {
    const years = Array.from({ length: 8 }, (_, index) => 2024 + index);
    await Promise.all(years.map((campaign) => load(campaign)));
    expect(await open().campaigns()).toEqual(years);
  });

  test("miss none when a load and a record begin the store at once", async () => {
    await Promise.all([load(2026), open().put(key(2027), null, first)]);
    const known = await open().campaigns();
    expect(known === null || (known.includes(2026) && known.includes(2027))).toBe(true);
  });

  test("are noted by a process that has noted them before, once its store was emptied and restored under it", async () => {
    await load(2024);
    const store = open();
    await store.put(key(2027), null, first);
    const { Items = [] } = await database.send(new ScanCommand({ TableName: table }));
    for (const { partition, body } of Items) {
      await database.send(new DeleteCommand({ TableName: table, Key: { partition, body } }));
    }
    await load(2024);
    await store.put(key(2027), null, first);
    expect(await store.campaigns()).toEqual([2024, 2027]);
  });

  test("a further version of a dossier costs no note", async () => {
    await load(2024);
    const store = open();
    await store.put(key(2027), null, first);
    const came = failing(() => false);
    await store.put(key(2027), first, chainOf(2).stored);
    expect(came).not.toContain("UpdateItemCommand");
  });
});

import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import { createSweepLog } from "../../functions/dynamodb/sweep-log.ts";
import { createWatchBook } from "../../functions/dynamodb/watch-book.ts";
import { variable } from "../local/support/engine-clients.ts";
import { useTables } from "../local/support/tables.ts";
import { department, factsOf, ministry } from "../support/delivery/facts.ts";
import { createWorld } from "../support/delivery/world.ts";

const tables = useTables();
/** The kinds of requests, in their order. */
const came: string[] = [];

beforeAll(() => {
  tables.database.middlewareStack.add(
    (next, { commandName = "" }) =>
      (args) => {
        came.push(commandName);
        return next(args);
      },
    { step: "initialize" },
  );
});
test("the last slot of a scope is noted unless the sweep has begun after it was", async () => {
  const log = createSweepLog(tables.database, variable(tables.engines, "SWEEPS_TABLE"));
  const world = await createWorld(factsOf([ministry(), department("DP-1")], 2027), "2027-04-01T09:00");
  const report = await world.sweep("DP-1");
  const standing = async () => (await log.standings(["DP-1"]))[0];
  await log.record(report);
  const first = await standing();
  expect(first?.last).toEqual({ day: day("2027-04-01"), time: "09:00" });
  came.length = 0;
  await log.record(report, first);
  expect(came).toEqual(["PutItemCommand"]);
  await log.record({ ...report, slot: { ...report.slot, time: "18:00" } }, first);
  expect((await standing())?.last).toEqual({ day: day("2027-04-01"), time: "18:00" });
});

test("a report that cannot be read counts as none and hides no other, until its slot is swept again", async () => {
  const table = variable(tables.engines, "SWEEPS_TABLE");
  const log = createSweepLog(tables.database, table);
  const world = await createWorld(factsOf([ministry(), department("DP-1")], 2027), "2027-04-02T09:00");
  const reports = [await world.sweep("MIA"), await world.sweep("DP-1")];
  const slot = { day: day("2027-04-02"), time: "09:00" };
  for (const report of reports) await log.record(report);
  const damaged = { slot: "2027-04-02T09:00", scope: "DP-1", format: 1, data: "{" };
  await tables.database.send(new PutCommand({ TableName: table, Item: damaged }));
  expect((await log.ofSlot(slot)).map(({ scope }) => scope)).toEqual(["MIA"]);
  for (const report of reports) await log.record(report);
  expect((await log.ofSlot(slot)).map(({ scope }) => scope).sort()).toEqual(["DP-1", "MIA"]);
});

test("a watch's book that cannot be read is an empty one, and can be written again", async () => {
  const table = variable(tables.engines, "SWEEPS_TABLE");
  const book = createWatchBook(tables.database, table);
  await tables.database.send(
    new PutCommand({ TableName: table, Item: { slot: "#watch", scope: "#watch", format: 1, data: "{" } }),
  );
  expect(await book.read()).toEqual([]);
  const cause = { cause: "slot-missed 2027-04-02T09:00", since: instant(1), told: true };
  await book.write([cause]);
  expect(await book.read()).toEqual([cause]);
});

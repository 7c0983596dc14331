import { beforeAll, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { createSweepLog } from "../../functions/dynamodb/sweep-log.ts";
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

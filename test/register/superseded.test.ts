import { GetCommand, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, expect, test } from "vitest";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { createRegisterStore, DIRECTORY_KEY } from "../../functions/dynamodb/register.ts";
import { variable } from "../local/support/engine-clients.ts";
import { useTables } from "../local/support/tables.ts";
import { department, factsOf, ministry } from "../support/delivery/facts.ts";

const tables = useTables();
let table: string;
beforeAll(() => {
  table = variable(tables.engines, "REGISTER_TABLE");
});

const replace = (departments: number) => {
  const own = Array.from({ length: departments }, (_, index) => department(`DP-${index}`, []));
  const { bodies } = factsOf([ministry(), ...own], 2027);
  return createRegisterStore(tables.database, table).replace(bodies, defaultPolicy);
};
const directory = async () =>
  (await tables.database.send(new GetCommand({ TableName: table, Key: DIRECTORY_KEY }))).Item;

/** How many bodies lie in the table, by edition. */
async function bodiesByEdition(): Promise<number[]> {
  const { Items = [] } = await tables.database.send(new ScanCommand({ TableName: table }));
  const editions = Items.flatMap(({ scope }) => (scope === DIRECTORY_KEY.scope ? [] : [String(scope).split("#")[1]]));
  return [...Map.groupBy(editions, (edition) => edition).values()].map(({ length }) => length).sort((a, b) => a - b);
}

test("however often a register is replaced, its directory keeps its size, and the last two editions are kept", async () => {
  const sizes: number[] = [];
  for (const departments of [40, 40, 40, 40]) {
    expect(await replace(departments)).toBe("replaced");
    sizes.push(String((await directory())?.["data"]).length);
  }
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(100);
  expect(await bodiesByEdition()).toEqual([41, 41]);
  await replace(5);
  await replace(5);
  // What lay in the thirty-five departments that are gone is found by the directory's former scopes.
  expect(await bodiesByEdition()).toEqual([6, 6]);
});

test("a directory that lists the partitions of the edition before has them removed all the same", async () => {
  const item = await directory();
  const { before, scopes, ...rest } = JSON.parse(String(item?.["data"]));
  const superseded = scopes.map((scope: string) => `${scope}#${before}`);
  const data = JSON.stringify({ ...rest, scopes, superseded });
  await tables.database.send(new PutCommand({ TableName: table, Item: { ...item, data } }));
  expect(await bodiesByEdition()).toEqual([6, 6]);
  await replace(7);
  expect(await bodiesByEdition()).toEqual([6, 8]);
});

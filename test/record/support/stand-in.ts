import { DynamoDBDocumentClient, type GetCommand, type QueryCommand, type ScanCommand } from "@aws-sdk/lib-dynamodb";
import { tables } from "../../../stacks/resources.ts";

type Attributes = Record<string, unknown>;
export type TableName = keyof typeof tables;

/** One stored item, and its place. */
export interface Held {
  readonly table: TableName;
  item: Attributes;
}

function sortKeyOf(table: TableName): string {
  const keys = tables[table];
  return "sortKey" in keys ? keys.sortKey : "";
}

/**
 * Tables that are read out of an array, as the real ones answer: so that each of their bytes can be changed, and all be
 * verified again, some ten thousand times.
 */
export function standIn(held: readonly Held[]): DynamoDBDocumentClient {
  const of = (table: unknown) => held.filter((one) => one.table === table);
  const answer = ({ input }: GetCommand | QueryCommand | ScanCommand, kind: string) => {
    const table = input.TableName as TableName; // the adapters were made with these names
    if (kind === "ScanCommand") return { Items: of(table).map(({ item }) => item) };
    if (kind === "GetCommand") {
      const key = Object.entries((input as GetCommand["input"]).Key ?? {});
      return { Item: of(table).find(({ item }) => key.every(([name, value]) => item[name] === value))?.item };
    }
    return { Items: queried(of(table), table, input as QueryCommand["input"]) };
  };
  const send = async (command: GetCommand | QueryCommand | ScanCommand) => answer(command, command.constructor.name);
  return Object.assign(Object.create(DynamoDBDocumentClient.prototype), { send });
}

function queried(held: readonly Held[], table: TableName, input: QueryCommand["input"]): Attributes[] {
  const [partition, last] = Object.values(input.ExpressionAttributeValues ?? {});
  const { partitionKey } = tables[table];
  const sortKey = sortKeyOf(table);
  return held
    .map(({ item }) => item)
    .filter((item) => item[partitionKey] === partition && (last === undefined || String(item[sortKey]) > String(last)))
    .sort((a, b) => (String(a[sortKey]) < String(b[sortKey]) ? -1 : 1));
}

/** What the audit answers for in any item. */
export const AUDITED = ["version", "format", "data", "entry", "entryHash", "hash", "order"];
export const isKey = ({ table }: Held, name: string): boolean =>
  name === tables[table].partitionKey || ("sortKey" in tables[table] && name === tables[table].sortKey);

/** What the audit answers for in an item: neither its keys nor what else lies in it. */
export const contentOf = (one: Held): [string, unknown][] =>
  Object.entries(one.item).filter(([name]) => AUDITED.includes(name) && !isKey(one, name));

/** Facts of more than this are looked at at every 16th byte: one hash covers all of them. */
const LONG = 300;

/** A value with each of its bytes changed. */
export function* flips(value: unknown): Generator<unknown> {
  if (typeof value === "number") yield value ^ 1;
  if (typeof value !== "string") return;
  const step = value.length > LONG && value.startsWith('{"') && !value.startsWith('{"record"') ? 16 : 1;
  for (let place = 0; place < Buffer.byteLength(value); place += step) {
    const bytes = Buffer.from(value);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    yield bytes.toString("utf8");
  }
}

import type { S3Client } from "@aws-sdk/client-s3";
import { type DynamoDBDocumentClient, GetCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import { DIRECTORY_KEY } from "../../functions/dynamodb/register.ts";
import { Failed } from "../commands/failed.ts";
import { type Digest, Digester, lineOf, SavedItem } from "./lines.ts";
import { type SavedTable, type StoreNames, savedTables } from "./tables.ts";

/** A store that is saved, or restored into: the embedded one or the cloud's. */
export interface Store {
  readonly database: DynamoDBDocumentClient;
  readonly files: S3Client;
  readonly names: StoreNames;
}

/** Lies in the register's table while a restore is under way: no scope's name, since a body's id has no `#`. */
export const RESTORE_MARK = { scope: "#restore", id: "#restore" };

const isMark = ({ scope, id }: SavedItem): boolean => scope === RESTORE_MARK.scope && id === RESTORE_MARK.id;

/** The item without which there is no register for any reader. */
export const isDirectory = ({ scope, id }: SavedItem): boolean =>
  scope === DIRECTORY_KEY.scope && id === DIRECTORY_KEY.id;

/** Every item of a table as it is stored, strongly consistent; throws {@link Failed} for one that JSON cannot hold. */
export async function* itemsOf({ database, names }: Store, table: SavedTable): AsyncGenerator<SavedItem> {
  const input = { TableName: names.tables[table], ConsistentRead: true };
  for await (const page of paginateScan({ client: database }, input)) {
    for (const item of page.Items ?? []) {
      const parsed = SavedItem.safeParse(item);
      if (!parsed.success) throw new Failed(`An item of the table ${table} has a value that is no JSON.`);
      if (!isMark(parsed.data)) yield parsed.data;
    }
  }
}

/** What a table holds, with some items that are still to come. */
export async function digestOf(store: Store, table: SavedTable, also: readonly SavedItem[] = []): Promise<Digest> {
  const digester = new Digester();
  for await (const item of itemsOf(store, table)) digester.add(lineOf(item));
  for (const item of also) digester.add(lineOf(item));
  return digester.result;
}

/** The first table that holds something. */
export async function firstFilled(store: Store): Promise<SavedTable | null> {
  for (const table of savedTables) for await (const _ of itemsOf(store, table)) return table;
  return null;
}

/** The item that makes the register one for its readers, as stored. */
export async function publishedIn({ database, names }: Store): Promise<unknown> {
  const input = { TableName: names.tables.Register, Key: DIRECTORY_KEY, ConsistentRead: true };
  return (await database.send(new GetCommand(input))).Item;
}

/** Whether readers find a register. */
export const isPublished = async (store: Store): Promise<boolean> => (await publishedIn(store)) !== undefined;

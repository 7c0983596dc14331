import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { writeAll } from "../../functions/dynamodb/write-all.ts";
import { sha256 } from "../../functions/hash.ts";
import { Failed } from "../commands/failed.ts";
import { BadInput } from "../facts-file.ts";
import { evidenceFiles, letterFiles, restoreFiles, type SavedFiles, verifyFiles } from "./files.ts";
import { type Digest, lineOf, readLines, SavedItem, verifyFile } from "./lines.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { digestOf, firstFilled, isDirectory, isPublished, publishedIn, RESTORE_MARK, type Store } from "./store.ts";
import { fileOf, type SavedTable, savedTables } from "./tables.ts";

/** A backup whose every file is the one that was saved. */
export interface VerifiedBackup {
  readonly directory: string;
  readonly manifest: Manifest;
  /** Tells this backup from any other. */
  readonly fingerprint: string;
  readonly digests: ReadonlyMap<SavedTable, Digest>;
  /** The item that makes the register one for its readers. */
  readonly published: SavedItem;
}

/** Reads a backup through; throws {@link BadInput} that names the first file that is not what was saved. */
export async function verifyBackup(directory: string): Promise<VerifiedBackup> {
  const { manifest, text } = readManifest(directory);
  const digests = new Map<SavedTable, Digest>();
  for (const file of manifest.files) {
    const digest = await verifyFile(directory, file);
    const table = savedTables.find((name) => fileOf(name) === file.name);
    if (table) digests.set(table, digest);
  }
  for (const saved of savedIn(manifest)) await verifyFiles(directory, saved);
  const published = await directoryOf(directory);
  return { directory, manifest, fingerprint: sha256(text), digests, published };
}

/** The files of buckets that a backup holds. */
const savedIn = ({ files }: Manifest): readonly SavedFiles[] =>
  [evidenceFiles, letterFiles].filter(({ index }) => files.some(({ name }) => name === index));

async function directoryOf(directory: string): Promise<SavedItem> {
  for await (const item of readLines(directory, fileOf("Register"))) if (isDirectory(item)) return item;
  throw new BadInput(`${directory}: holds no register that was loaded to its end.`);
}

/**
 * Writes a verified backup into an empty store. DynamoDB has no transaction over so many items, so what counts is what
 * readers see: sweeps, watch, pages and API begin with the register's directory and find "no register yet" until it is
 * there, and it is written last, when all else was read back and is what was saved. A restore that was cut off is done
 * again from its beginning, over the same keys; the mark says of which backup it was.
 */
export async function restoreBackup(backup: VerifiedBackup, store: Store): Promise<void> {
  await claim(backup, store);
  // Cut off right after its last write: the store is in use by now.
  if (!(await isPublished(store))) {
    // An entry of the ledger, or of evidence, names a file that is there.
    for (const saved of savedIn(backup.manifest)) await restoreFiles(store, backup.directory, saved);
    for (const table of savedTables) await restoreTable(backup, store, table);
    for (const table of savedTables) await verifyTable(backup, store, table);
    await publish(backup, store);
  }
  await store.database.send(new DeleteCommand({ TableName: store.names.tables.Register, Key: RESTORE_MARK }));
}

/** Makes the store ours; refuses one that holds anything but the beginning of this very restore. */
async function claim({ fingerprint }: VerifiedBackup, store: Store): Promise<void> {
  const filled = await firstFilled(store);
  const isOurs = "#fingerprint = :fingerprint";
  const isClaimed = await putIf(
    store,
    { ...RESTORE_MARK, fingerprint },
    {
      ConditionExpression: filled === null ? `attribute_not_exists(#fingerprint) OR ${isOurs}` : isOurs,
      ExpressionAttributeNames: { "#fingerprint": "fingerprint" },
      ExpressionAttributeValues: { ":fingerprint": fingerprint },
    },
  );
  if (isClaimed) return;
  if (filled === null) throw new Failed("Another backup is being restored into this store.");
  throw new Failed(`The store is not empty (table ${filled}): a backup is restored into an empty one only.`);
}

type Condition = Pick<
  ConstructorParameters<typeof PutCommand>[0],
  "ConditionExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues"
>;

/** Whether an item of the register's table could be written under a condition. */
async function putIf({ database, names }: Store, Item: SavedItem, condition: Condition): Promise<boolean> {
  try {
    await database.send(new PutCommand({ TableName: names.tables.Register, Item, ...condition }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Items at once in memory; the writer sends 25 of them in a request. */
const CHUNK = 100;

async function restoreTable({ directory }: VerifiedBackup, store: Store, table: SavedTable): Promise<void> {
  let chunk: SavedItem[] = [];
  const flush = async (): Promise<void> => {
    const requests = chunk.map((Item) => ({ PutRequest: { Item } }));
    await writeAll(store.database, store.names.tables[table], requests);
    chunk = [];
  };
  for await (const item of readLines(directory, fileOf(table))) {
    if (table === "Register" && isDirectory(item)) continue;
    chunk.push(item);
    if (chunk.length === CHUNK) await flush();
  }
  await flush();
}

/** Reads a table back; the register's directory is still to come. */
async function verifyTable({ digests, published }: VerifiedBackup, store: Store, table: SavedTable): Promise<void> {
  const { digest } = await digestOf(store, table, table === "Register" ? [published] : []);
  if (digest === digests.get(table)?.digest) return;
  throw new Failed(`The table ${table} does not hold what was saved: somebody else writes to this store.`);
}

/** From this write on readers see the whole store. After a retry of our own the item may be there because of us. */
async function publish({ published }: VerifiedBackup, store: Store): Promise<void> {
  const isFirst = await putIf(store, published, {
    ConditionExpression: "attribute_not_exists(#scope)",
    ExpressionAttributeNames: { "#scope": "scope" },
  });
  if (isFirst || lineOf(SavedItem.parse(await publishedIn(store))) === lineOf(published)) return;
  throw new Failed("Somebody else has loaded a register into this store.");
}

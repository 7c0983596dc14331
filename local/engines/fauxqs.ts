import { findPackageJSON } from "node:module";
import type { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { buildApp } from "fauxqs";

export type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>["stores"]>;

/** The part of fauxqs' persistence that is used here. */
interface Persistence {
  readonly db: DatabaseSync;
  load(...stores: [Stores["sqsStore"], Stores["snsStore"], Stores["s3Store"]]): void;
  updateMessageReady(messageId: string): void;
  close(): void;
}

interface Internals {
  readonly SqsStore: new () => Stores["sqsStore"];
  readonly SnsStore: new () => Stores["snsStore"];
  readonly S3Store: new () => Stores["s3Store"];
  readonly PersistenceManager: new (directory: string) => Persistence;
}

/**
 * fauxqs' own `startFauxqs` listens on every interface of the machine, and `buildApp`, which does not listen, takes stores
 * whose classes the package does not export: they are loaded by file, of the exact version in package.json.
 */
async function loadInternals(): Promise<Internals> {
  const root = findPackageJSON("fauxqs", import.meta.url);
  if (!root) throw new Error("The package fauxqs is missing: run npm install.");
  const paths = ["sqs/sqsStore.js", "sns/snsStore.js", "s3/s3Store.js", "persistence.js"];
  const modules = await Promise.all(paths.map((path) => import(new URL(`dist/${path}`, pathToFileURL(root)).href)));
  return Object.assign({}, ...modules);
}

/**
 * Frees the messages that a process before this one was handling: it is dead, since it would have the lock. Then reads
 * everything into the stores, and only then lets them write, as fauxqs itself does: writing while loading deletes messages.
 */
function restore(persistence: Persistence, stores: Stores): void {
  // With the write-ahead log this outlives the end of the process at any moment, as DynamoDB's store here does; waiting for
  // the disk at every message would take most of a start's time.
  persistence.db.exec("PRAGMA synchronous = NORMAL");
  const ready = "UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL";
  persistence.db.exec(ready);
  persistence.load(stores.sqsStore, stores.snsStore, stores.s3Store);
  // fauxqs 2.4.1 sets the receive count to NULL here, which its own table forbids: the message would be lost.
  persistence.updateMessageReady = (id) => void persistence.db.prepare(`${ready} WHERE message_id = ?`).run(id);
  Object.assign(stores.sqsStore, { persistence });
  Object.assign(stores.s3Store, { persistence });
  for (const queue of stores.sqsStore.allQueues()) Object.assign(queue, { persistence });
}

/** Builds SQS and S3 over SQLite in `directory`, or in memory without one; `close` the store after the app. */
export async function buildFauxqs(directory: string | undefined) {
  const { SqsStore, SnsStore, S3Store, PersistenceManager } = await loadInternals();
  const stores: Stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  stores.sqsStore.host = ""; // queue addresses then name the host of the request instead of one that needs a DNS entry
  const persistence = directory === undefined ? undefined : new PersistenceManager(directory);
  if (persistence) restore(persistence, stores);
  return { app: buildApp({ logger: false, stores }), stores, closeStore: () => persistence?.close() };
}

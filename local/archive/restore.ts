import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { fileNewest, writeAudited } from "../../core/audit/append.ts";
import { isArchived } from "../../core/audit/archived.ts";
import { localTime } from "../../core/calendar/zone.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { holds } from "../../functions/dynamodb/holds.ts";
import type { SavedItem } from "../backup/lines.ts";
import type { Store } from "../backup/store.ts";
import type { Emptying } from "./empty.ts";
import { archivedLines } from "./file.ts";
import { archivist } from "./mark.ts";
import { type ArchivedRecord, recordsIn } from "./records.ts";
import { historiesOf } from "./verify.ts";

/** Where each kind of line that is no record lies. */
const places = {
  entry: { table: "Audit", key: "record" },
  letter: { table: "Letters", key: "partition" },
  sweep: { table: "Sweeps", key: "slot" },
} as const;

/**
 * Puts back what an archive holds: entries, letters and sweep log where they are missing, and then each record, as one
 * more version of it, whose history is whole again. All of it can be done again after a crash.
 */
export async function refillTables({ archive, store, wiring, reached }: Emptying): Promise<void> {
  let done = 0;
  for await (const { kind, item } of archivedLines(archive.path)) {
    if (kind === "entry" || kind === "letter" || kind === "sweep") await putIfMissing(store, kind, item);
    reached(++done);
  }
  for await (const { record } of historiesOf(archive.path)) {
    await putBack(record, { archive, store, wiring });
  }
}

async function putIfMissing({ database, names }: Store, kind: keyof typeof places, Item: SavedItem): Promise<void> {
  const { table, key } = places[kind];
  const put = new PutCommand({
    ...{ TableName: names.tables[table], Item, ConditionExpression: "attribute_not_exists(#key)" },
    ExpressionAttributeNames: { "#key": key },
  });
  await holds(database.send(put));
}

async function putBack(
  { name, key, stored: saved, table }: ArchivedRecord,
  { archive, store, wiring }: Pick<Emptying, "archive" | "store" | "wiring">,
): Promise<void> {
  const records = recordsIn(store, table);
  const present = await records.read(key);
  // It was never replaced, or is back already.
  if (!present || !isArchived(present)) return;
  // An archive may hold an entry that a crash had left unfiled.
  await fileNewest(name, saved, wiring.audit);
  const at = wiring.clock.machineNow();
  const change = {
    ...{ record: name, by: archivist, at, day: localTime(at, defaultPolicy.zone).day, command: "restore-archive" },
    ...{ reason: null, request: `restore:${archive.sha256}`, asked: wiring.hash(archive.sha256) },
    ...{ format: saved.format, data: saved.data, changes: [] },
  };
  await writeAudited(key, present, change, { records, audit: wiring.audit, hash: wiring.hash });
}

import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { nextEntry, seal } from "../../core/audit/append.ts";
import type { StoredRecord } from "../../core/audit/stored.ts";
import type { Day } from "../../core/calendar/day.ts";
import type { Applied } from "../../core/order608/policy-versions.ts";
import type { AuditedStores, ListedRecord } from "../../core/use-cases/records/audited-records.ts";
import { sha256 } from "../hash.ts";
import { FORMAT } from "./packed.ts";
import { queryPartition } from "./query.ts";
import { readStored, storedOf } from "./stored-record.ts";

/** Where versions lie in the register's table: no scope's name, since a body's id has no `#`. */
export const POLICY = "#policy";
export const CALENDAR = "#calendar";

/** A version's name among all audited records: `policy:3`. */
export const versionName = (scope: string, number: number): string => `${scope.slice(1)}:${number}`;

/** A version as the one entry of its own record; `data` also names the version before, so versions are chained too. */
export function versionRecord(record: string, version: Applied, data: string, day: Day): StoredRecord {
  const { by, name = by, reason, request = record, appliedAt } = version;
  const change = {
    ...{ record, by: { id: by, name }, at: appliedAt, day, command: "apply-version", reason, request },
    ...{ asked: sha256(data), format: FORMAT, data, changes: [] },
  };
  return { version: 1, format: FORMAT, data, newest: seal(nextEntry(null, change, sha256), sha256) };
}

/** Every version of policy and calendar as it is stored, for whoever verifies them. */
export function createVersionRecords(
  client: DynamoDBDocumentClient,
  table: string,
): NonNullable<AuditedStores["versions"]> {
  const of = async (scope: string): Promise<ListedRecord[]> => {
    const items = await queryPartition(client, table, "scope", scope);
    let before: string | null = null;
    return items.map((item, index) => {
      const stored = storedOf(item);
      const follows = isVersion(stored, index + 1, before);
      before = sha256(stored.data);
      return {
        ...{ record: versionName(scope, Number(item["id"])), stored, isReadable: ({ format }) => format === FORMAT },
        read: () => readStored(client, table, { scope, id: String(item["id"]) }),
        isWhole: async () => follows,
      };
    });
  };
  return { all: async () => [...(await of(POLICY)), ...(await of(CALENDAR))] };
}

/** Whether a version stands at its place, after the one that it names. */
function isVersion({ data }: StoredRecord, number: number, before: string | null): boolean {
  try {
    const said = JSON.parse(data);
    return said.number === number && said.previous === before;
  } catch {
    return false;
  }
}

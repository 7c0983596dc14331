import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { fileNewest } from "../../core/audit/append.ts";
import type { AuditLog, StoredRecord } from "../../core/audit/stored.ts";
import {
  type Applied,
  CalendarVersion,
  PolicyVersion,
  type VersionStore,
} from "../../core/order608/policy-versions.ts";
import { sha256 } from "../hash.ts";
import { holds } from "./holds.ts";
import { DamagedRecord, unpacked } from "./packed.ts";
import { queryAll } from "./query.ts";
import { attributesOf, storedOf } from "./stored-record.ts";
import { CALENDAR, POLICY, versionName, versionRecord } from "./version-records.ts";

/** Settings lie beside the register: no scope's name, since a body's id has no `#`. */
export const createPolicyVersions = (
  client: DynamoDBDocumentClient,
  table: string,
  audit: AuditLog,
): VersionStore<PolicyVersion> => createVersions(client, table, audit, POLICY, PolicyVersion);

export const createCalendarVersions = (
  client: DynamoDBDocumentClient,
  table: string,
  audit: AuditLog,
): VersionStore<CalendarVersion> => createVersions(client, table, audit, CALENDAR, CalendarVersion);

/** Sorts as text in the order of numbers. */
const idOf = (number: number): string => String(number).padStart(6, "0");

function createVersions<Version extends Applied>(
  client: DynamoDBDocumentClient,
  table: string,
  audit: AuditLog,
  scope: string,
  schema: z.ZodType<Version>,
): VersionStore<Version> {
  // Versions never change: only those that are not known yet are read.
  let known: readonly Version[] = [];
  let last: string | null = null;
  let newest: StoredRecord | null = null;
  const all = async (): Promise<readonly Version[]> => {
    const items = await queryAll(client, {
      TableName: table,
      KeyConditionExpression: "#scope = :scope AND #id > :last",
      ExpressionAttributeNames: { "#scope": "scope", "#id": "id" },
      ExpressionAttributeValues: { ":scope": scope, ":last": idOf(known.length) },
    });
    for (const item of items) {
      const version = unpacked(schema, item);
      if (version.number <= known.length) continue;
      if (version.number !== known.length + 1 || version.previous !== last) {
        throw new DamagedRecord(`${scope}: version ${version.number} does not follow what was applied before`);
      }
      last = sha256(String(item["data"]));
      newest = storedOf(item);
      known = [...known, version];
    }
    return known;
  };
  return {
    all,
    add: async (version, after, today) => {
      if ((await all()).length !== after) return "changed";
      // What Omit took away is put back.
      const next = { ...version, number: after + 1, previous: last } as Version;
      const data = JSON.stringify(z.encode(schema, next));
      // A crash may have left the entry of the version before unfiled.
      await fileNewest(versionName(scope, after), newest, audit);
      const stored = versionRecord(versionName(scope, after + 1), next, data, today);
      const put = new PutCommand({
        TableName: table,
        Item: { scope, id: idOf(after + 1), ...attributesOf(stored) },
        ConditionExpression: "attribute_not_exists(#id)",
        ExpressionAttributeNames: { "#id": "id" },
      });
      if (await holds(client.send(put))) {
        await fileNewest(versionName(scope, after + 1), stored, audit);
        return "added";
      }
      // Our own first try may have succeeded without an answer.
      await all();
      return last === sha256(data) ? "added" : "changed";
    },
  };
}

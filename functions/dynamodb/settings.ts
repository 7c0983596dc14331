import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { CalendarVersion, PolicyVersion } from "../../core/order608/policy-versions.ts";
import { sha256 } from "../hash.ts";
import { holds } from "./holds.ts";
import { DamagedRecord, FORMAT, unpacked } from "./packed.ts";
import { queryAll } from "./query.ts";

/** Versions of one setting: they are added and never changed. */
export interface VersionStore<Version extends { readonly number: number; readonly previous: string | null }> {
  /** All versions, oldest first; throws for a chain that is not what was written. */
  all(): Promise<readonly Version[]>;
  /** Adds the next version unless somebody else was faster. */
  add(version: Omit<Version, "number" | "previous">, after: number): Promise<"added" | "changed">;
}

/** Settings lie beside the register: no scope's name, since a body's id has no `#`. */
export const createPolicyVersions = (client: DynamoDBDocumentClient, table: string): VersionStore<PolicyVersion> =>
  createVersions(client, table, "#policy", PolicyVersion);

export const createCalendarVersions = (client: DynamoDBDocumentClient, table: string): VersionStore<CalendarVersion> =>
  createVersions(client, table, "#calendar", CalendarVersion);

/** Sorts as text in the order of numbers. */
const idOf = (number: number): string => String(number).padStart(6, "0");

function createVersions<Version extends { readonly number: number; readonly previous: string | null }>(
  client: DynamoDBDocumentClient,
  table: string,
  scope: string,
  schema: z.ZodType<Version>,
): VersionStore<Version> {
  // Versions never change: only those that are not known yet are read.
  let known: readonly Version[] = [];
  let last: string | null = null;
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
      known = [...known, version];
    }
    return known;
  };
  return {
    all,
    add: async (version, after) => {
      if ((await all()).length !== after) return "changed";
      // What Omit took away is put back.
      const next = { ...version, number: after + 1, previous: last } as Version;
      const data = JSON.stringify(z.encode(schema, next));
      const put = new PutCommand({
        TableName: table,
        Item: { scope, id: idOf(after + 1), format: FORMAT, data },
        ConditionExpression: "attribute_not_exists(#id)",
        ExpressionAttributeNames: { "#id": "id" },
      });
      if (await holds(client.send(put))) return "added";
      // Our own first try may have succeeded without an answer.
      await all();
      return last === sha256(data) ? "added" : "changed";
    },
  };
}

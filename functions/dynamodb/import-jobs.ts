import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { ImportJob, type ImportStore } from "../../core/use-cases/register-changes/import-jobs.ts";
import { holds } from "./holds.ts";
import { packed, unlessDamaged, unpacked } from "./packed.ts";
import { queryPartition } from "./query.ts";

/** Where imports lie in the register's table: no scope's name, since a body's id has no `#`. */
const IMPORTS = "#imports";

/** Imports in DynamoDB: one item an import. */
export function createImportJobs(
  client: DynamoDBDocumentClient,
  table: string,
): Pick<ImportStore, "readJob" | "writeJob" | "jobs"> {
  const read = async (id: string): Promise<ImportJob | null> => {
    const Key = { scope: IMPORTS, id };
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item ? unpacked(ImportJob, Item) : null;
  };
  return {
    readJob: read,
    writeJob: async (before, next) => {
      const put = new PutCommand({
        TableName: table,
        Item: { scope: IMPORTS, id: next.id, revision: next.revision, ...packed(ImportJob, next) },
        ConditionExpression: before ? "#revision = :revision" : "attribute_not_exists(#revision)",
        ExpressionAttributeNames: { "#revision": "revision" },
        ...(before && { ExpressionAttributeValues: { ":revision": before.revision } }),
      });
      return (await holds(client.send(put))) ? "written" : "changed";
    },
    jobs: async () =>
      (await queryPartition(client, table, "scope", IMPORTS))
        .flatMap((item) => unlessDamaged(() => unpacked(ImportJob, item)) ?? [])
        .sort((a, b) => b.startedAt - a.startedAt),
  };
}

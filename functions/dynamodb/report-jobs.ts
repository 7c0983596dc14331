import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { addMonths, formatDay, plusDays } from "../../core/calendar/day.ts";
import { localTime } from "../../core/calendar/zone.ts";
import { ReportJob } from "../../core/status/report-job.ts";
import type { ReportJobStore } from "../../core/use-cases/reports/report-jobs.ts";
import { holds } from "./holds.ts";
import { packed, unlessDamaged, unpacked } from "./packed.ts";
import { queryPartition } from "./query.ts";

/** Beside the sweep log, a partition for each month that a job's id begins with: no slot's name. */
const partitionOf = (id: string): string => `#reports#${id.slice(0, 7)}`;

/** Reports that are made in the background, in DynamoDB: one item a job. */
export function createReportJobs(client: DynamoDBDocumentClient, table: string): ReportJobStore {
  return {
    read: async (id) => {
      const Key = { slot: partitionOf(id), scope: id };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item ? unpacked(ReportJob, Item) : null;
    },
    write: async (before, next) => {
      const put = new PutCommand({
        TableName: table,
        Item: { slot: partitionOf(next.id), scope: next.id, revision: next.revision, ...packed(ReportJob, next) },
        ConditionExpression: before ? "#revision = :revision" : "attribute_not_exists(#revision)",
        ExpressionAttributeNames: { "#revision": "revision" },
        ...(before && { ExpressionAttributeValues: { ":revision": before.revision } }),
      });
      return (await holds(client.send(put))) ? "written" : "changed";
    },
    recent: async (now) => {
      const today = localTime(now, "UTC").day;
      // Jobs are named by the ministry's month: a day more at either end covers every zone.
      const [earliest, latest] = [plusDays(today, -1), plusDays(today, 1)];
      const months = [latest, addMonths(latest, -1), earliest, addMonths(earliest, -1)];
      const partitions = new Set(months.map((day) => partitionOf(formatDay(day))));
      const items = await Promise.all(
        [...partitions].map((partition) => queryPartition(client, table, "slot", partition)),
      );
      return items
        .flat()
        .flatMap((item) => unlessDamaged(() => unpacked(ReportJob, item)) ?? [])
        .sort((a, b) => b.askedAt - a.askedAt);
    },
  };
}

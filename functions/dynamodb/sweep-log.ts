import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { formatDay } from "../../core/calendar/day.ts";
import type { Slot } from "../../core/escalation/letter.ts";
import type { SweepLog } from "../../core/ports.ts";
import { SweepReport } from "../../core/status/sweep-report.ts";
import { packed, unpacked } from "./packed.ts";
import { queryPartition } from "./query.ts";

const slotText = ({ day, time }: Slot): string => `${formatDay(day)}T${time}`;

/** The sweep log in DynamoDB: one partition a slot, one item a scope. */
export function createSweepLog(client: DynamoDBDocumentClient, table: string): SweepLog {
  return {
    record: async (report) => {
      const key = { slot: slotText(report.slot), scope: report.scope };
      await client.send(new PutCommand({ TableName: table, Item: { ...key, ...packed(SweepReport, report) } }));
    },
    ofSlot: async (slot) =>
      (await queryPartition(client, table, "slot", slotText(slot))).map((item) => unpacked(SweepReport, item)),
  };
}

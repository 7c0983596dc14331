import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { day, formatDay } from "../../core/calendar/day.ts";
import { Brake, unreadableBrake } from "../../core/escalation/brake.ts";
import type { Slot } from "../../core/escalation/letter.ts";
import { isSlotBefore } from "../../core/escalation/slots.ts";
import type { Standing, SweepLog } from "../../core/ports.ts";
import { SweepReport } from "../../core/status/sweep-report.ts";
import { holds } from "./holds.ts";
import { packed, unlessDamaged, unpacked } from "./packed.ts";
import { type Item, queryAll, queryPartition } from "./query.ts";
import { rememberTexts } from "./remembered.ts";
import { writeAll } from "./write-all.ts";

/** Where {@link Standing} lies, one item a scope: no slot's name. */
export const STANDINGS = "#scopes";

/** Up to so many scopes are asked for one by one: a department has one, and reading all in each sweep is quadratic. */
const FEW_SCOPES = 4;

/** The texts of so many reports are remembered: those of two weeks and two dozen scopes have some 600 000 characters. */
const REMEMBERED = 2_000_000;

/** Sorts as text as slots do. */
const slotText = ({ day, time }: Slot): string => `${formatDay(day)}T${time}`;

/** A sweep log that can also take reports that are history already: the demo's days before. */
export interface ImportableSweepLog extends SweepLog {
  /** Writes reports over those of the same slot and scope; how the scopes stand does not change. */
  import(reports: readonly SweepReport[]): Promise<void>;
}

const itemOf = (report: SweepReport) => ({
  ...{ slot: slotText(report.slot), scope: report.scope },
  ...packed(SweepReport, report),
});

/** The sweep log in DynamoDB: one partition a slot, one item a scope; and how the scopes stand. */
export function createSweepLog(client: DynamoDBDocumentClient, table: string): ImportableSweepLog {
  const remember = rememberTexts<SweepReport>(REMEMBERED);
  const readReport = (item: Item): SweepReport =>
    remember(`${item["slot"]} ${item["scope"]} ${item["format"]}`, String(item["data"]), () =>
      unpacked(SweepReport, item),
    );
  /** One that cannot be read counts as none: the watch says that its scope missed the slot, and no sweep stops for it. */
  const readable = (item: Item): SweepReport | readonly never[] => unlessDamaged(() => readReport(item)) ?? [];
  return {
    import: (reports) =>
      writeAll(
        client,
        table,
        reports.map((report) => ({ PutRequest: { Item: itemOf(report) } })),
      ),
    record: async (report, known) => {
      await client.send(new PutCommand({ TableName: table, Item: itemOf(report) }));
      // Slots only go on: one that has been noted needs no second note.
      if (known?.last && !isSlotBefore(known.last, report.slot)) return;
      // A sweep of an earlier slot that ends late leaves the later one standing.
      await holds(client.send(lastSlot(table, report.scope, slotText(report.slot))));
    },
    ofSlot: async (slot) => (await queryPartition(client, table, "slot", slotText(slot))).flatMap(readable),
    standings: async (scopes) => {
      const items =
        scopes && scopes.length <= FEW_SCOPES
          ? (await Promise.all(scopes.map((scope) => standingItems(client, table, scope)))).flat()
          : await queryPartition(client, table, "slot", STANDINGS);
      return items.map(standingOf);
    },
    setBrake: async (scope, before, brake) => {
      const isSet = await holds(
        client.send(
          new UpdateCommand({
            ...{ TableName: table, Key: { slot: STANDINGS, scope } },
            UpdateExpression: "SET #brake = :brake, #version = :version",
            ConditionExpression: before ? "#version = :before" : "attribute_not_exists(#version)",
            ExpressionAttributeNames: { "#brake": "brake", "#version": "brakeVersion" },
            ExpressionAttributeValues: {
              ...{ ":brake": packed(Brake, brake), ":version": brake.version },
              ...(before && { ":before": before.version }),
            },
          }),
        ),
      );
      return isSet ? "set" : "changed";
    },
  };
}

const lastSlot = (table: string, scope: string, slot: string): UpdateCommand =>
  new UpdateCommand({
    ...{ TableName: table, Key: { slot: STANDINGS, scope } },
    UpdateExpression: "SET #last = :slot, #first = if_not_exists(#first, :slot)",
    ConditionExpression: "attribute_not_exists(#last) OR #last < :slot",
    ExpressionAttributeNames: { "#last": "last", "#first": "first" },
    ExpressionAttributeValues: { ":slot": slot },
  });

const standingItems = (client: DynamoDBDocumentClient, table: string, scope: string): Promise<Item[]> =>
  queryAll(client, {
    TableName: table,
    KeyConditionExpression: "#slot = :slot AND #scope = :scope",
    ExpressionAttributeNames: { "#slot": "slot", "#scope": "scope" },
    ExpressionAttributeValues: { ":slot": STANDINGS, ":scope": scope },
  });

function standingOf(item: Item): Standing {
  const { scope, first, last } = item;
  return { scope: String(scope), first: slotOf(first), last: slotOf(last), brake: brakeOf(item) };
}

/** The scope's brake; for one that cannot be read what holds in its place, so that no other scope's sweep stops for it. */
function brakeOf({ first, brake, brakeVersion }: Item): Brake | null {
  if (brake === undefined) return null;
  const read = unlessDamaged(() => unpacked(Brake, Object(brake)));
  return read ?? unreadableBrake(Number(brakeVersion), slotOf(first) ?? NEVER);
}

/** The slot of a brake that was put on before any sweep, which is none. */
const NEVER: Slot = { day: day("2000-01-01"), time: "00:00" };

function slotOf(text: unknown): Slot | null {
  if (typeof text !== "string") return null;
  const [date = "", time = ""] = text.split("T");
  return { day: day(date), time };
}

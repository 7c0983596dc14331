import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { InstantNumber } from "../../core/calendar/zone.ts";
import type { DamagedMark, OutOfUseMark, WholeMarks } from "../../core/escalation/out-of-use.ts";
import type { OutOfUseStore } from "../../core/ports.ts";
import { holds } from "./holds.ts";
import { checked, DamagedRecord } from "./packed.ts";
import { type Item, queryPartition } from "./query.ts";

/** Beside the letters, since who writes the one writes the other: no scope's log, since a body's id has no `#`. */
export const OUT_OF_USE = "#out-of-use";

/** An address by its key; cleared ones stay, so that a late event does not put them out of use again. */
const StoredMark = z.object({
  /** The recipient key. */
  number: z.string(),
  at: InstantNumber,
  letter: z.string(),
  reason: z.string().nullable(),
  clearedAt: InstantNumber.exactOptional(),
  /** Who cleared it last. */
  clearedBy: z.string().exactOptional(),
});
type StoredMark = z.output<typeof StoredMark>;

const isOut = ({ at, clearedAt }: StoredMark): boolean => clearedAt === undefined || clearedAt < at;

/** Marks that hold, and those that cannot be read. */
function sorted(items: readonly Item[]): WholeMarks {
  const marks: OutOfUseMark[] = [];
  const damaged: DamagedMark[] = [];
  for (const item of items) {
    try {
      const mark = checked(StoredMark, item);
      const { number, at, letter, reason } = mark;
      if (isOut(mark)) marks.push({ recipientKey: number, at, letter, reason });
    } catch (error) {
      if (!(error instanceof DamagedRecord)) throw error;
      damaged.push({ recipientKey: String(item["number"]), reason: error.message });
    }
  }
  return { marks, damaged };
}

/** Addresses out of use in DynamoDB: one small partition. */
export function createOutOfUseStore(client: DynamoDBDocumentClient, table: string): OutOfUseStore {
  const keyOf = (recipientKey: string) => ({ partition: OUT_OF_USE, number: recipientKey });
  const whole = async () => sorted(await queryPartition(client, table, "partition", OUT_OF_USE));
  return {
    whole,
    all: async () => (await whole()).marks,
    mark: async ({ recipientKey, at, letter, reason }) => {
      const isMarked = await holds(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(recipientKey),
            UpdateExpression: "SET #at = :at, #letter = :letter, #reason = :reason",
            ConditionExpression: "attribute_not_exists(#clearedAt) OR #clearedAt < :at",
            ExpressionAttributeNames: {
              ...{ "#at": "at", "#letter": "letter", "#reason": "reason", "#clearedAt": "clearedAt" },
            },
            ExpressionAttributeValues: { ":at": at, ":letter": letter, ":reason": reason },
          }),
        ),
      );
      return isMarked ? "marked" : "cleared-since";
    },
  };
}

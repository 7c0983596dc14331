import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { InstantNumber } from "../../core/calendar/zone.ts";
import type { OutOfUseStore } from "../../core/ports.ts";
import { holds } from "./holds.ts";
import { queryPartition } from "./query.ts";

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

/** Addresses out of use in DynamoDB: one small partition. */
export function createOutOfUseStore(client: DynamoDBDocumentClient, table: string): OutOfUseStore {
  const keyOf = (recipientKey: string) => ({ partition: OUT_OF_USE, number: recipientKey });
  return {
    all: async () => {
      const items = await queryPartition(client, table, "partition", OUT_OF_USE);
      const marks = items.map((item) => StoredMark.parse(item)).filter(isOut);
      return marks.map(({ number, at, letter, reason }) => ({ recipientKey: number, at, letter, reason }));
    },
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
    clear: async (recipientKey, by, at) => {
      const Key = keyOf(recipientKey);
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      const known = Item && StoredMark.parse(Item);
      if (!known || !isOut(known)) return "not-marked";
      const isCleared = await holds(
        client.send(
          new UpdateCommand({
            ...{ TableName: table, Key },
            UpdateExpression: "SET #clearedAt = :clearedAt, #clearedBy = :clearedBy",
            ConditionExpression: "#at = :at",
            ExpressionAttributeNames: { "#at": "at", "#clearedAt": "clearedAt", "#clearedBy": "clearedBy" },
            // The mail service's clock may be ahead of ours.
            ExpressionAttributeValues: { ":at": known.at, ":clearedAt": Math.max(at, known.at), ":clearedBy": by },
          }),
        ),
      );
      // A bounce came in between: it is newer than what the administrator has seen.
      return isCleared ? "cleared" : "not-marked";
    },
  };
}

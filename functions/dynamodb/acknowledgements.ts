import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type LetterId, letterPath } from "../../core/escalation/ledger.ts";
import type { AcknowledgementStore } from "../../core/use-cases/letters/acknowledge.ts";
import { queryPartition } from "./query.ts";
import { readStored, storedOf, writeStored } from "./stored-record.ts";

/** Beside the letters, in partitions of their own: no scope's log, since a body's id has no `#`. */
const partitionOf = ({ scope, year }: Pick<LetterId, "scope" | "year">): string => `#acknowledged#${scope}#${year}`;

const keyOf = (id: LetterId) => ({ partition: partitionOf(id), number: `${id.recipientKey}#${id.n}` });

/** Acknowledgements in DynamoDB: one item a letter that was answered, one partition a scope and year. */
export function createAcknowledgementStore(client: DynamoDBDocumentClient, table: string): AcknowledgementStore {
  return {
    read: (id) => readStored(client, table, keyOf(id)),
    put: (id, before, next) => writeStored(client, table, keyOf(id), before, next),
    ofYear: async (scope, year) => {
      const items = await queryPartition(client, table, "partition", partitionOf({ scope, year }));
      return new Map(
        items.map((item) => {
          const [recipientKey = "", n] = String(item["number"]).split("#");
          return [letterPath({ scope, year, recipientKey, n: Number(n) }), storedOf(item)] as const;
        }),
      );
    },
  };
}

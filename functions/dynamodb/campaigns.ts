import { type DynamoDBDocumentClient, ScanCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { CampaignNotes } from "../../core/use-cases/sweep/outset.ts";
import { holds } from "./holds.ts";
import { queryPartition } from "./query.ts";

/** Beside the dossiers: no scope's partition, since a body's id has no `#`. */
const NOTES = "#campaigns";
const KEY = { partition: NOTES, body: NOTES };

/** Set where a dossier was written to a store without notes, which may hold earlier ones: then every campaign is read. */
const UNKNOWN = "unknown";

/** Notes of the campaigns that may hold dossiers, which are written before a campaign's first dossier is. */
export interface WritableCampaignNotes extends CampaignNotes {
  /** `mayBegin`: whether the caller may look through the table, to begin the notes where it is empty. */
  note(campaigns: Iterable<number>, mayBegin: boolean): Promise<void>;
}

/**
 * One item in DynamoDB with an attribute a campaign. It is begun in an empty table only, so in a store that is older than
 * it any campaign may hold dossiers. Nothing takes a note away: a campaign that turns out to hold nothing costs a query,
 * one that is missed would lose dossiers.
 */
export function createCampaignNotes(client: DynamoDBDocumentClient, table: string): WritableCampaignNotes {
  const set = (name: string, isBegun: boolean): Promise<boolean> =>
    holds(
      client.send(
        new UpdateCommand({
          ...{ TableName: table, Key: KEY },
          UpdateExpression: "SET #name = :yes",
          ...(isBegun && { ConditionExpression: "attribute_exists(#partition)" }),
          ExpressionAttributeNames: { "#name": name, ...(isBegun && { "#partition": "partition" }) },
          ExpressionAttributeValues: { ":yes": true },
        }),
      ),
    );
  const isEmpty = async (): Promise<boolean> => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: table, Limit: 1, ConsistentRead: true }));
    return Items.length === 0;
  };
  const begin = () => client.send(new UpdateCommand({ TableName: table, Key: KEY }));
  return {
    campaigns: async () => {
      const [item] = await queryPartition(client, table, "partition", NOTES);
      return item && !(UNKNOWN in item) ? Object.keys(item).filter(isYear).map(Number) : null;
    },
    note: async (campaigns, mayBegin) => {
      if (mayBegin && (await isEmpty())) await begin();
      for (const campaign of new Set(campaigns)) {
        // Where there are no notes yet, there may be dossiers that nobody has noted.
        if (!(await set(String(campaign), true))) await set(UNKNOWN, false);
      }
    },
  };
}

const isYear = (name: string): boolean => /^\d{4}$/.test(name);

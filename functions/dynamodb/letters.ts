import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { DayText } from "../../core/calendar/day.ts";
import { TimeText } from "../../core/calendar/time.ts";
import { instant } from "../../core/calendar/zone.ts";
import { ObligationId } from "../../core/dossier/obligation-id.ts";
import { MAIL_EVENT_KINDS } from "../../core/escalation/delivery.ts";
import { type Delivery, type LetterEntry, type LetterId, LetterState } from "../../core/escalation/ledger.ts";
import { EscalationRole } from "../../core/order608/role.ts";
import type { Ledger } from "../../core/ports.ts";
import { holds } from "./holds.ts";
import { packed, unpacked } from "./packed.ts";
import { type Item, queryAll, queryPartition } from "./query.ts";
import { writeAll } from "./write-all.ts";

const DueKeyText = {
  body: z.string(),
  campaign: z.int(),
  obligation: ObligationId,
  subject: z.string(),
  due: DayText,
};

/** What never changes of an entry. */
const StoredLetter = z.strictObject({
  scope: z.string(),
  year: z.int(),
  recipientKey: z.string(),
  n: z.int(),
  owner: z.string(),
  slot: z.strictObject({ day: DayText, time: TimeText }),
  level: EscalationRole,
  items: z.array(z.strictObject({ ...DueKeyText, stage: z.string() })),
  closed: z.array(z.strictObject(DueKeyText)),
  file: z.string(),
});

const Moment = z.number().transform(instant);

const StoredEvent = z.strictObject({
  kind: z.enum(MAIL_EVENT_KINDS),
  at: Moment,
  messageId: z.string(),
  detail: z.string().nullable(),
});

/** What a delivery step changes: attributes of their own, so that conditions can name them. */
const StoredDelivery = z.object({
  state: LetterState,
  attempts: z.int(),
  lease: z.strictObject({ holder: z.string(), until: Moment }).nullable(),
  unknownSince: Moment.nullable(),
  messageId: z.string().nullable(),
  reason: z.string().nullable(),
  events: z.array(StoredEvent).exactOptional(),
});

/** Sorts as text in the order of n. */
const numberOf = ({ recipientKey, n }: Pick<LetterId, "recipientKey" | "n">): string =>
  `${recipientKey}#${String(n).padStart(6, "0")}`;

const partitionOf = ({ scope, year }: Pick<LetterId, "scope" | "year">): string => `${scope}#${year}`;

const keyOf = (id: LetterId) => ({ partition: partitionOf(id), number: numberOf(id) });

function itemOf(entry: LetterEntry) {
  const { state, attempts, lease, unknownSince, messageId, reason, events, ...rest } = entry;
  const fixed = { ...rest, items: [...rest.items], closed: [...rest.closed] };
  const delivery = { state, attempts, lease, unknownSince, messageId, reason, ...(events && { events }) };
  return { ...keyOf(entry), ...packed(StoredLetter, fixed), ...delivery };
}

const readItem = (item: Item): LetterEntry => ({ ...unpacked(StoredLetter, item), ...StoredDelivery.parse(item) });

/** A ledger that can also take entries that are history already: a restored backup, the demo's days before. */
export interface ImportableLedger extends Ledger {
  /** Writes entries over those of the same id; only for a store that nobody sweeps. */
  import(entries: readonly LetterEntry[]): Promise<void>;
}

/** The ledger in DynamoDB: one partition a scope and year, one item a letter. */
export function createLedger(client: DynamoDBDocumentClient, table: string): ImportableLedger {
  return {
    import: (entries) =>
      writeAll(
        client,
        table,
        entries.map((entry) => ({ PutRequest: { Item: itemOf(entry) } })),
      ),
    log: async (scope, year, recipientKey) => {
      const partition = partitionOf({ scope, year });
      const items =
        recipientKey === undefined
          ? await queryPartition(client, table, "partition", partition)
          : await queryAll(client, {
              TableName: table,
              KeyConditionExpression: "#partition = :partition AND begins_with(#number, :recipient)",
              ExpressionAttributeNames: { "#partition": "partition", "#number": "number" },
              ExpressionAttributeValues: { ":partition": partition, ":recipient": `${recipientKey}#` },
            });
      return items.map(readItem);
    },
    get: async (id) => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true }));
      return Item ? readItem(Item) : null;
    },
    unsettled: async (scope, year) => {
      const items = await queryAll(client, {
        TableName: table,
        KeyConditionExpression: "#partition = :partition",
        FilterExpression: "#state IN (:sending, :unknown)",
        ExpressionAttributeNames: { "#partition": "partition", "#state": "state" },
        ExpressionAttributeValues: {
          ...{ ":partition": partitionOf({ scope, year }), ":sending": "sending", ":unknown": "unknown" },
        },
      });
      return items.map(readItem);
    },
    create: async (entry) => {
      const isNew = "attribute_not_exists(#partition)";
      const names = { "#partition": "partition" };
      return (await holds(
        client.send(
          new PutCommand({
            TableName: table,
            Item: itemOf(entry),
            ConditionExpression: isNew,
            ExpressionAttributeNames: names,
          }),
        ),
      ))
        ? "created"
        : "exists";
    },
    advance: async (before, step) =>
      (await holds(client.send(stepFrom(table, before, step)))) ? "advanced" : "changed",
  };
}

/** The step is taken only from the state, by the lease holder and after the events that the caller has seen. */
function stepFrom(table: string, before: LetterEntry, step: Delivery): UpdateCommand {
  const eventsBefore = before.events?.length ?? 0;
  const conditions = [
    "#state = :before AND #attempts = :attemptsBefore",
    eventsBefore === 0 ? "attribute_not_exists(#events)" : "size(#events) = :eventsBefore",
    ...(before.lease ? ["#lease.#holder = :holder"] : []),
  ];
  return new UpdateCommand({
    TableName: table,
    Key: keyOf(before),
    UpdateExpression:
      "SET #state = :state, #attempts = :attempts, #lease = :lease, " +
      `#unknownSince = :unknownSince, #messageId = :messageId, #reason = :reason${step.events ? ", #events = :events" : ""}`,
    ConditionExpression: conditions.join(" AND "),
    ExpressionAttributeNames: {
      "#state": "state",
      "#attempts": "attempts",
      "#lease": "lease",
      "#unknownSince": "unknownSince",
      "#messageId": "messageId",
      "#reason": "reason",
      "#events": "events",
      ...(before.lease && { "#holder": "holder" }),
    },
    ExpressionAttributeValues: {
      ":before": before.state,
      ":attemptsBefore": before.attempts,
      ":state": step.state,
      ":attempts": step.attempts,
      ":lease": step.lease,
      ":unknownSince": step.unknownSince,
      ":messageId": step.messageId,
      ":reason": step.reason,
      ...(eventsBefore > 0 && { ":eventsBefore": eventsBefore }),
      ...(step.events && { ":events": step.events }),
      ...(before.lease && { ":holder": before.lease.holder }),
    },
  });
}

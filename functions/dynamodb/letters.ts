import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { DayText } from "../../core/calendar/day.ts";
import { TimeText } from "../../core/calendar/time.ts";
import { InstantNumber, instant } from "../../core/calendar/zone.ts";
import { ObligationId } from "../../core/dossier/obligation-id.ts";
import { MAIL_EVENT_KINDS } from "../../core/escalation/delivery.ts";
import { type Delivery, isNotice, type LetterEntry, type LetterId, LetterState } from "../../core/escalation/ledger.ts";
import { EscalationRole } from "../../core/order608/role.ts";
import type { DamagedLetter, Ledger, WholeLog } from "../../core/ports.ts";
import { holds } from "./holds.ts";
import { checked, DamagedRecord, fits, packedTight, unpacked } from "./packed.ts";
import { type Item, queryAll, queryPartition } from "./query.ts";
import { rememberTexts } from "./remembered.ts";
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
  freshUntil: InstantNumber.exactOptional(),
  unknownMinutes: z.int().exactOptional(),
  rules: z.strictObject({ policy: z.int(), calendar: z.int() }).exactOptional(),
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

/** Letters without items are few and of many names: one partition a year holds them all, so that they can be looked over. */
const NOTICES = "#notices";

const partitionOf = (id: Pick<LetterId, "scope" | "year">): string => `${isNotice(id) ? NOTICES : id.scope}#${id.year}`;

/** Which sort keys of its partition are a log's, or one recipient's of it. */
const prefixOf = (scope: string, recipientKey?: string): string =>
  (isNotice({ scope }) ? `${scope}#` : "") + (recipientKey === undefined ? "" : `${recipientKey}#`);

/** Sorts as text in the order of n. */
const numberOf = ({ scope, recipientKey, n }: LetterId): string =>
  prefixOf(scope, recipientKey) + String(n).padStart(6, "0");

const keyOf = (id: LetterId) => ({ partition: partitionOf(id), number: numberOf(id) });

function itemOf(entry: LetterEntry) {
  const { state, attempts, lease, unknownSince, messageId, reason, events, ...rest } = entry;
  const fixed = { ...rest, items: [...rest.items], closed: [...rest.closed] };
  const delivery = { state, attempts, lease, unknownSince, messageId, reason, ...(events && { events }) };
  return { ...keyOf(entry), ...packedTight(StoredLetter, fixed), ...delivery };
}

/** The texts of so many letters are remembered: those of 252 bodies and a year have some 4 million characters. */
const REMEMBERED = 16_000_000;

type ReadItem = (item: Item) => LetterEntry;

/** What never changes is decoded once; what a delivery step changes is looked at every time. */
function createReader(): ReadItem {
  const remember = rememberTexts<z.output<typeof StoredLetter>>(REMEMBERED);
  return (item) => ({
    ...remember(`${item["partition"]} ${item["number"]} ${item["format"]}`, String(item["data"]), () =>
      unpacked(StoredLetter, item),
    ),
    ...checked(StoredDelivery, item),
  });
}

/** What an entry's keys say, whatever became of the rest. */
function idOf(item: Item): LetterId {
  const names = String(item["partition"]).split("#");
  const parts = String(item["number"]).split("#");
  const scope = parts.length > 2 ? parts[0] : names[0];
  return { scope: scope ?? "", year: Number(names.at(-1)), recipientKey: parts.at(-2) ?? "", n: Number(parts.at(-1)) };
}

function wholeLogOf(items: readonly Item[], readItem: ReadItem): WholeLog {
  const entries: LetterEntry[] = [];
  const damaged: DamagedLetter[] = [];
  for (const item of items) {
    try {
      entries.push(readItem(item));
    } catch (error) {
      if (!(error instanceof DamagedRecord)) throw error;
      damaged.push({ ...idOf(item), reason: error.message });
    }
  }
  return { entries, damaged };
}

/** A ledger that can also take entries that are history already: a restored backup, the demo's days before. */
export interface ImportableLedger extends Ledger {
  /** Writes entries over those of the same id; only for a store that nobody sweeps. */
  import(entries: readonly LetterEntry[]): Promise<void>;
}

/** The ledger in DynamoDB: one partition a scope and year, one item a letter. */
export function createLedger(client: DynamoDBDocumentClient, table: string): ImportableLedger {
  const readItem = createReader();
  const wholeLog: Ledger["wholeLog"] = async (scope, year, recipientKey) => {
    const partition = partitionOf({ scope, year });
    const prefix = prefixOf(scope, recipientKey);
    const items =
      prefix === ""
        ? await queryPartition(client, table, "partition", partition)
        : await queryAll(client, {
            TableName: table,
            KeyConditionExpression: "#partition = :partition AND begins_with(#number, :prefix)",
            ExpressionAttributeNames: { "#partition": "partition", "#number": "number" },
            ExpressionAttributeValues: { ":partition": partition, ":prefix": prefix },
          });
    return wholeLogOf(items, readItem);
  };
  const waitingIn = async (partition: string): Promise<readonly LetterEntry[]> => {
    const items = await queryAll(client, {
      TableName: table,
      KeyConditionExpression: "#partition = :partition",
      FilterExpression: "#state IN (:queued, :sending, :unknown)",
      ExpressionAttributeNames: { "#partition": "partition", "#state": "state" },
      ExpressionAttributeValues: {
        ...{ ":partition": partition, ":queued": "queued", ":sending": "sending", ":unknown": "unknown" },
      },
    });
    return wholeLogOf(items, readItem).entries;
  };
  return {
    import: (entries) =>
      writeAll(
        client,
        table,
        entries.map((entry) => ({ PutRequest: { Item: itemOf(entry) } })),
      ),
    log: async (...of) => (await wholeLog(...of)).entries,
    wholeLog,
    get: async (id) => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true }));
      return Item ? readItem(Item) : null;
    },
    waiting: (scope, year) => waitingIn(partitionOf({ scope, year })),
    waitingNotices: (year) => waitingIn(`${NOTICES}#${year}`),
    create: async (entry) => {
      const Item = itemOf(entry);
      if (!fits(Item)) return "too-large";
      const isNew = "attribute_not_exists(#partition)";
      const ExpressionAttributeNames = { "#partition": "partition" };
      const put = new PutCommand({ TableName: table, Item, ConditionExpression: isNew, ExpressionAttributeNames });
      return (await holds(client.send(put))) ? "created" : "exists";
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

import { randomUUID } from "node:crypto";
import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { StoredRecord } from "../../core/audit/stored.ts";
import { Policy } from "../../core/order608/policy.ts";
import type { Directory, RegisterStore } from "../../core/ports.ts";
import { Body } from "../../core/register/body.ts";
import { directoryAfter } from "../../core/register/former-scopes.ts";
import { createRegister, normaliseEmail } from "../../core/register/register.ts";
import type { RegisterEditions } from "../../core/use-cases/register-changes/register-edition.ts";
import { sha256 } from "../hash.ts";
import { holds } from "./holds.ts";
import { fits, packed, unlessDamaged, unpacked } from "./packed.ts";
import { type Item, queryPartition } from "./query.ts";
import { rememberEdition, rememberTexts } from "./remembered.ts";
import { attributesOf, readStored } from "./stored-record.ts";
import { writeAll } from "./write-all.ts";

/** Where {@link Directory} lies: no scope's name, since a body's id has no `#`. */
const DIRECTORY = "#directory";
/** Until the item with this key is there, every reader finds no register yet. */
export const DIRECTORY_KEY = { scope: DIRECTORY, id: DIRECTORY };

const StoredDirectory = z.strictObject({
  scopes: z.array(z.string()),
  shared: z.record(z.string(), z.array(z.string())),
  version: z.int(),
  policy: Policy,
  /** Which edition of the bodies is in force; absent in registers that are older than editions. */
  edition: z.string().exactOptional(),
  /** The edition before, which readers may still be reading and the next replacement removes; null for one without a name. */
  before: z.string().nullable().exactOptional(),
  /** Its partitions, in directories that are older than `before`: with thousands of scopes they took half of an item. */
  superseded: z.array(z.string()).exactOptional(),
  /** SHA-256 of the edition's bodies as they were written; absent in registers that are older than it. */
  bodiesHash: z.string().exactOptional(),
  former: z.array(z.string()).exactOptional(),
});
type StoredDirectory = z.output<typeof StoredDirectory>;

/** A register that can also be replaced as a whole. */
export interface WritableRegisterStore extends RegisterStore {
  /** The register's audited way in. */
  readonly editions: RegisterEditions;
  /**
   * Replaces every body and the policy, without history: for a store that is filled from a file, and for tests.
   * @param version - the directory's version that the caller has seen, 0 before the first import
   */
  replace(bodies: readonly Body[], policy: Policy, version?: number): Promise<"replaced" | "changed">;
}

/** So many bodies are remembered, some 100 MB: as many as the ministry's sweep has room for in a function of 1 GB. */
const REMEMBERED = 50_000;

/** The register in DynamoDB: one item a body, one partition a scope and edition. */
export function createRegisterStore(client: DynamoDBDocumentClient, table: string): WritableRegisterStore {
  const editions = createEditions(client, table);
  const remembered = rememberEdition(REMEMBERED);
  const present = async (): Promise<StoredDirectory | null> => {
    const stored = await editions.read("edition");
    return stored && directoryOf(stored);
  };
  return {
    editions,
    directory: async () => {
      const directory = await present();
      if (!directory) return null;
      const { before: _before, superseded: _superseded, bodiesHash: _bodiesHash, ...shown } = directory;
      return shown;
    },
    bodies: async (scope, directory) => {
      const edition = directory ?? (await present());
      if (!edition) return [];
      return remembered(edition.edition, scope, async () => {
        const found = (await queryPartition(client, table, "scope", partitionOf(scope, edition))).map((item) => ({
          order: Number(item["order"]),
          body: unpacked(Body, item),
        }));
        return found.sort((a, b) => a.order - b.order).map(({ body }) => body);
      });
    },
    replace: async (bodies, policy, version) => {
      const before = await editions.read("edition");
      if (version !== undefined && version !== (before?.version ?? 0)) return "changed";
      const facts = await editions.stage(bodies, policy, before);
      const next = { ...facts, version: (before?.version ?? 0) + 1, newest: null };
      const outcome = await editions.put("edition", before, next);
      if (outcome === "too-large") throw new RangeError("The register's directory is larger than 350 kB.");
      if (outcome === "written") await editions.tidy(before);
      return outcome === "written" ? "replaced" : "changed";
    },
  };
}

/** A directory is read for every request and seldom another one. */
const remember = rememberTexts<StoredDirectory>(400_000);

const directoryOf = ({ format, data }: Pick<StoredRecord, "format" | "data">): StoredDirectory =>
  remember(String(format), data, () => unpacked(StoredDirectory, { format, data }));

function createEditions(client: DynamoDBDocumentClient, table: string): RegisterEditions {
  return {
    read: async () => {
      const stored = await readStored(client, table, DIRECTORY_KEY);
      // The directory counts its versions itself: older ones have no attribute for it.
      return stored && { ...stored, version: directoryOf(stored).version };
    },
    put: (_key, before, next) => putDirectory(client, table, before, next),
    stage: async (bodies, policy, stored) => {
      const before = stored && directoryOf(stored);
      const register = createRegister(bodies);
      const edition = randomUUID();
      const items = (partition: string) => queryPartition(client, table, "scope", partition);
      const old = await Promise.all(
        (before?.scopes ?? []).map(async (scope) => ({ scope, items: await items(partitionOf(scope, before)) })),
      );
      const { scopes, shared } = directoryAfter(register, scopesBefore(before, old));
      const written = policy ?? before?.policy;
      if (!written) throw new RangeError("The first register needs a policy.");
      const rows = bodies.map((body) => ({ body, ...packed(Body, body) }));
      const next = {
        ...{
          scopes: [...scopes],
          shared: mutable(shared),
          version: (before?.version ?? 0) + 1,
          policy: written,
          edition,
        },
        ...(before && { before: before.edition ?? null }),
        bodiesHash: sha256(JSON.stringify(rows.map(({ data }) => data))),
        ...formerScopes(before, scopes),
      };
      const puts = rows.map(({ body, ...attributes }, order) => {
        const scope = partitionOf(register.scopeOf(body), next);
        return { PutRequest: { Item: { scope, id: body.id, order, ...attributes } } };
      });
      await writeAll(client, table, puts);
      return packed(StoredDirectory, next);
    },
    tidy: async (stored) => removePartitions(client, table, stored ? supersededBy(directoryOf(stored)) : []),
  };
}

/** Where the bodies of a scope lie. */
const partitionOf = (scope: string, directory: Pick<Directory, "edition"> | null): string =>
  directory?.edition === undefined ? scope : `${scope}#${directory.edition}`;

/** Where the bodies lie of the edition before a directory's: in its scopes, or in those that it has left behind. */
const supersededBy = ({ before, superseded = [], scopes, former = [] }: StoredDirectory): readonly string[] =>
  before === undefined
    ? superseded
    : [...scopes, ...former].map((scope) => partitionOf(scope, before === null ? null : { edition: before }));

/** Puts a directory into force unless there is another than was read. */
async function putDirectory(
  client: DynamoDBDocumentClient,
  table: string,
  before: StoredRecord | null,
  next: StoredRecord,
): Promise<"written" | "changed" | "too-large"> {
  if (!fits(next)) return "too-large";
  const put = new PutCommand({
    ...{ TableName: table, Item: { ...DIRECTORY_KEY, ...attributesOf(next) } },
    ConditionExpression: before ? "#data = :before" : "attribute_not_exists(#data)",
    ExpressionAttributeNames: { "#data": "data" },
    ...(before && { ExpressionAttributeValues: { ":before": before.data } }),
  });
  if (await holds(client.send(put))) return "written";
  // Our own first try may have succeeded without an answer: nobody else knows this edition's name.
  return (await readStored(client, table, DIRECTORY_KEY))?.data === next.data ? "written" : "changed";
}

async function removePartitions(
  client: DynamoDBDocumentClient,
  table: string,
  partitions: readonly string[],
): Promise<void> {
  const old = (await Promise.all(partitions.map((name) => queryPartition(client, table, "scope", name)))).flat();
  await writeAll(
    client,
    table,
    old.map(({ scope, id }) => ({ DeleteRequest: { Key: { scope, id } } })),
  );
}

const mutable = (shared: Directory["shared"]): Record<string, string[]> =>
  Object.fromEntries(Object.entries(shared).map(([email, scopes]) => [email, [...scopes]]));

/** The scopes that the register has left behind: histories of bodies lie there. */
function formerScopes(before: StoredDirectory | null, scopes: readonly string[]): Pick<StoredDirectory, "former"> {
  const left = [...(before?.former ?? []), ...(before?.scopes ?? [])].filter((scope) => !scopes.includes(scope));
  return left.length > 0 ? { former: [...new Set(left)] } : {};
}

/** The scopes of an address until now: those that the directory remembers, and those where it is a contact. */
function scopesBefore(
  before: StoredDirectory | null,
  old: readonly { readonly scope: string; readonly items: readonly Item[] }[],
): (email: string) => readonly string[] {
  const found = Map.groupBy(
    old.flatMap(({ scope, items }) => items.flatMap(addressesOf).map((email) => ({ email, scope }))),
    ({ email }) => email,
  );
  return (email) => [
    ...new Set([...(before?.shared[email] ?? []), ...(found.get(email) ?? []).map(({ scope }) => scope)]),
  ];
}

/** A body that cannot be read is about to be replaced: it must not stop that. */
function addressesOf(item: Item): string[] {
  const body = unlessDamaged(() => unpacked(Body, item));
  return body?.contacts.map(({ email }) => normaliseEmail(email)) ?? [];
}

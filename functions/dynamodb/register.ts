import { randomUUID } from "node:crypto";
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { Policy } from "../../core/order608/policy.ts";
import type { Directory, RegisterStore } from "../../core/ports.ts";
import { Body } from "../../core/register/body.ts";
import { directoryAfter } from "../../core/register/former-scopes.ts";
import { createRegister, normaliseEmail } from "../../core/register/register.ts";
import { holds } from "./holds.ts";
import { DamagedRecord, packed, unpacked } from "./packed.ts";
import { type Item, queryPartition } from "./query.ts";
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
  /** Partitions of the edition before, which readers may still be reading; the next replacement removes them. */
  superseded: z.array(z.string()).exactOptional(),
  former: z.array(z.string()).exactOptional(),
});
type StoredDirectory = z.output<typeof StoredDirectory>;

/** A register that can also be replaced as a whole. */
export interface WritableRegisterStore extends RegisterStore {
  /**
   * Replaces every body and the policy. The bodies are written beside those in force, and one conditional write puts them
   * into force: readers see the old register or the new one, whatever happens in between.
   * @param version - the directory's version that the caller has seen, 0 before the first import
   */
  replace(bodies: readonly Body[], policy: Policy, version?: number): Promise<"replaced" | "changed">;
}

/** The register in DynamoDB: one item a body, one partition a scope and edition. */
export function createRegisterStore(client: DynamoDBDocumentClient, table: string): WritableRegisterStore {
  const read = async () => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: DIRECTORY_KEY, ConsistentRead: true }));
    return Item ? { data: Item["data"], directory: unpacked(StoredDirectory, Item) } : null;
  };
  const items = (partition: string) => queryPartition(client, table, "scope", partition);
  return {
    directory: async () => {
      const stored = await read();
      if (!stored) return null;
      const { superseded: _superseded, ...directory } = stored.directory;
      return directory;
    },
    bodies: async (scope, directory) => {
      const edition = directory ?? (await read())?.directory;
      if (!edition) return [];
      const found = (await items(partitionOf(scope, edition))).map((item) => ({
        order: Number(item["order"]),
        body: unpacked(Body, item),
      }));
      return found.sort((a, b) => a.order - b.order).map(({ body }) => body);
    },
    replace: async (bodies, policy, version) => {
      const stored = await read();
      const before = stored?.directory ?? null;
      if (version !== undefined && version !== (before?.version ?? 0)) return "changed";
      const register = createRegister(bodies);
      const edition = randomUUID();
      const old = await Promise.all(
        (before?.scopes ?? []).map(async (scope) => ({ scope, items: await items(partitionOf(scope, before)) })),
      );
      const { scopes, shared } = directoryAfter(register, scopesBefore(before, old));
      const next = {
        ...{ scopes: [...scopes], shared: mutable(shared), version: (before?.version ?? 0) + 1, policy, edition },
        superseded: old.map(({ scope }) => partitionOf(scope, before)),
        ...formerScopes(before, scopes),
      };
      await writeAll(
        client,
        table,
        bodies.map((body, order) => {
          const scope = partitionOf(register.scopeOf(body), next);
          return { PutRequest: { Item: { scope, id: body.id, order, ...packed(Body, body) } } };
        }),
      );
      if (!(await putDirectory(client, table, stored?.data, next))) return "changed";
      await removePartitions(client, table, before?.superseded ?? []);
      return "replaced";
    },
  };
}

/** Where the bodies of a scope lie. */
const partitionOf = (scope: string, directory: Pick<Directory, "edition"> | null): string =>
  directory?.edition === undefined ? scope : `${scope}#${directory.edition}`;

/** Puts a directory into force unless there is another than was read. */
async function putDirectory(
  client: DynamoDBDocumentClient,
  table: string,
  before: unknown,
  next: StoredDirectory,
): Promise<boolean> {
  const Item = { ...DIRECTORY_KEY, ...packed(StoredDirectory, next) };
  const isStill = before === undefined ? "attribute_not_exists(#data)" : "#data = :before";
  const put = new PutCommand({
    ...{ TableName: table, Item, ConditionExpression: isStill, ExpressionAttributeNames: { "#data": "data" } },
    ...(before !== undefined && { ExpressionAttributeValues: { ":before": before } }),
  });
  if (await holds(client.send(put))) return true;
  // Our own first try may have succeeded without an answer: nobody else knows this edition's name.
  const present = await client.send(new GetCommand({ TableName: table, Key: DIRECTORY_KEY, ConsistentRead: true }));
  return present.Item?.["data"] === Item.data;
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
  try {
    return unpacked(Body, item).contacts.map(({ email }) => normaliseEmail(email));
  } catch (error) {
    if (error instanceof DamagedRecord) return [];
    throw error;
  }
}

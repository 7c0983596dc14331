import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { Policy } from "../../core/order608/policy.ts";
import type { Directory, RegisterStore } from "../../core/ports.ts";
import { Body } from "../../core/register/body.ts";
import { directoryAfter } from "../../core/register/former-scopes.ts";
import { createRegister, normaliseEmail } from "../../core/register/register.ts";
import { DamagedRecord, packed, unpacked } from "./packed.ts";
import { type Item, queryPartition } from "./query.ts";
import { writeAll } from "./write-all.ts";

/** Where {@link Directory} lies: no scope's name, since a body's id has no `#`. */
const DIRECTORY = "#directory";
const DIRECTORY_KEY = { scope: DIRECTORY, id: DIRECTORY };

const StoredDirectory = z.strictObject({
  scopes: z.array(z.string()),
  shared: z.record(z.string(), z.array(z.string())),
  version: z.int(),
  policy: Policy,
});

/** A register that can also be replaced as a whole. */
export interface WritableRegisterStore extends RegisterStore {
  /** Replaces every body and the policy; readers see the new directory last. */
  replace(bodies: readonly Body[], policy: Policy): Promise<void>;
}

/** The register in DynamoDB: one item a body, one partition a scope. */
export function createRegisterStore(client: DynamoDBDocumentClient, table: string): WritableRegisterStore {
  const directory = async (): Promise<Directory | null> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: DIRECTORY_KEY, ConsistentRead: true }));
    return Item ? unpacked(StoredDirectory, Item) : null;
  };
  const items = (scope: string) => queryPartition(client, table, "scope", scope);
  return {
    directory,
    bodies: async (scope) => {
      const found = (await items(scope)).map((item) => ({ order: Number(item["order"]), body: unpacked(Body, item) }));
      return found.sort((a, b) => a.order - b.order).map(({ body }) => body);
    },
    replace: async (bodies, policy) => {
      const before = await directory();
      const register = createRegister(bodies);
      const puts = bodies.map((body, order) => ({
        scope: register.scopeOf(body),
        id: body.id,
        order,
        ...packed(Body, body),
      }));
      const kept = new Set(puts.map(({ scope, id }) => `${scope} ${id}`));
      const old = (await Promise.all((before?.scopes ?? []).map(items))).flat();
      const gone = old.filter(({ scope, id }) => !kept.has(`${scope} ${id}`));
      await writeAll(client, table, [
        ...puts.map((Item) => ({ PutRequest: { Item } })),
        ...gone.map(({ scope, id }) => ({ DeleteRequest: { Key: { scope, id } } })),
      ]);
      const { scopes, shared } = directoryAfter(register, scopesBefore(before, old));
      const next = { scopes: [...scopes], shared: mutable(shared), version: (before?.version ?? 0) + 1, policy };
      await client.send(
        new PutCommand({ TableName: table, Item: { ...DIRECTORY_KEY, ...packed(StoredDirectory, next) } }),
      );
    },
  };
}

const mutable = (shared: Directory["shared"]): Record<string, string[]> =>
  Object.fromEntries(Object.entries(shared).map(([email, scopes]) => [email, [...scopes]]));

/** The scopes of an address until now: those that the directory remembers, and those where it is a contact. */
function scopesBefore(before: Directory | null, old: readonly Item[]): (email: string) => readonly string[] {
  const found = Map.groupBy(
    old.flatMap((item) => addressesOf(item).map((email) => ({ email, scope: String(item["scope"]) }))),
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

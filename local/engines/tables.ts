import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import { tables } from "../../stacks/resources.ts";

export interface DynamoDb {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts DynamoDB on 127.0.0.1: LevelDB in `path`, or in memory without one. Port 0 is any free port. */
export async function startDynamoDb(path: string | undefined, port: number): Promise<DynamoDb> {
  const server = dynalite({ ...(path && { path }), createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  // After a busy moment of this process its clients would find their idle connections closed, one retry after the other.
  server.keepAliveTimeout = 0;
  try {
    return { url: await listen(server, port), close: () => close(server) };
  } catch (error) {
    await listen(server, 0); // dynalite closes its store only after a server that listens
    await close(server);
    throw error;
  }
}

async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return `http://127.0.0.1:${address.port}`;
}

/** Ends idle connections, waits for running requests, then for the store. */
const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });

/** Creates the tables of `stacks/resources.ts` that do not exist yet. */
export async function createTables(client: DynamoDBClient): Promise<void> {
  await Promise.all(Object.keys(tables).map((name) => createTable(client, name as keyof typeof tables))); // its own keys
}

async function createTable(client: DynamoDBClient, name: keyof typeof tables): Promise<void> {
  if ((await statusOf(client, name)) === undefined) await client.send(new CreateTableCommand(definitionOf(name)));
  for (let attempt = 0; attempt < 200; attempt++) {
    if ((await statusOf(client, name)) === "ACTIVE") return;
    await sleep(5);
  }
  throw new Error(`A start that was killed left the table ${name} half made: start again with an empty directory.`);
}

async function statusOf(client: DynamoDBClient, name: string): Promise<string | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table?.TableStatus;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function definitionOf(name: keyof typeof tables) {
  const table = tables[name];
  const keys = [table.partitionKey, ...("sortKey" in table ? [table.sortKey] : [])];
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: "S" as const })),
    KeySchema: keys.map(
      (AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? "HASH" : "RANGE" }) as const,
    ),
  } as const;
}

import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { type Engines, startEngines } from "../../../local/engines.ts";
import { clientsOf } from "./engine-clients.ts";

/** Empty tables in embedded engines of their own, there while the tests of this file or group run. */
export interface Tables {
  readonly engines: Engines;
  readonly database: DynamoDBDocumentClient;
}

export function useTables(): Tables {
  let opened: (Tables & { readonly destroy: () => void }) | undefined;
  beforeAll(async () => {
    const engines = await startEngines();
    const { dynamodb, destroy } = clientsOf(engines);
    opened = { engines, database: DynamoDBDocumentClient.from(dynamodb), destroy };
  });
  afterAll(async () => {
    opened?.destroy();
    await opened?.engines.close();
  });
  const present = () => {
    if (!opened) throw new Error("The tables are there while tests run, not before.");
    return opened;
  };
  return {
    get engines() {
      return present().engines;
    },
    get database() {
      return present().database;
    },
  };
}

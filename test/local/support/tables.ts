import type { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { type Engines, startEngines } from "../../../local/engines.ts";
import { clientsOf } from "./engine-clients.ts";

/** Empty tables and buckets in embedded engines of their own, there while the tests of this file or group run. */
export interface Tables {
  readonly engines: Engines;
  readonly database: DynamoDBDocumentClient;
  readonly s3: S3Client;
}

export function useTables(): Tables {
  let opened: (Tables & { readonly destroy: () => void }) | undefined;
  beforeAll(async () => {
    const engines = await startEngines();
    const { dynamodb, s3, destroy } = clientsOf(engines);
    opened = { engines, database: DynamoDBDocumentClient.from(dynamodb), s3, destroy };
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
    get s3() {
      return present().s3;
    },
  };
}

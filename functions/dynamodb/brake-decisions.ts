import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Brake } from "../../core/escalation/brake.ts";
import { type BrakeDecisionStore, readBrake } from "../../core/use-cases/letters/brake-decisions.ts";
import { attachedOf, readAttached, writeAttached } from "./attached-record.ts";
import { packed } from "./packed.ts";
import { queryPartition } from "./query.ts";
import { STANDINGS } from "./sweep-log.ts";

/** Decisions about brakes in DynamoDB: attributes of the item that holds the brake, so that both are one write. */
export function createBrakeDecisions(client: DynamoDBDocumentClient, table: string): BrakeDecisionStore {
  const keyOf = (scope: string) => ({ slot: STANDINGS, scope });
  return {
    read: (scope) => readAttached(client, table, keyOf(scope)),
    put: (scope, before, next) => {
      const brake = readBrake(next);
      return writeAttached(client, table, keyOf(scope), before, next, {
        set: { brake: packed(Brake, brake), brakeVersion: brake.version },
        unless: { name: "brakeVersion", was: brake.version - 1 },
      });
    },
    all: async () =>
      (await queryPartition(client, table, "slot", STANDINGS)).flatMap((item) => {
        const stored = attachedOf(item);
        return stored ? [{ scope: String(item["scope"]), stored }] : [];
      }),
  };
}

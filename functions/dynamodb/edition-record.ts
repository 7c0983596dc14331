import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { EditionRecord } from "../../core/use-cases/records/audited-records.ts";
import { sha256 } from "../hash.ts";
import { FORMAT } from "./packed.ts";
import { queryPartition } from "./query.ts";
import { DIRECTORY_KEY } from "./register.ts";
import { readStored } from "./stored-record.ts";

/** What a directory says of its bodies; registers that are older than editions say less. */
const Bodies = z.object({
  scopes: z.array(z.string()),
  edition: z.string().optional(),
  bodiesHash: z.string().optional(),
});

/** The register in force as it is stored, for whoever verifies it: nothing is taken for granted. */
export function createEditionRecord(client: DynamoDBDocumentClient, table: string): EditionRecord {
  return {
    read: () => readStored(client, table, DIRECTORY_KEY),
    isWhole: async ({ data }) => {
      const bodies = Bodies.safeParse(jsonOf(data));
      if (!bodies.success) return false;
      const { scopes, edition, bodiesHash } = bodies.data;
      if (edition === undefined || bodiesHash === undefined) return true;
      const items = await Promise.all(
        scopes.map((scope) => queryPartition(client, table, "scope", `${scope}#${edition}`)),
      );
      const inOrder = items.flat().sort((a, b) => Number(a["order"]) - Number(b["order"]));
      const isForm = inOrder.every(
        ({ format, order, id, data: body }, index) => format === FORMAT && order === index && idIn(body) === id,
      );
      return isForm && sha256(JSON.stringify(inOrder.map((item) => item["data"]))) === bodiesHash;
    },
  };
}

const idIn = (data: unknown): unknown => z.object({ id: z.string() }).safeParse(jsonOf(String(data))).data?.id;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

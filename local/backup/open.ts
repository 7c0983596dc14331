import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Wiring } from "../../functions/wiring.ts";
import { Failed } from "../commands/failed.ts";
import { BadInput, readText } from "../facts-file.ts";
import { RESTORE_MARK, type Store } from "./store.ts";
import { storeNamesOf } from "./tables.ts";

const Variables = z.record(z.string(), z.string());

/**
 * Works on a store whose names are in variables; region, credentials and endpoints come from the process's environment,
 * as for every client of the SDK.
 */
export async function withTables<Result>(
  variables: Readonly<Record<string, string | undefined>>,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const names = storeNamesOf(variables);
  if (!("tables" in names)) throw new BadInput(`The names of the store are not complete: ${names.join(", ")} missing.`);
  const dynamodb = new DynamoDBClient();
  const files = new S3Client();
  try {
    return await work({ database: DynamoDBDocumentClient.from(dynamodb), files, names });
  } finally {
    dynamodb.destroy();
    files.destroy();
  }
}

/**
 * Throws {@link Failed} for a store that a restore has begun to fill: to its readers it looks empty, and what is loaded
 * into it would mix with the backup.
 */
export const refuseHalfRestored = ({ environment }: Pick<Wiring, "environment">): Promise<void> =>
  withTables(environment, async ({ database, names }) => {
    const input = { TableName: names.tables.Register, Key: RESTORE_MARK, ConsistentRead: true };
    if (!(await database.send(new GetCommand(input))).Item) return;
    throw new Failed("A restore into this store was cut off: give `esep restore` the same backup again.");
  });

/** A stage's names from a file: the variables of one of its functions, as AWS prints them; throws {@link BadInput}. */
export function readVariables(file: string): Readonly<Record<string, string>> {
  const variables = parsed(readText(file), file);
  const names = storeNamesOf(variables);
  if ("tables" in names) return variables;
  throw new BadInput(`${file}: lacks ${names.join(", ")}; it must hold the variables of the function Sweep.`);
}

function parsed(text: string, file: string): Readonly<Record<string, string>> {
  try {
    return Variables.parse(JSON.parse(text));
  } catch (cause) {
    throw new BadInput(`${file}: is no JSON object of a function's environment variables.`, { cause });
  }
}

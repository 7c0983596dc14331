import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { BadInput, readText } from "../facts-file.ts";
import type { Store } from "./store.ts";
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

import * as z from "zod";

/**
 * A record as one JSON string attribute beside its keys: DocumentClient decodes deeply nested items far slower. `format`
 * lets later code upgrade what earlier code wrote.
 */
export const FORMAT = 1;

/** Thrown for a stored record that does not have the form it was written in. */
export class DamagedRecord extends Error {
  override readonly name = "DamagedRecord";
}

/** The attributes that hold a record. */
export const packed = <Schema extends z.ZodType>(schema: Schema, record: z.output<Schema>) => ({
  format: FORMAT,
  data: JSON.stringify(z.encode(schema, record)),
});

/** The record of an item; throws {@link DamagedRecord} with the first thing that is wrong. */
export function unpacked<Schema extends z.ZodType>(
  schema: Schema,
  item: Readonly<Record<string, unknown>>,
): z.output<Schema> {
  if (item["format"] !== FORMAT) throw new DamagedRecord(`format ${String(item["format"])} is not known`);
  if (typeof item["data"] !== "string") throw new DamagedRecord("there is no data");
  const parsed = schema.safeParse(parseJson(item["data"]));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DamagedRecord(`${issue?.path.join(".")}: ${issue?.message}`, { cause: parsed.error });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DamagedRecord("the data is not JSON", { cause });
  }
}

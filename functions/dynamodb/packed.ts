import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod";
import type { StoredRecord } from "../../core/audit/stored.ts";

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

/** Above so many characters a record is deflated; most are read faster as they are. */
const LARGE = 50_000;

/** The format of a record whose text is deflated, in base64. */
const DEFLATED = "1-deflated";

/** DynamoDB takes items of 400 kB; what is left is for keys, for what a later step adds, and for saying in time that a record is full. */
const LARGEST = 350_000;

/** The attributes that hold a record, which is deflated when it is large: item keys repeat themselves. */
export function packedTight<Schema extends z.ZodType>(schema: Schema, record: z.output<Schema>) {
  const { format, data } = packed(schema, record);
  if (data.length <= LARGE) return { format, data };
  return { format: DEFLATED, data: deflateRawSync(data).toString("base64") };
}

/** Whether a record has room in an item, with its newest audit entry if it has one. */
export const fits = ({ data, newest }: Pick<StoredRecord, "data"> & Partial<Pick<StoredRecord, "newest">>): boolean =>
  Buffer.byteLength(data) + Buffer.byteLength(newest?.text ?? "") <= LARGEST;

/** The record of an item; throws {@link DamagedRecord} with the first thing that is wrong. */
export function unpacked<Schema extends z.ZodType>(
  schema: Schema,
  item: Readonly<Record<string, unknown>>,
): z.output<Schema> {
  const { format, data } = item;
  if (format !== FORMAT && format !== DEFLATED) throw new DamagedRecord(`format ${String(format)} is not known`);
  if (typeof data !== "string") throw new DamagedRecord("there is no data");
  return checked(schema, parseJson(format === DEFLATED ? inflated(data) : data));
}

/** What was read, or null where that is damaged: for what goes on without it. */
export function unlessDamaged<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof DamagedRecord) return null;
    throw error;
  }
}

/** What a schema makes of something stored; throws {@link DamagedRecord} with the first thing that is wrong. */
export function checked<Schema extends z.ZodType>(schema: Schema, stored: unknown): z.output<Schema> {
  const parsed = schema.safeParse(stored);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DamagedRecord(`${issue?.path.join(".")}: ${issue?.message}`, { cause: parsed.error });
}

function inflated(data: string): string {
  try {
    return inflateRawSync(Buffer.from(data, "base64")).toString();
  } catch (cause) {
    throw new DamagedRecord("the data cannot be inflated", { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DamagedRecord("the data is not JSON", { cause });
  }
}

import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** One read of a page of items, as the client was asked for it. */
export interface RecordedRead {
  readonly table: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly items: number;
  /** Read units that DynamoDB would have charged. */
  readonly units: number;
}

/** Notes what a client does while it is asked to. */
export interface ReadRecorder {
  /** Everything that was read while some work ran, and how many writes there were to each table. */
  during(work: () => Promise<unknown>): Promise<{ reads: RecordedRead[]; writes: ReadonlyMap<string, number> }>;
}

/** Watches a client. While nothing is recorded, requests are not changed. */
export function watchReads(client: DynamoDBDocumentClient): ReadRecorder {
  let recording: { reads: RecordedRead[]; writes: Map<string, number> } | null = null;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (!recording) return next(args);
      const into = recording;
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "TOTAL" } });
      const { table, items, units } = readingOf(args.input, result.output);
      if (/^(Query|Get)/.test(context.commandName ?? ""))
        into.reads.push({ table, input: { ...args.input }, items, units });
      else into.writes.set(table, (into.writes.get(table) ?? 0) + 1);
      return result;
    },
    { step: "initialize", name: "watchReads" },
  );
  return {
    during: async (work) => {
      const recorded = { reads: [], writes: new Map<string, number>() };
      recording = recorded;
      await work();
      recording = null;
      return recorded;
    },
  };
}

function readingOf(input: object, output: object): Omit<RecordedRead, "input"> {
  const table = "TableName" in input ? String(input.TableName) : "";
  const consumed = "ConsumedCapacity" in output ? output.ConsumedCapacity : undefined;
  const units =
    typeof consumed === "object" && consumed !== null && "CapacityUnits" in consumed
      ? Number(consumed.CapacityUnits)
      : 0;
  if ("Items" in output && Array.isArray(output.Items)) return { table, items: output.Items.length, units };
  return { table, items: "Item" in output && output.Item ? 1 : 0, units };
}

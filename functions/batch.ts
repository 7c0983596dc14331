import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type * as z from "zod";
import { logger } from "./log.ts";

/** Handles each message of a batch by itself: one that fails is delivered again, the others are done. */
export function handleMessages<Message extends z.ZodType>(
  schema: Message,
  event: SQSEvent,
  context: Context,
  handle: (message: z.output<Message>, about: { readonly sentAt: number }) => Promise<void>,
): Promise<SQSBatchResponse> {
  const record = async ({ body, messageId, attributes }: SQSRecord): Promise<void> => {
    try {
      await handle(schema.parse(readJson(body)), { sentAt: sentAt(attributes) });
    } catch (error) {
      logger.error("a message failed", { messageId, error: error instanceof Error ? error : String(error) });
      throw error;
    }
  };
  const processor = new BatchProcessor(EventType.SQS);
  return processPartialResponse(event, record, processor, { context, throwOnFullBatchFailure: false });
}

/** JSON.parse quotes what it cannot read: what stands in a message stays out of the log. */
function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error("The message is not JSON.");
  }
}

/** When a message came into the queue, in milliseconds since 1970; one that does not say is as good as sent now. */
const sentAt = ({ SentTimestamp }: Partial<SQSRecord["attributes"]> = {}): number =>
  Number(SentTimestamp) || Number.POSITIVE_INFINITY;

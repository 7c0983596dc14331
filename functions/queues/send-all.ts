import type { SendMessageBatchCommandOutput } from "@aws-sdk/client-sqs";

/** SQS takes ten messages at once. */
const BATCH = 10;

/** Sends in batches; throws when SQS refuses any message, so that the caller's work counts as not done. */
export async function sendAll<Work>(
  work: readonly Work[],
  send: (batch: readonly Work[]) => Promise<SendMessageBatchCommandOutput>,
): Promise<void> {
  for (let at = 0; at < work.length; at += BATCH) {
    const { Failed } = await send(work.slice(at, at + BATCH));
    if (Failed && Failed.length > 0) throw new Error(`SQS refused ${Failed.length} messages: ${Failed[0]?.Code}.`);
  }
}

import { GetSendQuotaCommand, type SESClient } from "@aws-sdk/client-ses";
import type { SendQuota } from "../../core/ports.ts";
import { logger } from "../log.ts";

/** Reads what the account may send; null when the service does not say, which must not stop the letters. */
export async function readQuota(client: SESClient): Promise<SendQuota | null> {
  try {
    const { Max24HourSend, MaxSendRate, SentLast24Hours } = await client.send(new GetSendQuotaCommand({}));
    if (Max24HourSend === undefined || MaxSendRate === undefined) return null;
    // SES writes −1 for an account without a limit.
    const perDay = Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Max24HourSend;
    return { perDay, perSecond: MaxSendRate, sentLastDay: SentLast24Hours ?? 0 };
  } catch (error) {
    logger.warn("the quota could not be read", { reason: error instanceof Error ? error.name : "unknown" });
    return null;
  }
}

import type { SQSEvent } from "aws-lambda";
import { letterPath } from "../core/escalation/ledger.ts";
import { dispatch } from "../core/use-cases/letters/dispatch.ts";
import { handleMessages } from "./batch.ts";
import { defineHandler } from "./handler.ts";
import { logger } from "./log.ts";
import { MailMessage } from "./queues/mail-queue.ts";
import { dispatchTimes, sending } from "./sending.ts";

/** Messages of the mail queue: sends each letter that still waits. */
export const handler = defineHandler((event: SQSEvent, context) =>
  handleMessages(MailMessage, event, context, async (id) => {
    const outcome = await dispatch(id, sending(), dispatchTimes);
    logger.info("letter dispatched", { letter: letterPath(id), outcome });
  }),
);

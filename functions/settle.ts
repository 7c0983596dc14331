import type { SQSEvent } from "aws-lambda";
import { letterPath } from "../core/escalation/ledger.ts";
import { settle } from "../core/use-cases/letters/settle.ts";
import { handleMessages } from "./batch.ts";
import { defineHandler } from "./handler.ts";
import { logger } from "./log.ts";
import { EventMessage } from "./mail/events.ts";
import { wiring } from "./wiring.ts";

/** Messages of the events queue: records what the mail service says of letters. */
export const handler = defineHandler((event: SQSEvent, context) =>
  handleMessages(EventMessage, event, context, async (message) => {
    if (message.kind === "ignored") {
      logger.info("event ignored", { reason: message.reason });
      return;
    }
    const { letter, event: said } = message.event;
    const outcome = await settle(message.event, wiring());
    logger.info("event settled", { letter: letterPath(letter), kind: said.kind, outcome });
  }),
);

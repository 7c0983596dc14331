import type { SQSEvent } from "aws-lambda";
import { sweep } from "../core/sweep.ts";
import { tellMinistry } from "../core/tell-ministry.ts";
import { handleMessages } from "./batch.ts";
import { composing } from "./composing.ts";
import { defineHandler } from "./handler.ts";
import { logger } from "./log.ts";
import { SweepMessage } from "./queues/sweep-queue.ts";

/** One message of the sweep queue: evaluates one scope and writes the letters due. */
export const handler = defineHandler((event: SQSEvent, context) =>
  handleMessages(SweepMessage, event, context, async ({ scope }) => {
    const ports = composing();
    const report = await sweep(scope, ports);
    if (!report) return;
    await tellMinistry(report, ports);
    const { bodies, written, items, dropped, damaged, failed, complete, seconds } = report;
    const faults = { damaged: damaged.length, failed: failed.length, complete };
    logger.info("scope swept", { scope, bodies, written, items, dropped, seconds, ...faults });
  }),
);

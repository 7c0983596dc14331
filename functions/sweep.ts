import type { SQSEvent } from "aws-lambda";
import { tellMinistry } from "../core/use-cases/reports/tell-ministry.ts";
import { sweep } from "../core/use-cases/sweep/sweep.ts";
import { handleMessages } from "./batch.ts";
import { composing } from "./composing.ts";
import { defineHandler } from "./handler.ts";
import { logger } from "./log.ts";
import { createOutsets } from "./outsets.ts";
import { SweepMessage } from "./queues/sweep-queue.ts";

/** The wiring of this process with what its sweeps share, made when the first event comes. */
function prepare() {
  const ports = composing();
  return { ports, outsets: createOutsets(ports) };
}
let prepared: ReturnType<typeof prepare> | undefined;

/** One message of the sweep queue: evaluates one scope and writes the letters due. */
export const handler = defineHandler((event: SQSEvent, context) =>
  handleMessages(SweepMessage, event, context, async ({ scope }, { sentAt }) => {
    prepared ??= prepare();
    const { ports, outsets } = prepared;
    const outset = await outsets.for(scope, sentAt);
    const report = await sweep(scope, ports, outset);
    if (!report) return;
    await tellMinistry(report, ports, outset?.directory);
    const { bodies, written, items, dropped, damaged, failed, complete, seconds } = report;
    const faults = { damaged: damaged.length, failed: failed.length, complete };
    logger.info("scope swept", { scope, bodies, written, items, dropped, seconds, ...faults });
  }),
);

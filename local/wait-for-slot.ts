import { setTimeout as sleep } from "node:timers/promises";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { sweepsDue } from "../core/sweep.ts";
import type { Wiring } from "../functions/wiring.ts";
import { startProgress } from "./commands/progress.ts";
import { summaryOf } from "./summary.ts";

/** How long a start waits for its sweeps and letters before it shows what there is. */
const PATIENCE = 60_000;

/**
 * Starts sweeps of the latest slot and waits until every scope, or some, has been swept since and the letters are sent;
 * says what was done. What was swept before does not count: a sweep on demand looks again.
 */
export async function sweepAndWait(
  wiring: Wiring,
  startSweeps: () => Promise<void>,
  only?: readonly string[],
): Promise<string> {
  const started = Date.now();
  const due = await sweepsDue(wiring);
  if (!due) return "There is no register yet.";
  const { slot } = due;
  const scopes = only ?? due.scopes;
  const read = async () => (await wiring.log.ofSlot(slot)).filter(({ scope }) => scopes.includes(scope));
  const before = new Map((await read()).map(({ scope, at }) => [scope, at]));
  await startSweeps();
  const progress = startProgress("scopes", scopes.length);
  let reports: Awaited<ReturnType<typeof read>> = [];
  while (reports.length < scopes.length && Date.now() - started < PATIENCE) {
    await sleep(50);
    reports = (await read()).filter(({ scope, at }) => !before.has(scope) || at !== before.get(scope));
    progress.reached(reports.length);
  }
  progress.stop();
  const waiting = await waitForMail(wiring.environment.MAIL_QUEUE_URL, started);
  const late = scopes.length - reports.length;
  return [
    summaryOf(slot, reports, (Date.now() - started) / 1000),
    ...(waiting > 0 ? [`Still to be sent: ${waiting}`] : []),
    ...(late > 0 ? [`Scopes still to be swept: ${late}`] : []),
  ].join("\n");
}

async function waitForMail(QueueUrl: string, started: number): Promise<number> {
  const client = new SQSClient();
  const AttributeNames = ["ApproximateNumberOfMessages" as const, "ApproximateNumberOfMessagesNotVisible" as const];
  try {
    for (;;) {
      const { Attributes = {} } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
      const waiting = AttributeNames.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
      if (waiting === 0 || Date.now() - started > PATIENCE) return waiting;
      await sleep(50);
    }
  } finally {
    client.destroy();
  }
}

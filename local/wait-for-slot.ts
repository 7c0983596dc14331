import { setTimeout as sleep } from "node:timers/promises";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Slot } from "../core/escalation/letter.ts";
import type { SweepReport } from "../core/status/sweep-report.ts";
import { sweepsDue } from "../core/use-cases/sweep/sweep.ts";
import type { Wiring } from "../functions/wiring.ts";
import { Failed } from "./commands/failed.ts";
import { startProgress } from "./commands/progress.ts";
import { summaryOf } from "./summary.ts";

/** How long a start waits for its sweeps and letters before it shows what there is. */
const PATIENCE = 60_000;

/** What the sweeps of the latest slot did. */
export interface SweptSlot {
  readonly slot: Slot;
  readonly reports: readonly SweepReport[];
  readonly seconds: number;
  /** Scopes that were not swept and letters that were not sent while somebody waited. */
  readonly late: number;
  readonly waiting: number;
}

/**
 * Starts sweeps of the latest slot and waits until every scope, or some, has been swept since and the letters are sent.
 * What was swept before does not count: a sweep on demand looks again. Null before the first import.
 */
export async function sweepSlot(
  wiring: Wiring,
  startSweeps: () => Promise<void>,
  only?: readonly string[],
): Promise<SweptSlot | null> {
  const started = Date.now();
  const due = await sweepsDue(wiring);
  if (!due) return null;
  const { slot } = due;
  const scopes = only ?? due.scopes;
  const read = async () => (await wiring.log.ofSlot(slot)).filter(({ scope }) => scopes.includes(scope));
  const before = new Map((await read()).map(({ scope, at }) => [scope, at]));
  await startSweeps();
  const progress = startProgress("scopes", scopes.length);
  let reports: readonly SweepReport[] = [];
  while (reports.length < scopes.length && Date.now() - started < PATIENCE) {
    await sleep(50);
    reports = (await read()).filter(({ scope, at }) => !before.has(scope) || at !== before.get(scope));
    progress.reached(reports.length);
  }
  progress.stop();
  const waiting = await waitForMail(wiring.environment.MAIL_QUEUE_URL, started);
  return { slot, reports, seconds: (Date.now() - started) / 1000, late: scopes.length - reports.length, waiting };
}

/** What was done, for people. */
export const sweptText = ({ slot, reports, seconds, late, waiting }: SweptSlot): string =>
  [
    summaryOf(slot, reports, seconds),
    ...(waiting > 0 ? [`Still to be sent: ${waiting}`] : []),
    ...(late > 0 ? [`Scopes still to be swept: ${late}`] : []),
  ].join("\n");

/** Throws {@link Failed} when a scope was not swept while somebody waited. */
export function requireSwept({ late }: Pick<SweptSlot, "late">): void {
  if (late > 0) throw new Failed(`Scopes that were not swept within a minute: ${late}. Sweep again, or start Esep.`);
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

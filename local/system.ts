import { join } from "node:path";
import type { Clock } from "../core/ports.ts";
import { handler as dispatch } from "../functions/dispatch.ts";
import { logger } from "../functions/log.ts";
import { handler as reports } from "../functions/reports.ts";
import { handler as settle } from "../functions/settle.ts";
import { handler as sweep } from "../functions/sweep.ts";
import { handler as sweepStart } from "../functions/sweep-start.ts";
import { handler as watch } from "../functions/watch.ts";
import { type Wiring, wiring } from "../functions/wiring.ts";
import { functions, queues, watchEvery } from "../stacks/resources.ts";
import { consume, type Subscription } from "./consumer.ts";
import { queueUrl } from "./engines/queues.ts";
import { type Engines, startEngines } from "./engines.ts";
import { lambdaContext } from "./lambda.ts";
import { publishTo } from "./ses/publish.ts";
import { type Ses, startSes } from "./ses/server.ts";

/** Everything that the cloud would give, in this process. */
export interface LocalSystem {
  readonly wiring: Wiring;
  readonly mailbox: Ses["mailbox"];
  readonly faults: Ses["faults"];
  readonly clock: Clock;
  /** The environment of the functions, for other processes that want to talk to this one. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the schedule does at a slot. */
  startSweeps(): Promise<void>;
  /** What the watch's schedule does. */
  watch(): Promise<void>;
  /** Starts reading the queues, and the watch. */
  run(): void;
  close(): Promise<void>;
}

/** What differs between a start by a person and one by a test. */
export interface LocalOptions {
  /** Where data lives; in memory when absent. */
  readonly directory?: string;
  readonly appUrl: string;
  /** The file of the demo's movable clock; the machine's clock when absent. */
  readonly clockFile?: string;
}

/** An account that may send as much as this machine can: people wait for their first letters. */
const quota = { perDay: 1_000_000, perSecond: 1000 };

/** Starts engines and mail endpoint, and puts into the environment what Lambda would put there. */
export async function startSystem(options: LocalOptions): Promise<LocalSystem> {
  // A person reads this terminal: only what is wrong is said there.
  logger.setLogLevel("ERROR");
  // Powertools sets the level back at every call, for a sampling that nobody here uses.
  logger.refreshSampleRateCalculation = () => undefined;
  const engines = await startEngines(options);
  Object.assign(process.env, engines.environment);
  const eventsUrl = queueUrl(engines.environment["AWS_ENDPOINT_URL_SQS"] ?? "", "events");
  const events = publishTo(eventsUrl);
  const ses = await startSes({ ...options, quota, publish: events.publish }).catch(async (error: unknown) => {
    events.close();
    await engines.close();
    throw error;
  });
  const environment = environmentFor(options, engines, ses);
  Object.assign(process.env, environment);
  const wired = wiring();
  const look = async (): Promise<void> => void (await watch({}, lambdaContext("watch", functions.watch.timeout)));
  const stops: (() => Promise<void> | void)[] = [];
  return {
    wiring: wired,
    mailbox: ses.mailbox,
    faults: ses.faults,
    clock: wired.clock,
    environment,
    startSweeps: async () => void (await sweepStart({}, lambdaContext("sweep-start", functions.sweepStart.timeout))),
    watch: look,
    run: () => {
      for (const subscription of subscriptions(wired, eventsUrl)) stops.push(consume(subscription).stop);
      stops.push(repeat(look, watchEvery * 60_000));
    },
    close: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await ses.close();
      events.close();
      await engines.close();
    },
  };
}

/** Does something again and again, and never keeps the process alive; returns what ends it. */
function repeat(work: () => Promise<void>, milliseconds: number): () => void {
  const timer = setInterval(() => {
    work().catch((error: unknown) => console.error("The watch could not look:", error));
  }, milliseconds).unref();
  return () => clearInterval(timer);
}

function environmentFor({ appUrl, clockFile }: LocalOptions, engines: Engines, ses: Ses): Record<string, string> {
  return {
    ...engines.environment,
    ...ses.environment,
    MAIL_FROM: "esep@mia.example",
    MAIL_CONFIGURATION_SET: "letters",
    APP_URL: appUrl,
    DEMO: "yes",
    ...(clockFile !== undefined && { DEMO_CLOCK_FILE: clockFile }),
  };
}

const subscriptions = ({ environment }: Wiring, eventsUrl: string): readonly Subscription[] => [
  {
    name: "sweep",
    queueUrl: environment[queues.sweeps.variable],
    timeoutSeconds: functions.sweep.timeout,
    handler: sweep,
  },
  {
    name: "dispatch",
    queueUrl: environment[queues.mail.variable],
    timeoutSeconds: functions.dispatch.timeout,
    handler: dispatch,
  },
  { name: "settle", queueUrl: eventsUrl, timeoutSeconds: functions.settle.timeout, handler: settle },
  {
    name: "reports",
    queueUrl: environment[queues.reports.variable],
    timeoutSeconds: functions.reports.timeout,
    handler: reports,
  },
];

/** Files of the embedded system below its directory. */
export const filesIn = (directory: string) => ({
  clock: join(directory, "clock.json"),
  run: join(directory, "run.json"),
});

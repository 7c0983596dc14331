import { join } from "node:path";
import type { Clock } from "../core/ports.ts";
import { handler as dispatch } from "../functions/dispatch.ts";
import { logger } from "../functions/log.ts";
import { handler as sweep } from "../functions/sweep.ts";
import { handler as sweepStart } from "../functions/sweep-start.ts";
import { type Wiring, wiring } from "../functions/wiring.ts";
import { functions, queues } from "../stacks/resources.ts";
import { consume } from "./consumer.ts";
import { type Engines, startEngines } from "./engines.ts";
import { lambdaContext } from "./lambda.ts";
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
  /** Starts reading the queues. */
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

/** Starts engines and mail endpoint, and puts into the environment what Lambda would put there. */
export async function startSystem(options: LocalOptions): Promise<LocalSystem> {
  // A person reads this terminal: only what is wrong is said there.
  logger.setLogLevel("ERROR");
  const engines = await startEngines(options);
  const ses = await startSes(options).catch(async (error: unknown) => {
    await engines.close();
    throw error;
  });
  const environment = environmentFor(options, engines, ses);
  Object.assign(process.env, environment);
  const wired = wiring();
  const consumers: ReturnType<typeof consume>[] = [];
  return {
    wiring: wired,
    mailbox: ses.mailbox,
    faults: ses.faults,
    clock: wired.clock,
    environment,
    startSweeps: async () => void (await sweepStart({}, lambdaContext("sweep-start", functions.sweepStart.timeout))),
    run: () => consumers.push(...subscriptions(wired).map(consume)),
    close: async () => {
      await Promise.all(consumers.map(({ stop }) => stop()));
      await ses.close();
      await engines.close();
    },
  };
}

function environmentFor({ appUrl, clockFile }: LocalOptions, engines: Engines, ses: Ses): Record<string, string> {
  return {
    ...engines.environment,
    ...ses.environment,
    MAIL_FROM: "esep@mia.example",
    APP_URL: appUrl,
    DEMO: "yes",
    ...(clockFile !== undefined && { DEMO_CLOCK_FILE: clockFile }),
  };
}

const subscriptions = ({ environment }: Wiring) => [
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
];

/** Files of the embedded system below its directory. */
export const filesIn = (directory: string) => ({
  clock: join(directory, "clock.json"),
  run: join(directory, "run.json"),
});

import type { Definition } from "./function.ts";
import type { MailService } from "./mail.ts";
import { getObjects, onTable, putObjects, readQuota, sendMail, sendTo } from "./permissions.ts";
import type { Queues } from "./queues.ts";
import { functions, schedules, type tables, watchEvery } from "./resources.ts";
import type { Settings } from "./settings.ts";
import type { SignIn } from "./web.ts";

/** What the functions work with. */
export interface Resources {
  readonly settings: Settings;
  readonly tables: Readonly<Record<keyof typeof tables, sst.aws.Dynamo>>;
  readonly letters: sst.aws.Bucket;
  readonly queues: Queues;
  readonly mail: MailService;
  readonly signIn: SignIn;
}

/** One entry for each function. What a role may do is compared with `test/stacks/permissions.expected.json`. */
export const define = ({ settings, tables, letters, queues, mail, signIn }: Resources) =>
  ({
    SweepStart: {
      handler: "functions/sweep-start.handler",
      timeout: functions.sweepStart.timeout,
      memory: "512 MB",
      permissions: [onTable(tables.Register, "GetItem", "Query"), sendTo(queues.sweeps)],
      schedule: schedules.sweeps,
    },
    Sweep: {
      handler: "functions/sweep.handler",
      timeout: functions.sweep.timeout,
      memory: "1024 MB",
      permissions: [
        onTable(tables.Register, "GetItem", "Query"),
        onTable(tables.Dossiers, "Query"),
        onTable(tables.Letters, "GetItem", "Query", "PutItem", "UpdateItem"),
        onTable(tables.Sweeps, "Query", "PutItem", "UpdateItem"),
        putObjects(letters),
        sendTo(queues.mail),
      ],
      // The timeout is that of one scope, so a call gets one message.
      reads: { queue: queues.sweeps, batch: 1, concurrency: 10 },
    },
    Dispatch: {
      handler: "functions/dispatch.handler",
      timeout: functions.dispatch.timeout,
      memory: "512 MB",
      permissions: [
        onTable(tables.Letters, "GetItem", "UpdateItem"),
        getObjects(letters),
        sendTo(queues.mail),
        sendMail(mail, settings.mailFrom),
        readQuota,
      ],
      // SES's rate is what limits the sending: more at once would only be throttled.
      reads: { queue: queues.mail, batch: 10, concurrency: functions.dispatch.concurrency },
    },
    Settle: {
      handler: "functions/settle.handler",
      timeout: functions.settle.timeout,
      memory: "512 MB",
      permissions: [onTable(tables.Letters, "GetItem", "UpdateItem")],
      reads: { queue: queues.events, batch: 10, concurrency: 5 },
    },
    Watch: {
      handler: "functions/watch.handler",
      timeout: functions.watch.timeout,
      memory: "512 MB",
      permissions: [
        onTable(tables.Register, "GetItem", "Query"),
        onTable(tables.Sweeps, "Query", "GetItem", "PutItem"),
        onTable(tables.Letters, "Query"),
        readQuota,
      ],
      schedule: { zone: schedules.sweeps.zone, everyMinutes: watchEvery },
    },
    Http: {
      handler: "functions/http.handler",
      timeout: functions.http.timeout,
      memory: "1024 MB",
      permissions: [
        onTable(tables.Register, "GetItem", "Query"),
        onTable(tables.Dossiers, "GetItem", "Query", "PutItem"),
        onTable(tables.Letters, "GetItem", "Query", "PutItem"),
        onTable(tables.Sweeps, "Query"),
        onTable(tables.Audit, "Query", "PutItem"),
        onTable(tables.Sessions, "GetItem", "PutItem", "DeleteItem"),
        getObjects(letters),
        sendTo(queues.sweeps),
      ],
      serves: true,
      environment: signIn.environment,
    },
  }) as const satisfies Record<string, Definition>;

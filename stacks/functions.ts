import type { Definition } from "./function.ts";
import type { MailService } from "./mail.ts";
import { getObjects, onTable, putObjects, sendMail, sendTo } from "./permissions.ts";
import type { Queues } from "./queues.ts";
import { functions, schedules, type tables } from "./resources.ts";
import type { Settings } from "./settings.ts";

/** What the functions work with. */
export interface Resources {
  readonly settings: Settings;
  readonly tables: Readonly<Record<keyof typeof tables, sst.aws.Dynamo>>;
  readonly letters: sst.aws.Bucket;
  readonly queues: Queues;
  readonly mail: MailService;
}

/** One entry for each function. What a role may do is compared with `test/stacks/permissions.expected.json`. */
export const define = ({ settings, tables, letters, queues, mail }: Resources) =>
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
        onTable(tables.Letters, "Query", "PutItem", "UpdateItem"),
        onTable(tables.Sweeps, "PutItem"),
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
      ],
      // SES's rate is what limits the sending: more at once would only be throttled.
      reads: { queue: queues.mail, batch: 10, concurrency: 2 },
    },
    Http: {
      handler: "functions/http.handler",
      timeout: functions.http.timeout,
      memory: "1024 MB",
      permissions: [
        onTable(tables.Register, "GetItem", "Query"),
        onTable(tables.Dossiers, "Query"),
        onTable(tables.Letters, "GetItem", "Query"),
        onTable(tables.Sweeps, "Query"),
        getObjects(letters),
      ],
      serves: true,
    },
  }) as const satisfies Record<string, Definition>;

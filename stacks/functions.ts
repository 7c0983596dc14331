import type { Definition } from "./function.ts";
import type { MailService } from "./mail.ts";
import {
  getObjects,
  keepEvidence,
  keepImports,
  keptEvidence,
  onTable,
  putObjects,
  readQuota,
  sendMail,
  sendTo,
} from "./permissions.ts";
import type { Queues } from "./queues.ts";
import { functions, schedules, type tables, watchEvery } from "./resources.ts";
import type { Settings } from "./settings.ts";
import type { SignIn } from "./web.ts";

/** What the functions work with. */
export interface Resources {
  readonly settings: Settings;
  readonly tables: Readonly<Record<keyof typeof tables, sst.aws.Dynamo>>;
  readonly letters: sst.aws.Bucket;
  readonly evidence: sst.aws.Bucket;
  readonly queues: Queues;
  readonly mail: MailService;
  readonly signIn: SignIn;
}

/** What pages load, and what documents are set in: read by the code where it runs. */
const script = { from: "node_modules/htmx.org/dist/htmx.min.js", to: "htmx.min.js" };
const fontPackage = "node_modules/@expo-google-fonts/pt-sans";
const fonts = ["400Regular", "700Bold"].map((weight) => ({
  from: `${fontPackage}/${weight}/PTSans_${weight}.ttf`,
  to: `fonts/PTSans_${weight}.ttf`,
}));

/** One entry for each function. What a role may do is compared with `test/stacks/permissions.expected.json`. */
export const define = ({ settings, tables, letters, evidence, queues, mail, signIn }: Resources) =>
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
        onTable(tables.Register, "GetItem", "Query", "PutItem", "BatchWriteItem"),
        // Before the first dossier of a campaign the campaign is noted.
        onTable(tables.Dossiers, "GetItem", "Query", "PutItem", "UpdateItem"),
        onTable(tables.Letters, "GetItem", "Query", "PutItem", "UpdateItem"),
        onTable(tables.Sweeps, "GetItem", "Query", "PutItem", "UpdateItem"),
        onTable(tables.Audit, "Query", "PutItem"),
        onTable(tables.Sessions, "GetItem", "PutItem", "DeleteItem"),
        getObjects(letters),
        keepImports(letters),
        ...keepEvidence(evidence),
        sendTo(queues.sweeps),
        sendTo(queues.reports),
      ],
      serves: ["$default"],
      environment: signIn.environment,
      files: [script],
    },
    Documents: {
      handler: "functions/documents.handler",
      timeout: functions.documents.timeout,
      memory: "2048 MB",
      permissions: [
        onTable(tables.Register, "GetItem", "Query"),
        onTable(tables.Dossiers, "GetItem", "Query", "PutItem"),
        onTable(tables.Letters, "Query"),
        onTable(tables.Sweeps, "Query"),
        onTable(tables.Sessions, "GetItem"),
        onTable(tables.Audit, "Query", "PutItem"),
        getObjects(letters),
        putObjects(letters),
        keptEvidence(evidence),
      ],
      // What answers with a document: no other function loads what writes them.
      serves: ["GET /api/status", "GET /reports/file", "ANY /papers/{proxy+}"],
      files: [...fonts, script, { from: "functions/documents/evidence-pack/verify.mjs", to: "verify.mjs" }],
      environment: signIn.environment,
    },
    Reports: {
      handler: "functions/reports.handler",
      timeout: functions.reports.timeout,
      memory: "3008 MB",
      permissions: [
        onTable(tables.Register, "GetItem", "Query"),
        onTable(tables.Dossiers, "Query"),
        onTable(tables.Letters, "Query", "PutItem"),
        onTable(tables.Sweeps, "GetItem", "Query", "PutItem"),
        getObjects(letters),
        putObjects(letters),
        sendTo(queues.mail),
      ],
      // A report of thousands of bodies takes a minute and much memory.
      reads: { queue: queues.reports, batch: 1, concurrency: 2 },
      files: fonts,
    },
  }) as const satisfies Record<string, Definition>;

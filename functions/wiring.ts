import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createPresentWorkdays } from "../core/calendar/calendar-versions.ts";
import type { SettlePorts } from "../core/use-cases/letters/settle.ts";
import type { WatchPorts } from "../core/use-cases/letters/watch.ts";
import type { SweepPorts } from "../core/use-cases/sweep/sweep.ts";
import { createClock } from "./clock.ts";
import { createAcknowledgementStore } from "./dynamodb/acknowledgements.ts";
import { createArchiveStore } from "./dynamodb/archives.ts";
import { createAuditLog } from "./dynamodb/audit.ts";
import { createBrakeDecisions } from "./dynamodb/brake-decisions.ts";
import { createClearings } from "./dynamodb/clearings.ts";
import { createDossierStore } from "./dynamodb/dossiers.ts";
import { createEditionRecord } from "./dynamodb/edition-record.ts";
import { createEvidenceStore } from "./dynamodb/evidence.ts";
import { createFeedStore, createGrantStore } from "./dynamodb/grants.ts";
import { createImportJobs } from "./dynamodb/import-jobs.ts";
import { createLedger } from "./dynamodb/letters.ts";
import { createOutOfUseStore } from "./dynamodb/out-of-use.ts";
import { createRegisterStore } from "./dynamodb/register.ts";
import { createReportJobs } from "./dynamodb/report-jobs.ts";
import { createSessionStore } from "./dynamodb/sessions.ts";
import { createCalendarVersions, createPolicyVersions } from "./dynamodb/settings.ts";
import { createSweepLog } from "./dynamodb/sweep-log.ts";
import { createVersionRecords } from "./dynamodb/version-records.ts";
import { createWatchBook } from "./dynamodb/watch-book.ts";
import { type Environment, readEnvironment } from "./env.ts";
import { sha256 } from "./hash.ts";
import { identifiers } from "./identifiers.ts";
import { alarms } from "./log.ts";
import { readQuota } from "./mail/quota.ts";
import { createMailQueue } from "./queues/mail-queue.ts";
import { createReportQueue } from "./queues/report-queue.ts";
import { createSweepQueue } from "./queues/sweep-queue.ts";
import { registerInForce } from "./register-in-force.ts";
import { createImportFiles } from "./storage/import-files.ts";
import { createMailFiles } from "./storage/mail-files.ts";

/** The one place where adapters are put together; clients take region, credentials and endpoints from the environment. */
export function wire(environment: Environment = readEnvironment(process.env)) {
  const database = DynamoDBDocumentClient.from(quiet(new DynamoDBClient()));
  const queues = new SQSClient();
  const workdays = createPresentWorkdays();
  const registers = createRegisterStore(database, environment.REGISTER_TABLE);
  const audit = createAuditLog(database, environment.AUDIT_TABLE);
  const policies = createPolicyVersions(database, environment.REGISTER_TABLE, audit);
  const calendars = createCalendarVersions(database, environment.REGISTER_TABLE, audit);
  const clock = createClock(environment.DEMO_CLOCK_FILE);
  const ses = new SESClient({ maxAttempts: 1 });
  return {
    environment,
    clock,
    workdays,
    identifiers,
    alarms,
    policies,
    calendars,
    editions: registers.editions,
    register: registerInForce(registers, {
      ...{ policies, calendars, clock, workdays },
    }),
    dossiers: createDossierStore(database, environment.DOSSIERS_TABLE),
    evidence: createEvidenceStore(database, environment.DOSSIERS_TABLE),
    audit,
    archives: createArchiveStore(database, environment.REGISTER_TABLE),
    versions: createVersionRecords(database, environment.REGISTER_TABLE),
    edition: createEditionRecord(database, environment.REGISTER_TABLE),
    hash: sha256,
    acknowledgements: createAcknowledgementStore(database, environment.LETTERS_TABLE),
    grants: createGrantStore(database, environment.REGISTER_TABLE),
    feeds: createFeedStore(database, environment.REGISTER_TABLE),
    imports: {
      ...createImportJobs(database, environment.REGISTER_TABLE),
      ...createImportFiles(new S3Client(), environment.LETTERS_BUCKET),
    },
    sessions: createSessionStore(database, environment.SESSIONS_TABLE),
    ledger: createLedger(database, environment.LETTERS_TABLE),
    outOfUse: createOutOfUseStore(database, environment.LETTERS_TABLE),
    clearings: createClearings(database, environment.LETTERS_TABLE),
    log: createSweepLog(database, environment.SWEEPS_TABLE),
    brakes: createBrakeDecisions(database, environment.SWEEPS_TABLE),
    files: createMailFiles(new S3Client(), environment.LETTERS_BUCKET),
    mail: createMailQueue(queues, environment.MAIL_QUEUE_URL),
    sweeps: createSweepQueue(queues, environment.SWEEP_QUEUE_URL),
    reportJobs: createReportJobs(database, environment.SWEEPS_TABLE),
    reportQueue: createReportQueue(queues, environment.REPORT_QUEUE_URL),
    book: createWatchBook(database, environment.SWEEPS_TABLE),
    ses,
    quota: () => readQuota(ses),
  } satisfies Omit<SweepPorts, "composer"> & SettlePorts & WatchPorts & Record<string, unknown>;
}

/** Nobody reads the client's own log, for which it would copy everything that was asked and answered. */
function quiet(client: DynamoDBClient): DynamoDBClient {
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}

export type Wiring = ReturnType<typeof wire>;

let wired: Wiring | undefined;

/** The wiring of this process, made when the first event comes. */
export function wiring(): Wiring {
  wired ??= wire();
  return wired;
}

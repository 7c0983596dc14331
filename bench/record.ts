import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { createWorkdays } from "../core/calendar/workdays.ts";
import { instant } from "../core/calendar/zone.ts";
import { Facts } from "../core/dossier/facts.ts";
import { defaultPolicy } from "../core/order608/default-policy.ts";
import { createAcknowledgementStore } from "../functions/dynamodb/acknowledgements.ts";
import { createAuditLog } from "../functions/dynamodb/audit.ts";
import { createBrakeDecisions } from "../functions/dynamodb/brake-decisions.ts";
import { createClearings } from "../functions/dynamodb/clearings.ts";
import { createDossierStore } from "../functions/dynamodb/dossiers.ts";
import { createEvidenceStore } from "../functions/dynamodb/evidence.ts";
import { createFeedStore, createGrantStore } from "../functions/dynamodb/grants.ts";
import { createImportJobs } from "../functions/dynamodb/import-jobs.ts";
import { createOutOfUseStore } from "../functions/dynamodb/out-of-use.ts";
import { createRegisterStore } from "../functions/dynamodb/register.ts";
import { createReportJobs } from "../functions/dynamodb/report-jobs.ts";
import { createCalendarVersions, createPolicyVersions } from "../functions/dynamodb/settings.ts";
import { createSweepLog } from "../functions/dynamodb/sweep-log.ts";
import { sha256 } from "../functions/hash.ts";
import { identifiers } from "../functions/identifiers.ts";
import { createEvidenceFiles } from "../functions/storage/evidence-files.ts";
import { createApi } from "../functions/web/api/app.ts";
import { demoFacts } from "../local/demo/facts.ts";
import { startEngines } from "../local/engines.ts";
import type { tables } from "../stacks/resources.ts";
import type { Benchmark, Comparison } from "./benchmark.ts";
import { interleaved } from "./interleaved.ts";

const effort = { rounds: 7, milliseconds: 300 };
/** 20 March 2027, 10:00 in Almaty: reports were held, so the dossier is a full one. */
const now = instant(Date.UTC(2027, 2, 20, 5));

/** Reading a dossier and recording a fact through the API, against the calls of DynamoDB that they need. */
export const record: Benchmark = {
  name: "record",
  about: "reading a dossier and recording a fact through the API, against the bare DynamoDB calls they need",
  run: async () => {
    const engines = await startEngines();
    Object.assign(process.env, engines.environment);
    const client = new DynamoDBClient();
    try {
      return await measure(DynamoDBDocumentClient.from(client));
    } finally {
      client.destroy();
      await engines.close();
    }
  },
};

async function measure(database: DynamoDBDocumentClient): Promise<Comparison[]> {
  const facts = Facts.parse(demoFacts());
  const register = createRegisterStore(database, "Register");
  const dossiers = createDossierStore(database, "Dossiers");
  await register.replace(facts.bodies, defaultPolicy);
  const dossier = facts.dossiers.find(({ body, schedule }) => body === "DP-10" && schedule);
  if (!dossier) throw new Error("The demo has no dossier of DP-10.");
  await dossiers.write("DP-10", [dossier]);
  const nothing = { log: async () => [], get: async () => null };
  const nobody = { send: async () => undefined };
  const audit = createAuditLog(database, "Audit");
  const app = createApi({
    ...{ register, dossiers, audit, hash: sha256, identifiers },
    ...{ workdays: createWorkdays(), clock: { calendarNow: () => now, machineNow: () => now } },
    ...{ ledger: nothing, log: createSweepLog(database, "Sweeps"), sweeps: { send: async () => undefined } },
    ...{
      policies: createPolicyVersions(database, "Register", audit),
      calendars: createCalendarVersions(database, "Register", audit),
    },
    ...{ brakes: createBrakeDecisions(database, "Sweeps"), clearings: createClearings(database, "Letters") },
    outOfUse: createOutOfUseStore(database, "Letters"),
    acknowledgements: createAcknowledgementStore(database, "Letters"),
    reportJobs: createReportJobs(database, "Sweeps"),
    ...{ reportQueue: nobody, reportFiles: { put: async () => undefined, link: async () => "" } },
    feeds: createFeedStore(database, "Register"),
    ...{ grants: createGrantStore(database, "Register"), editions: register.editions },
    imports: { ...createImportJobs(database, "Register"), putFile: async () => undefined, getFile: async () => null },
    evidence: createEvidenceStore(database, "Dossiers"),
    evidenceFiles: createEvidenceFiles(new S3Client(), "evidence"),
    callerOf: () => ({ id: "client:bench", name: "bench", grants: ["staff@MIA"] }),
  });
  const ask = async (path: string, init?: RequestInit): Promise<void> => {
    const answer = await app.request(`/dossiers/DP-10/${dossier.campaign}${path}`, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
  };
  let day = 1;
  const correct = () => {
    day = (day % 9) + 1;
    const body = JSON.stringify({ path: "schedule/approvedOn", value: `2027-01-0${day}`, reason: "bench" });
    return ask("/commands/correct", { method: "POST", headers: { "content-type": "application/json" }, body });
  };
  await correct();
  const bare = await bareCalls(database, dossier.campaign);
  return [
    await compare("read a dossier", () => ask(""), bare.read),
    await compare("record a fact", correct, bare.write),
  ];
}

async function compare(name: string, esep: () => Promise<void>, other: () => Promise<void>): Promise<Comparison> {
  const sides = [
    { name: "API", run: esep },
    { name: "bare calls", run: other },
  ] as const;
  const [ours, theirs] = await interleaved(sides, effort);
  return { case: name, esep: ours, other: theirs, ratio: "esep/other", target: { atMost: 3 } };
}

/** The same items, read and written without looking into them: the register's version, the dossier, two entries. */
async function bareCalls(database: DynamoDBDocumentClient, campaign: number) {
  const key = { partition: `DP-10#${campaign}`, body: "DP-10" };
  const get = (TableName: keyof typeof tables, Key: Record<string, string>) =>
    database.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  const { Item: item = {} } = await get("Dossiers", key);
  const read = async (): Promise<void> => {
    await get("Register", { scope: "#directory", id: "#directory" });
    await get("Dossiers", key);
  };
  let version = 0;
  const file = (number: number) =>
    database.send(
      new PutCommand({
        TableName: "Audit",
        Item: {
          record: "bare",
          version: String(number).padStart(8, "0"),
          data: item["entry"],
          hash: item["entryHash"],
        },
      }),
    );
  const write = async (): Promise<void> => {
    await read();
    await file(version);
    version++;
    const Item = { ...item, partition: "bare", version };
    await database.send(new PutCommand({ TableName: "Dossiers", Item }));
    await file(version);
  };
  return { read, write };
}

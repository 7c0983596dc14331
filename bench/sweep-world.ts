import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { day } from "../core/calendar/day.ts";
import { minutesOf } from "../core/calendar/time.ts";
import { instant, instantOf } from "../core/calendar/zone.ts";
import { Facts, type FactsText } from "../core/dossier/facts.ts";
import { defaultPolicy } from "../core/order608/default-policy.ts";
import type { Mail } from "../core/ports.ts";
import { sweep } from "../core/sweep.ts";
import { createDossierStore } from "../functions/dynamodb/dossiers.ts";
import { createLedger } from "../functions/dynamodb/letters.ts";
import { createOutOfUseStore } from "../functions/dynamodb/out-of-use.ts";
import { createRegisterStore } from "../functions/dynamodb/register.ts";
import { createSweepLog } from "../functions/dynamodb/sweep-log.ts";
import { readEnvironment } from "../functions/env.ts";
import { wire } from "../functions/wiring.ts";
import { startEngines } from "../local/engines.ts";
import { seed } from "../local/seed.ts";
import { type ReadRecorder, watchReads } from "./read-recorder.ts";

const today = day("2027-03-19");
const at = instantOf({ day: today, minutes: minutesOf("09:00") }, defaultPolicy.zone);

const nothing: Mail = { recipient: "", subject: "", mime: new Uint8Array() };

/** A store in which the slot of 19 March 2027, 09:00 has been swept once and every letter of it was sent. */
export interface SweptWorld {
  readonly scopes: readonly string[];
  readonly client: DynamoDBDocumentClient;
  readonly recorder: ReadRecorder;
  /** Sweeps every scope again, one after the other; there is nothing new to write. */
  sweepAll(): Promise<void>;
  close(): Promise<void>;
}

/** Loads facts into an embedded DynamoDB in memory and sweeps them; with `history` earlier letters are in the ledger too. */
export async function createSweptWorld(text: FactsText, history: boolean): Promise<SweptWorld> {
  const engines = await startEngines();
  Object.assign(process.env, engines.environment, { MAIL_FROM: "esep@mia.example", APP_URL: "https://esep.example" });
  const environment = readEnvironment(process.env);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient());
  const recorder = watchReads(client);
  const ports = {
    ...wire(environment),
    register: createRegisterStore(client, environment.REGISTER_TABLE),
    dossiers: createDossierStore(client, environment.DOSSIERS_TABLE),
    ledger: createLedger(client, environment.LETTERS_TABLE),
    outOfUse: createOutOfUseStore(client, environment.LETTERS_TABLE),
    log: createSweepLog(client, environment.SWEEPS_TABLE),
    clock: { calendarNow: () => at, machineNow: () => instant(Date.now()) },
    // What only writing needs: the first sweep's letters are neither worded nor sent.
    files: { put: async () => {}, get: async () => null },
    mail: { send: async () => {} },
    composer: { compose: async () => nothing, composeNotice: async () => nothing },
  };
  const { bodies, dossiers } = Facts.parse(text);
  await seed({ bodies, dossiers, policy: defaultPolicy, toldBefore: history ? today : null }, ports);
  const scopes = (await ports.register.directory())?.scopes ?? [];
  const sweepAll = async (): Promise<void> => {
    for (const scope of scopes) await sweep(scope, ports);
  };
  await sweepAll();
  for (const scope of scopes) {
    const letters = await ports.ledger.log(scope, 2027);
    await ports.ledger.import(letters.map((letter) => ({ ...letter, state: "sent", attempts: 1 })));
  }
  return { scopes, client, recorder, sweepAll, close: () => engines.close() };
}

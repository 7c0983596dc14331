import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { day } from "../core/calendar/day.ts";
import { minutesOf } from "../core/calendar/time.ts";
import { instant, instantOf } from "../core/calendar/zone.ts";
import { Facts, type FactsText } from "../core/dossier/facts.ts";
import type { LetterEntry } from "../core/escalation/ledger.ts";
import { defaultPolicy } from "../core/order608/default-policy.ts";
import type { Mail } from "../core/ports.ts";
import { createRegister } from "../core/register/register.ts";
import { fewAtOnce } from "../core/use-cases/assess/few-at-once.ts";
import { sweep } from "../core/use-cases/sweep/sweep.ts";
import { createDossierStore } from "../functions/dynamodb/dossiers.ts";
import { createLedger } from "../functions/dynamodb/letters.ts";
import { createOutOfUseStore } from "../functions/dynamodb/out-of-use.ts";
import { createRegisterStore } from "../functions/dynamodb/register.ts";
import { createSweepLog } from "../functions/dynamodb/sweep-log.ts";
import { readEnvironment } from "../functions/env.ts";
import { createOutsets } from "../functions/outsets.ts";
import { wire } from "../functions/wiring.ts";
import { demoDossiers } from "../local/demo/dossiers.ts";
import { demoFacts } from "../local/demo/facts.ts";
import { syntheticRegister } from "../local/demo/synthetic-register.ts";
import { startEngines } from "../local/engines.ts";
import { seed } from "../local/seed.ts";
import { type ReadRecorder, watchReads } from "./read-recorder.ts";

const today = day("2027-03-19");
const at = instantOf({ day: today, minutes: minutesOf("09:00") }, defaultPolicy.zone);

/** How long messages have lain in the queue when the first of them is handled, in milliseconds. */
const WAITED = 1000;

const nothing: Mail = { recipient: "", subject: "", mime: new Uint8Array() };

/** A store in which the slot of 19 March 2027, 09:00 has been swept once and every letter of it was sent. */
export interface SweptWorld {
  readonly scopes: readonly string[];
  readonly client: DynamoDBDocumentClient;
  readonly recorder: ReadRecorder;
  /** What a process needs to find the store. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** What keeps nothing from one sweep to the next. */
let wired: ReturnType<typeof wire> | undefined;

/** What sweeps read and write, as a process has it that has just begun. */
export function openPorts(client: DynamoDBDocumentClient) {
  const environment = readEnvironment(process.env);
  wired ??= wire(environment);
  return {
    ...wired,
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
}
type Ports = ReturnType<typeof openPorts>;

/** Sweeps the ministry's scope and then the others, a few at once, as a process that gets one message after another. */
export async function sweepScopes(
  [ministry = "", ...departments]: readonly string[],
  ports: Ports,
  swept: (scope: string) => void = () => undefined,
): Promise<void> {
  const outsets = createOutsets(ports);
  const asked = Date.now() - WAITED;
  const one = async (scope: string): Promise<void> => {
    await sweep(scope, ports, await outsets.for(scope, asked));
    swept(scope);
  };
  await one(ministry);
  await fewAtOnce(departments, one);
}

/** The demo's 252 bodies in an embedded DynamoDB in memory, with the letters of all days before in the ledger. */
export const createDemoWorld = (): Promise<SweptWorld> =>
  createWorld(async (ports) => {
    const { bodies, dossiers } = Facts.parse(demoFacts());
    await seed({ bodies, dossiers, policy: defaultPolicy, toldBefore: today }, ports);
  });

/** So many made-up bodies, with the letters of one sweep in the ledger. */
export const createSyntheticWorld = (bodies: number): Promise<SweptWorld> =>
  createWorld(async (ports) => {
    const [ministry, ...others] = syntheticRegister(bodies);
    if (!ministry) return;
    const register = [];
    // Part by part: the texts of all dossiers would not fit into memory.
    for (let from = 0; from < others.length; from += PART) {
      const part = [ministry, ...others.slice(from, from + PART)];
      const dossiers = demoDossiers(part, { seed: 608, campaign: 2027 });
      const facts = Facts.parse({ bodies: part, dossiers } satisfies FactsText);
      const { byId, scopeOf, ministry: root } = createRegister(facts.bodies);
      const scopes = Map.groupBy(facts.dossiers, ({ body }) => scopeOf(byId.get(body) ?? root));
      for (const [scope, own] of scopes) await ports.dossiers.write(scope, own);
      register.push(...facts.bodies.slice(from === 0 ? 0 : 1));
    }
    await ports.register.replace(register, defaultPolicy);
  });

/** Whole departments of twelve. */
const PART = 1200;

async function createWorld(load: (ports: Ports) => Promise<void>): Promise<SweptWorld> {
  const engines = await startEngines();
  const environment = { ...engines.environment, MAIL_FROM: "esep@mia.example", APP_URL: "https://esep.example" };
  Object.assign(process.env, environment);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient());
  const recorder = watchReads(client);
  const ports = openPorts(client);
  await load(ports);
  const scopes = (await ports.register.directory())?.scopes ?? [];
  await sweepScopes(scopes, sendingAtOnce(ports));
  return { scopes, client, recorder, environment, close: () => engines.close() };
}

/** Ports with which every letter is sent as soon as it is written. */
const sendingAtOnce = (ports: Ports): Ports => ({
  ...ports,
  ledger: {
    ...ports.ledger,
    create: async (entry: LetterEntry) => {
      await ports.ledger.import([{ ...entry, state: "sent", attempts: 1 }]);
      return "created";
    },
  },
});

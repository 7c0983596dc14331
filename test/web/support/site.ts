import type { Hono } from "hono";
import { createPresentWorkdays } from "../../../core/calendar/calendar-versions.ts";
import { Facts, type FactsText } from "../../../core/dossier/facts.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import type { SweepLog } from "../../../core/ports.ts";
import { createRegister } from "../../../core/register/register.ts";
import { seedGrants } from "../../../core/use-cases/records/grants.ts";
import { sweep } from "../../../core/use-cases/sweep/sweep.ts";
import { writeReport } from "../../../functions/documents/write-report.ts";
import { identifiers } from "../../../functions/identifiers.ts";
import { createComposer } from "../../../functions/mail/composer.ts";
import { registerInForce } from "../../../functions/register-in-force.ts";
import { createApp, type WebDependencies } from "../../../functions/web/app.ts";
import { demoGrants } from "../../../local/identity/demo-users.ts";
import { memoryAdministration } from "../../support/memory/administration.ts";
import { memoryAlarms } from "../../support/memory/alarms.ts";
import { almaty, type MemoryClock, memoryClock } from "../../support/memory/clocks.ts";
import { type MemoryDossiers, memoryDossiers } from "../../support/memory/dossiers.ts";
import { memoryFiles } from "../../support/memory/files.ts";
import { type MemoryLedger, memoryLedger } from "../../support/memory/ledger.ts";
import { type MemoryOutOfUse, memoryOutOfUse } from "../../support/memory/out-of-use.ts";
import { memoryAcknowledgements } from "../../support/memory/records.ts";
import { memoryRegister } from "../../support/memory/register.ts";
import { memoryRegistry } from "../../support/memory/registry.ts";
import { memoryReporting } from "../../support/memory/reporting.ts";
import { memorySweepLog } from "../../support/memory/sweep-log.ts";

/** The pages over ports in memory, and hands on what is behind them. */
export interface Site {
  readonly app: Hono;
  readonly deps: WebDependencies;
  readonly clock: MemoryClock;
  readonly dossiers: MemoryDossiers;
  readonly ledger: MemoryLedger;
  readonly outOfUse: MemoryOutOfUse;
  readonly log: SweepLog;
  /** The sweeps on demand that were queued. */
  readonly sent: readonly { readonly scope: string; readonly slot: Slot }[];
  readonly errors: readonly Error[];
  /** Sweeps every scope for the latest slot, as the watch does. */
  sweepAll(): Promise<void>;
  /** A page as text. */
  read(path: string, init?: RequestInit): Promise<string>;
}

/** A site that knows some facts, or none at all: before the first import. */
export async function createSite(
  facts: FactsText | null,
  { now = "2027-03-19T09:00", demo = true }: { readonly now?: string; readonly demo?: boolean } = {},
): Promise<Site> {
  const clock = memoryClock(almaty(now));
  const [register, dossiers, ledger, files, log] = [
    memoryRegister(),
    memoryDossiers(),
    memoryLedger(),
    memoryFiles(),
    memorySweepLog(),
  ];
  const workdays = createPresentWorkdays();
  const scopes = facts ? await load(Facts.parse(facts), register, dossiers) : [];
  const errors: Error[] = [];
  const outOfUse = memoryOutOfUse();
  const administration = memoryAdministration(log, outOfUse);
  const registry = memoryRegistry(register);
  await seedGrants(demoGrants, registry.grants);
  const inForce = registerInForce(register, { ...administration, clock, workdays });
  const deps: WebDependencies = {
    ...administration,
    ...registry,
    ...memoryReporting(),
    writeReport,
    acknowledgements: memoryAcknowledgements(),
    ...{ register: inForce, dossiers, ledger, files, log, outOfUse, workdays, clock, identifiers, demo },
    onError: (error) => void errors.push(error),
  };
  const app = createApp(deps);
  const mail = { send: async () => {} };
  const composer = createComposer({
    ...{ from: "esep@mail.example", replyTo: undefined, appUrl: "http://127.0.0.1:4608", demo, workdays },
  });
  return {
    ...{ app, deps, clock, dossiers, ledger, outOfUse, log, sent: administration.sent, errors },
    sweepAll: async () => {
      const ports = {
        ...deps,
        dossiers,
        ledger,
        files,
        log,
        composer,
        mail,
        outOfUse,
        alarms: memoryAlarms(),
      };
      for (const scope of scopes) await sweep(scope, ports);
    },
    read: async (path, init) => (await app.request(path, init)).text(),
  };
}

async function load(
  { bodies, dossiers: records }: Facts,
  store: ReturnType<typeof memoryRegister>,
  dossiers: MemoryDossiers,
): Promise<readonly string[]> {
  await store.replace(bodies, defaultPolicy);
  const register = createRegister(bodies);
  for (const record of records) {
    const body = register.byId.get(record.body);
    if (body) await dossiers.write(register.scopeOf(body), [record]);
  }
  return register.scopes;
}

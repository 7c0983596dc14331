import { day, plusDays } from "../../../core/calendar/day.ts";
import { createWorkdays } from "../../../core/calendar/workdays.ts";
import { Facts, type FactsText } from "../../../core/dossier/facts.ts";
import { slotsBetween } from "../../../core/escalation/slots.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import { createRegister } from "../../../core/register/register.ts";
import { type LoadedRegister, loadRegister } from "../../../core/use-cases/assess/assess.ts";
import {
  type ReportPorts,
  type ReportRequest,
  readStatusReport,
} from "../../../core/use-cases/reports/status-report.ts";
import { identifiers } from "../../../functions/identifiers.ts";
import { demoFacts } from "../../../local/demo/facts.ts";
import { queuedLetter } from "../../support/delivery/entries.ts";
import { almaty, memoryClock } from "../../support/memory/clocks.ts";
import { memoryDossiers } from "../../support/memory/dossiers.ts";
import { memoryLedger } from "../../support/memory/ledger.ts";
import { memoryAcknowledgements } from "../../support/memory/records.ts";
import { memoryRegister } from "../../support/memory/register.ts";
import { memorySweepLog } from "../../support/memory/sweep-log.ts";

/** The real use case's ports in memory. */
type Ports = ReportPorts & {
  readonly ledger: ReturnType<typeof memoryLedger>;
  readonly log: ReturnType<typeof memorySweepLog>;
  readonly clock: ReturnType<typeof memoryClock>;
};

/** Facts in memory, with sweeps of some days and a letter to every contact of every tenth body. */
export interface ReportWorld {
  readonly loaded: LoadedRegister;
  readonly ports: Ports;
  report(request?: Partial<ReportRequest>): ReturnType<typeof readStatusReport>;
}

export const everything: Pick<ReportRequest, "top" | "mayRead"> = { top: null, mayRead: () => true };

/** Days of sweeps that the log holds. */
const SWEPT = 5;

export async function reportWorld(text: FactsText = demoFacts(), now = "2027-03-19T10:30"): Promise<ReportWorld> {
  const { bodies, dossiers } = Facts.parse(text);
  const register = memoryRegister();
  await register.replace(bodies, defaultPolicy);
  const store = memoryDossiers();
  const { scopeOf, byId } = createRegister(bodies);
  for (const [id, own] of Map.groupBy(dossiers, ({ body }) => body)) {
    const body = byId.get(id);
    if (body) await store.write(scopeOf(body), own);
  }
  const ports = {
    ...{ register, dossiers: store, workdays: createWorkdays(), ledger: memoryLedger(), log: memorySweepLog() },
    ...{ acknowledgements: memoryAcknowledgements(), identifiers, clock: memoryClock(almaty(now)) },
  } satisfies Ports;
  const loaded = await loadRegister(register, ({ scopes }) => scopes);
  if (!loaded) throw new Error("The register was not written.");
  await writeHistory(loaded, ports, day(now.slice(0, 10)));
  return {
    loaded,
    ports,
    report: (request) => readStatusReport(loaded, { ...everything, ...request }, ports),
  };
}

async function writeHistory({ register, directory }: LoadedRegister, ports: Ports, today: ReturnType<typeof day>) {
  const states = ["delivered", "delivered", "sent", "bounced", "queued", "failed"] as const;
  let number = 0;
  for (const body of register.bodies.filter((_, index) => index % 10 === 1)) {
    for (const { email } of body.contacts) {
      const items = queuedLetter("", "", 0).items.map((item) => ({ ...item, body: body.id }));
      const key = identifiers.recipientKey(email);
      await ports.ledger.create(
        queuedLetter(register.scopeOf(body), key, 0, {
          ...{ items, closed: [], state: states[number++ % states.length] ?? "sent", attempts: 1 },
          slot: { day: plusDays(today, -(number % 9)), time: "09:00" },
        }),
      );
    }
  }
  for (const slot of slotsBetween(plusDays(today, -SWEPT), plusDays(today, -1), directory.policy.slots)) {
    for (const scope of register.scopes) await ports.log.record(sweepOf(scope, slot, scope === register.ministry.id));
  }
}

function sweepOf(scope: string, slot: { day: ReturnType<typeof day>; time: string }, isEmpty: boolean) {
  const met = 60 + ((slot.day * 7 + slot.time.charCodeAt(1)) % 30);
  return {
    ...{ scope, slot, bodies: 1, written: 0, items: 0, levels: {}, dropped: 0, held: {}, damaged: [], failed: [] },
    ...{ contacts: [], complete: true, seconds: 1, registerVersion: 1 },
    findings: isEmpty ? {} : { report: { met, overdue: 100 - met } },
  };
}

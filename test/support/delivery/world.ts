import { createPresentWorkdays, type PresentWorkdays } from "../../../core/calendar/calendar-versions.ts";
import type { Instant } from "../../../core/calendar/zone.ts";
import { Dossier, type DossierText } from "../../../core/dossier/dossier.ts";
import type { MailEventKind } from "../../../core/escalation/delivery.ts";
import type { LetterEntry, LetterId } from "../../../core/escalation/ledger.ts";
import { createRegister } from "../../../core/register/register.ts";
import type { SweepReport } from "../../../core/status/sweep-report.ts";
import { type DispatchTimes, dispatch } from "../../../core/use-cases/letters/dispatch.ts";
import type { MailEvent } from "../../../core/use-cases/letters/settle.ts";
import { sweep } from "../../../core/use-cases/sweep/sweep.ts";
import { type MemoryAlarms, memoryAlarms } from "../memory/alarms.ts";
import { almaty, type MemoryClock, memoryClock } from "../memory/clocks.ts";
import { type Composed, memoryComposer, readComposed } from "../memory/composer.ts";
import { type MemoryDossiers, memoryDossiers } from "../memory/dossiers.ts";
import { memoryFiles } from "../memory/files.ts";
import { memoryIdentifiers } from "../memory/identifiers.ts";
import { type MemoryLedger, memoryLedger } from "../memory/ledger.ts";
import { type MemoryMailService, memoryMailService } from "../memory/mail-service.ts";
import { type MemoryOutOfUse, memoryOutOfUse } from "../memory/out-of-use.ts";
import { type MemoryQueue, memoryMailQueue, memoryQueue, memorySweepQueue, type SweepWork } from "../memory/queue.ts";
import { type MemoryRegister, memoryRegister } from "../memory/register.ts";
import { type MemorySweepLog, memorySweepLog } from "../memory/sweep-log.ts";
import { type WorldFacts, workdays } from "./facts.ts";
import type { Action, Changeable } from "./machine.ts";
import type { Ports } from "./ports.ts";

/** The lease outlives the function (60 s), the visibility outlives both. */
export const times: DispatchTimes = { lease: 90, unknown: 900, throttled: 20, refused: 900 };
const VISIBILITY = 360;
const RECEIVES = 5;

/** What the mail service tells of a letter that it took at a moment, in this order. */
export type Tells = (letter: LetterId, at: Instant) => readonly MailEventKind[];

/** As SES does: that it has sent, that it has delivered, and sometimes the same again. */
export const delivered: Tells = () => ["delivery", "send", "delivery"];

/** Everything in memory, standing still between two calls. */
export interface World {
  readonly ports: Ports & {
    readonly clock: MemoryClock;
    readonly register: MemoryRegister;
    readonly dossiers: MemoryDossiers;
    readonly ledger: MemoryLedger;
    readonly service: MemoryMailService;
    readonly alarms: MemoryAlarms;
    readonly workdays: PresentWorkdays;
    readonly log: MemorySweepLog;
    readonly outOfUse: MemoryOutOfUse;
  };
  readonly queues: {
    /** Slots that have come and whose sweeps are to be started, as the scheduler keeps them. */
    readonly slots: MemoryQueue<string>;
    readonly sweeps: MemoryQueue<SweepWork>;
    readonly mail: MemoryQueue<LetterId>;
    /** What the mail service says of letters. */
    readonly events: MemoryQueue<MailEvent>;
    /** What people are about to do. */
    readonly actions: MemoryQueue<Action>;
  };
  /** Moves the clocks to `YYYY-MM-DDTHH:MM` in Almaty. */
  goTo(moment: string): void;
  sweep(scope: string): Promise<SweepReport>;
  /** Sends everything that can be sent now; returns what became of each message. */
  dispatch(): Promise<string[]>;
  /** Records a dossier over the one of the same body and campaign. */
  record(dossier: DossierText): Promise<void>;
  letters(): readonly LetterEntry[];
  /** What an address has received, oldest first. */
  inbox(email: string): Composed[];
}

/** A world at a moment in Almaty. `newestFirst`: the queues hand out what came last first; `events`: the mail service tells. */
export async function createWorld(
  facts: WorldFacts,
  moment: string,
  { newestFirst = false, events = false }: { readonly newestFirst?: boolean; readonly events?: boolean | Tells } = {},
): Promise<World> {
  const clock = memoryClock(almaty(moment));
  const options = { visibility: VISIBILITY, receives: RECEIVES, newestFirst };
  const queues = {
    slots: memoryQueue<string>(clock, options),
    sweeps: memoryQueue<SweepWork>(clock, options),
    mail: memoryQueue<LetterId>(clock, options),
    events: memoryQueue<MailEvent>(clock, options),
    actions: memoryQueue<Action>(clock, options),
  };
  const say = (letter: LetterId, messageId: string): void => {
    if (events === false) return;
    const told = events === true ? delivered : events;
    const at = clock.machineNow();
    for (const kind of told(letter, at)) {
      queues.events.push({ letter, event: { kind, at, messageId, detail: null } });
    }
  };
  const ports = {
    ...{
      clock,
      workdays: createPresentWorkdays(workdays),
      composer: memoryComposer,
      identifiers: memoryIdentifiers(),
      alarms: memoryAlarms(),
    },
    ...{ register: memoryRegister(), dossiers: memoryDossiers(), ledger: memoryLedger(), files: memoryFiles() },
    ...{ log: memorySweepLog(), service: memoryMailService(say), outOfUse: memoryOutOfUse() },
    mail: memoryMailQueue(queues.mail),
    sweeps: memorySweepQueue(queues.sweeps),
  };
  await load(facts, ports);
  return {
    ports,
    queues,
    goTo: (to) => clock.moveTo(almaty(to)),
    sweep: async (scope) => {
      const report = await sweep(scope, ports);
      if (!report) throw new Error("There is no register.");
      return report;
    },
    record: async (text) => {
      const register = createRegister(facts.bodies);
      const body = register.byId.get(text.body);
      if (body) await ports.dossiers.write(register.scopeOf(body), [Dossier.parse(text)]);
    },
    dispatch: () => dispatchAll(queues.mail, ports),
    letters: () => ports.ledger.all(),
    inbox: (email) =>
      ports.service.accepted.filter(({ mail }) => mail.recipient === email).map(({ mail }) => readComposed(mail)),
  };
}

/** Writes facts into the stores. */
export async function load(
  { bodies, dossiers, policy }: WorldFacts,
  ports: Pick<Changeable["ports"], "register" | "dossiers">,
): Promise<void> {
  await ports.register.replace(bodies, policy);
  const register = createRegister(bodies);
  for (const dossier of dossiers) {
    const body = register.byId.get(dossier.body);
    if (body) await ports.dossiers.write(register.scopeOf(body), [dossier]);
  }
}

async function dispatchAll(queue: MemoryQueue<LetterId>, ports: Ports): Promise<string[]> {
  const outcomes: string[] = [];
  for (let messages = queue.receive(10); messages.length > 0; messages = queue.receive(10)) {
    for (const { body, receipt } of messages) {
      outcomes.push(await dispatch(body, ports, times));
      queue.delete(receipt);
    }
  }
  return outcomes;
}

/** Takes every message out of the mail queue, as a crash or a purge does. */
export function loseMessages({ queues: { mail } }: World): void {
  for (const { receipt } of mail.receive(100)) mail.delete(receipt);
}

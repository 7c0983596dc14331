import { createPresentWorkdays, type PresentWorkdays } from "../../../core/calendar/calendar-versions.ts";
import { day } from "../../../core/calendar/day.ts";
import { type LetterState, letterPath } from "../../../core/escalation/ledger.ts";
import type { Ledger } from "../../../core/ports.ts";
import { dispatch } from "../../../core/use-cases/letters/dispatch.ts";
import { type MailEvent, settle } from "../../../core/use-cases/letters/settle.ts";
import { sweep } from "../../../core/use-cases/sweep/sweep.ts";
import { MailMessage } from "../../../functions/queues/mail-queue.ts";
import { SweepMessage } from "../../../functions/queues/sweep-queue.ts";
import type { Fault as SesFault } from "../../../local/ses/faults.ts";
import { type MemoryAlarms, memoryAlarms } from "../memory/alarms.ts";
import { almaty, type MemoryClock, memoryClock } from "../memory/clocks.ts";
import type { Behaviour } from "../memory/mail-service.ts";
import type { Outcome } from "./checks.ts";
import type { Cloud } from "./cloud.ts";
import { type CloudNames, cloudNames } from "./cloud-names.ts";
import { isDone, runBatch } from "./cloud-work.ts";
import type { Scenario } from "./enumerate.ts";
import { workdays } from "./facts.ts";
import { type FaultPlan, isHandled, type Process, ProcessDeath, startProcess } from "./faults.ts";
import type { Action, Changeable } from "./machine.ts";
import type { Ports } from "./ports.ts";
import { delivered, times } from "./world.ts";

/** What the endpoint is told to do so that the mail service behaves in a way; refusals for good come from a bad letter. */
const SES_FAULTS: Readonly<Record<Behaviour, SesFault | null>> = {
  accept: null,
  refuse: null,
  throttle: { fault: "throttle", count: 1 },
  "refuse-account": { fault: "account-paused", count: 1 },
  "lose-answer": { fault: "lose-answer", count: 1 },
  "lose-request": { fault: "lose-request", count: 1 },
};

/** One history through real clients: who runs, with which faults. Every history has bodies of its own, by its number. */
export interface CloudHistory {
  readonly cloud: Cloud;
  readonly scenario: Scenario;
  readonly plan: FaultPlan;
  readonly number: number;
}

/** A history on its way. */
interface Running extends CloudHistory {
  readonly names: CloudNames;
  readonly clock: MemoryClock;
  readonly alarms: MemoryAlarms;
  readonly ports: Ports & { readonly workdays: PresentWorkdays };
  readonly states: Map<string, LetterState[]>;
  /** How many letters the mail service had taken before. */
  readonly takenBefore: number;
  /** What the mail service is about to say. */
  readonly events: MailEvent[];
  /** What people are about to do. */
  readonly actions: Action<Changeable>[];
  told: number;
}

/** Runs a history until it is quiet. Time, which would be minutes, goes by on a clock of its own. */
export async function runInCloud(history: CloudHistory): Promise<Outcome> {
  const running = await start(history);
  const { slots, changes = [], actions = [] } = history.scenario;
  const moments = [...new Set([...slots, ...changes.map(({ at }) => at), ...actions.map(({ at }) => at)])].sort();
  for (const [index, moment] of moments.entries()) {
    running.clock.moveTo(almaty(moment));
    for (const change of changes) if (change.at === moment) await change.make(changeable(running));
    running.actions.push(...actions.filter(({ at }) => at === moment));
    if (slots.includes(moment)) await startSweeps(running, moment);
    const next = moments[index + 1];
    await runUntil(running, next === undefined ? Number.POSITIVE_INFINITY : almaty(next));
  }
  return outcomeOf(running);
}

async function start(history: CloudHistory): Promise<Running> {
  const { cloud, scenario, number } = history;
  const names = cloudNames(number);
  await cloud.load(names.facts(scenario.facts));
  const clock = memoryClock(almaty(scenario.slots[0] ?? ""));
  const alarms = memoryAlarms();
  const states = new Map<string, LetterState[]>();
  const ports: Running["ports"] = {
    ...cloud.ports,
    ...{ clock, alarms, workdays: createPresentWorkdays(workdays) },
    ledger: remembering(cloud.ports.ledger, states),
    // SQS's delays are real minutes; here the clock of the history says what may be sent.
    mail: { send: (ids) => cloud.ports.mail.send(ids) },
  };
  const takenBefore = cloud.ses.mailbox.deliveries.length;
  return { ...history, names, clock, alarms, ports, states, takenBefore, events: [], actions: [], told: 0 };
}

async function startSweeps({ cloud, number }: Running, slot: string): Promise<void> {
  const [on = "", time = ""] = slot.split("T");
  const scopes = (await cloud.ports.register.directory())?.scopes ?? [];
  const work = scopes.map((scope) => ({ scope, slot: { day: day(on), time } }));
  await cloud.ports.sweeps.send(work, `${number}-${slot.replaceAll(":", ".")}`);
}

/** What people change, in the names of this history. */
function changeable({ cloud, names, number, ports, clock }: Running): Changeable {
  const { register, workdays, outOfUse, sweeps } = ports;
  return {
    ports: {
      ...{ clock, workdays },
      register: {
        directory: () => register.directory(),
        replace: (bodies, policy) => cloud.ports.register.replace(names.bodies(bodies), policy),
      },
      dossiers: {
        write: (scope, all) => cloud.ports.dossiers.write(names.scope(scope), all.map(names.dossier)),
      },
      outOfUse: { ...outOfUse, clear: (email, ...by) => outOfUse.clear(names.recipientKey(email), ...by) },
      sweeps: { send: (work, request) => sweeps.send(work, `${number}-${request}`) },
    },
  };
}

async function runUntil(running: Running, until: number): Promise<void> {
  const { cloud, clock } = running;
  for (let isQuiet = false; !isQuiet && clock.calendarNow() < until; ) {
    const process = () => startProcess(running.ports, sendAsIn(cloud), running.plan);
    const acted = await act(running);
    const swept = await runBatch(cloud.sweeps, process(), async (body, own) => {
      await sweep(SweepMessage.parse(body).scope, own);
    });
    const sent = await runBatch(cloud.mail, process(), async (body, own) => {
      await dispatch(MailMessage.parse(body), own, times);
    });
    const said = await settleEvents(running, process());
    isQuiet = !acted && !swept && !sent && !said;
    // A lease lasts 90 seconds and an unknown letter waits for 900: what was not done now may be done later.
    clock.pass(Math.min(300, (until - clock.calendarNow()) / 1000));
  }
}

/** What people do, each in a process of their own; who sees an error, or nothing, tries again later. */
async function act(running: Running): Promise<boolean> {
  const world = changeable(running);
  const ports = { ...running.ports, outOfUse: world.ports.outOfUse };
  const now = running.actions.splice(0);
  for (const action of now) {
    const process = startProcess(ports, sendAsIn(running.cloud), running.plan);
    if (!(await isDone(action.act(process, world)))) running.actions.push(action);
  }
  return now.length > 0;
}

/** What the mail service tells of the letters that it has taken since; what fails is told again. */
async function settleEvents(running: Running, process: Process): Promise<boolean> {
  const { scenario, names, clock, events } = running;
  const tells = scenario.events === true ? delivered : scenario.events || (() => []);
  const taken = takenIn(running).slice(running.told);
  running.told += taken.length;
  for (const { id, messageId } of taken) {
    const letter = names.letter(id);
    const at = clock.machineNow();
    for (const kind of letter ? tells(letter, at) : []) {
      events.push({ letter: id, event: { kind, at, messageId, detail: null } });
    }
  }
  const now = events.splice(0);
  try {
    for (const event of now) if (!(await isHandled(settle(event, process.ports)))) events.push(event);
  } catch (error) {
    if (!(error instanceof ProcessDeath)) throw error;
    events.splice(0, events.length, ...now);
  }
  return now.length > 0;
}

/** The ledger, and every state that its letters were in. */
const remembering = (ledger: Ledger, states: Map<string, LetterState[]>): Ledger => ({
  ...ledger,
  advance: async (before, step) => {
    const result = await ledger.advance(before, step);
    const path = letterPath(before);
    if (result === "advanced") states.set(path, [...(states.get(path) ?? []), step.state]);
    return result;
  },
});

const sendAsIn =
  ({ ses, ports: { service } }: Cloud): Parameters<typeof startProcess>[1] =>
  async (behaviour, mail, id) => {
    const fault = SES_FAULTS[behaviour];
    if (fault) ses.faults.plan(fault);
    // SES takes no empty message: this one is refused for good.
    return service.send(behaviour === "refuse" ? { ...mail, mime: new Uint8Array() } : mail, id);
  };

async function outcomeOf(running: Running): Promise<Outcome> {
  const { names, scenario, cloud, alarms, states } = running;
  const year = Number(scenario.slots[0]?.slice(0, 4));
  const { scopes = [], former = [] } = (await cloud.ports.register.directory()) ?? {};
  const own = [...scopes, ...former].filter(names.isOwn);
  const logs = await Promise.all(own.map((scope) => running.ports.ledger.log(scope, year)));
  const was = new Map([...states].map(([path, all]) => [names.path(path), all]));
  return {
    letters: logs.flat().flatMap((entry) => names.entry(entry) ?? []),
    accepted: takenIn(running).flatMap(({ id }) => {
      const letter = names.letter(id);
      return letter ? [letterPath(letter)] : [];
    }),
    alarms: alarms.raised.map(({ code, details }) => {
      const letter = names.path(String(details["letter"]));
      return { code, details: letter === undefined ? details : { ...details, letter } };
    }),
    was: (path, state) => was.get(path)?.includes(state) ?? false,
    dead: 0,
  };
}

/** The letters in the mailbox since the history began, by their tags. */
const takenIn = ({ cloud, takenBefore }: Running) =>
  cloud.ses.mailbox.deliveries.slice(takenBefore).map(({ envelope, messageId }) => {
    const tags = new Map(envelope.tags.map(({ name, value }) => [name, value]));
    const [scope = "", year, recipientKey = "", n] = ["scope", "year", "recipient", "n"].map((name) => tags.get(name));
    return { id: { scope, year: Number(year), recipientKey, n: Number(n) }, messageId };
  });

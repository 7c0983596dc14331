import type { Message } from "@aws-sdk/client-sqs";
import { day } from "../../../core/calendar/day.ts";
import { dispatch } from "../../../core/dispatch.ts";
import { type LetterEntry, type LetterState, letterPath } from "../../../core/escalation/ledger.ts";
import type { Ledger } from "../../../core/ports.ts";
import { sweep } from "../../../core/sweep.ts";
import { MailMessage } from "../../../functions/queues/mail-queue.ts";
import { SweepMessage } from "../../../functions/queues/sweep-queue.ts";
import type { Fault as SesFault } from "../../../local/ses/faults.ts";
import { memoryAlarms } from "../memory/alarms.ts";
import { almaty, memoryClock } from "../memory/clocks.ts";
import type { Behaviour } from "../memory/mail-service.ts";
import type { Outcome } from "./checks.ts";
import type { Cloud, CloudQueue } from "./cloud.ts";
import { type WorldFacts, workdays } from "./facts.ts";
import { type FaultPlan, InjectedError, type Process, ProcessDeath, startProcess } from "./faults.ts";
import type { Ports } from "./ports.ts";
import { times } from "./world.ts";

/** What the endpoint is told to do so that the mail service behaves in a way; refusals for good come from a bad letter. */
const SES_FAULTS: Readonly<Record<Behaviour, SesFault | null>> = {
  accept: null,
  refuse: null,
  throttle: { fault: "throttle", count: 1 },
  "refuse-account": { fault: "account-paused", count: 1 },
  "lose-answer": { fault: "lose-answer", count: 1 },
  "lose-request": { fault: "lose-request", count: 1 },
};

/** One history through real clients: who runs, with which faults. Every history has bodies of its own. */
export interface CloudHistory {
  readonly cloud: Cloud;
  readonly facts: WorldFacts;
  readonly scopes: readonly string[];
  /** `YYYY-MM-DDTHH:MM`, in order. */
  readonly slots: readonly string[];
  readonly plan: FaultPlan;
  /** Unlike any other history's. */
  readonly name: string;
}

/** Runs a history until it is quiet. Time, which would be minutes, goes by on a clock of its own. */
export async function runInCloud(history: CloudHistory): Promise<Outcome> {
  const { cloud, slots, scopes, name, plan } = history;
  await cloud.load(history.facts);
  const clock = memoryClock(almaty(slots[0] ?? ""));
  const alarms = memoryAlarms();
  const states = new Map<string, LetterState[]>();
  const ports: Ports = {
    ...cloud.ports,
    clock,
    alarms,
    workdays,
    ledger: remembering(cloud.ports.ledger, states),
    mail: atOnce(cloud),
  };
  const start = () => startProcess(ports, sendAsIn(cloud), plan);
  for (const slot of slots) {
    clock.moveTo(almaty(slot));
    const [on = "", time = ""] = slot.split("T");
    const work = scopes.map((scope) => ({ scope, slot: { day: day(on), time } }));
    await cloud.ports.sweeps.send(work, `${name}-${slot.replaceAll(":", ".")}`);
    let isQuiet = false;
    while (!isQuiet) {
      const swept = await runBatch(cloud.sweeps, start(), async (body, own) => {
        await sweep(SweepMessage.parse(body).scope, own);
      });
      const sent = await runBatch(cloud.mail, start(), async (body, own) => {
        await dispatch(MailMessage.parse(body), own, times);
      });
      isQuiet = !swept && !sent;
      // A lease lasts 90 seconds and an unknown letter waits for 900: what was not done now may be done later.
      clock.pass(300);
    }
  }
  return outcomeOf(history, ports, states, alarms.raised);
}

/** Handles what can be seen now; false when there is nothing. What fails, and all that a dead process had, comes again. */
async function runBatch(
  queue: CloudQueue,
  process: Process,
  handle: (body: unknown, ports: Ports) => Promise<void>,
): Promise<boolean> {
  const messages = await queue.receive();
  const kept: Message[] = [];
  try {
    const done: Message[] = [];
    for (const message of messages) {
      const isDone = await isHandled(handle(JSON.parse(message.Body ?? ""), process.ports));
      (isDone ? done : kept).push(message);
    }
    for (const message of done) {
      const effect = () => queue.done(message);
      if (!(await isHandled(process.call({ name: "queue.delete", sort: "write", effect })))) kept.push(message);
    }
    for (const message of kept) await release(queue, message);
  } catch (error) {
    if (!(error instanceof ProcessDeath)) throw error;
    for (const message of messages) await release(queue, message);
  }
  return messages.length > 0;
}

/** A message that was deleted before the process died has no receipt any more. */
const release = (queue: CloudQueue, message: Message): Promise<void> => queue.release(message).catch(() => undefined);

async function isHandled(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof InjectedError) return false;
    throw error;
  }
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

/** SQS's delays are real minutes; here the clock of the history says what may be sent. */
const atOnce = ({ ports: { mail } }: Cloud): Ports["mail"] => ({ send: (ids) => mail.send(ids) });

const sendAsIn =
  ({ ses, ports: { service } }: Cloud): Parameters<typeof startProcess>[1] =>
  async (behaviour, mail, id) => {
    const fault = SES_FAULTS[behaviour];
    if (fault) ses.faults.plan(fault);
    // SES takes no empty message: this one is refused for good.
    return service.send(behaviour === "refuse" ? { ...mail, mime: new Uint8Array() } : mail, id);
  };

async function outcomeOf(
  { cloud, facts, scopes, slots }: CloudHistory,
  { ledger, identifiers }: Ports,
  states: ReadonlyMap<string, readonly LetterState[]>,
  alarms: Outcome["alarms"],
): Promise<Outcome> {
  const year = Number(slots[0]?.slice(0, 4));
  const emails = facts.bodies.flatMap(({ contacts }) => contacts.map(({ email }) => email));
  const byKey = new Map(emails.map((email) => [identifiers.recipientKey(email), email]));
  const entries = (await Promise.all(scopes.map((scope) => ledger.log(scope, year)))).flat();
  const own = entries.filter(({ recipientKey }) => byKey.has(recipientKey));
  const readable = (entry: LetterEntry): LetterEntry => ({
    ...entry,
    recipientKey: byKey.get(entry.recipientKey) ?? "",
  });
  const pathOf = (entry: LetterEntry): string => letterPath(readable(entry));
  const paths = new Map(own.map((entry) => [letterPath(entry), pathOf(entry)]));
  const was = new Map([...states].map(([path, all]) => [paths.get(path) ?? path, all]));
  return {
    letters: own.map(readable),
    accepted: acceptedBy(cloud).flatMap((path) => paths.get(path) ?? []),
    alarms: alarms.map(({ code, details }) => {
      const letter = paths.get(String(details["letter"]));
      return { code, details: letter === undefined ? details : { ...details, letter } };
    }),
    was: (path, state) => was.get(path)?.includes(state) ?? false,
    dead: 0,
  };
}

/** The letters in the mailbox, by their tags. */
const acceptedBy = ({ ses }: Cloud): string[] =>
  ses.mailbox.deliveries.map(({ envelope }) => {
    const tags = new Map(envelope.tags.map(({ name, value }) => [name, value]));
    return ["scope", "year", "recipient", "n"].map((name) => tags.get(name)).join("/");
  });

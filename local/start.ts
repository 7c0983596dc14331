import { existsSync, readdirSync, rmSync } from "node:fs";
import { type Instant, localTime } from "../core/calendar/zone.ts";
import { Facts } from "../core/dossier/facts.ts";
import { defaultPolicy } from "../core/order608/default-policy.ts";
import { seedGrants } from "../core/use-cases/records/grants.ts";
import { paperWriters } from "../functions/documents/write-papers.ts";
import { writeReport } from "../functions/documents/write-report.ts";
import { pageDependencies } from "../functions/pages.ts";
import { createApp } from "../functions/web/app.ts";
import { schedules } from "../stacks/resources.ts";
import { refuseHalfRestored } from "./backup/open.ts";
import { demoFacts } from "./demo/facts.ts";
import { lastSet, setDemoClock } from "./demo-clock.ts";
import { DamagedStore } from "./engines/damage.ts";
import { isLocked } from "./engines/lock.ts";
import { readFactsFile } from "./facts-file.ts";
import { demoGrants } from "./identity/demo-users.ts";
import { startIdentity } from "./identity.ts";
import { readRunFile, removeRunFile, writeRunFile } from "./run-file.ts";
import { clockText, startScheduler } from "./scheduler.ts";
import { type Seed, seed } from "./seed.ts";
import { listen } from "./ses/listen.ts";
import { startInbox } from "./ses/server.ts";
import { DEMO_START, type StartOptions } from "./start-options.ts";
import { filesIn, type LocalSystem, startSystem } from "./system.ts";
import { createTimeMachine } from "./time-machine.ts";
import { sweepSlot, sweptText } from "./wait-for-slot.ts";

/** Something that the person who starts Esep can put right: printed as one sentence. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
}

/** A started Esep. */
export interface Started {
  readonly system: LocalSystem;
  readonly inboxUrl: string;
  /** Who can sign in, and how a machine gets a token. */
  readonly signIn: readonly string[];
  /** What the sweeps of the latest slot did. */
  readonly summary: string;
  close(): Promise<void>;
}

type Closing = (() => Promise<void> | void)[];

/**
 * Starts everything on 127.0.0.1, loads data at the first start, sweeps the slot that has come and sends its letters.
 * Throws BadInput for a bad facts file, {@link StartRefused} for a busy port or directory, and Failed for a store that is
 * half restored.
 */
export async function start(options: StartOptions, say: (line: string) => void): Promise<Started> {
  const files = filesIn(options.directory);
  const given = options.facts === null ? null : readFactsFile(options.facts);
  const running = readRunFile(files.run);
  if (running) throw new StartRefused(`Esep is running already (process ${running.pid}): stop it first.`);
  if (options.fresh) forgetAll(options.directory);
  if (given && existsSync(files.clock)) {
    throw new StartRefused(
      `${options.directory} holds data of an earlier start: add --fresh to load ${options.facts}.`,
    );
  }
  const shown = shownAtStart(files.clock, options);
  // Left behind by a process that was killed after it had come up.
  const wasUp = existsSync(files.run);
  const appUrl = `http://127.0.0.1:${options.port}`;
  const closing: Closing = [];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const { directory } = options;
    const identity = await onPort(options.port + 2, (port) => startIdentity({ appUrl, port, directory }));
    closing.push(identity.close);
    // As Lambda would have it, but not for other processes that talk to this one.
    Object.assign(process.env, identity.environment);
    const system = await startSystem({ directory, appUrl, clockFile: files.clock });
    closing.push(system.close);
    await seedGrants(demoGrants, system.wiring.grants);
    const inbox = await onPort(options.port + 1, (port) => startInbox(system.mailbox, port, schedules.sweeps));
    closing.push(inbox.close);
    const timeMachine = createTimeMachine({ system, clockFile: files.clock, inboxUrl: inbox.url });
    const pages = createApp(pageDependencies(system.wiring, { writeReport, papers: paperWriters, timeMachine }));
    closing.push((await onPort(options.port, (port) => listen(pages, port))).close);
    // Only now: a start that is refused moves no clock.
    setDemoClock(files.clock, shown);
    say("Demo data, demo users' addresses, a demo clock: not for production. Nothing leaves this machine.");
    const seeding = given ? { ...given, policy: given.policyInForce, toldBefore: null } : demoSeed(system);
    await loadOnce(seeding, system, wasUp, say);
    system.run();
    const summary = await sweepLatest(system, say);
    closing.push(watchSlots(system, files.clock, say, timeMachine.isAtWork));
    writeRunFile(files.run, system.environment);
    closing.push(() => removeRunFile(files.run));
    return { system, inboxUrl: inbox.url, signIn: identity.lines, summary, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a directory of ours holds. */
const OURS = /^(clock|identity|run|seal)\.json(\.new)?$|^lock\.db(-\w+)?$|^(dynamodb|inbox|queues|replaced)$/;

/** Forgets the data of earlier starts; refuses a folder that somebody uses, or that holds anything else. */
function forgetAll(directory: string): void {
  if (!existsSync(directory)) return;
  const other = readdirSync(directory).find((name) => !OURS.test(name));
  if (other !== undefined) {
    throw new StartRefused(
      `${directory} holds ${other}, which is not Esep's: --fresh would delete it. Move it away or choose another --directory.`,
    );
  }
  if (isLocked(directory)) throw new StartRefused(`Another Esep is using ${directory}: stop it first.`);
  rmSync(directory, { recursive: true });
}

/** The demo clock stands still while Esep does not run; turning it back would contradict letters that are written. */
function shownAtStart(file: string, { now, directory }: StartOptions): Instant {
  const stood = lastSet(file);
  if (now !== null && stood !== null && now < stood) {
    throw new StartRefused(
      `The demo clock of ${directory} stands at ${clockText(stood)}, and letters are written up to then: add --fresh to begin earlier.`,
    );
  }
  return now ?? stood ?? DEMO_START;
}

function demoSeed({ clock }: LocalSystem): Seed {
  const { bodies, dossiers } = Facts.parse(demoFacts());
  const today = localTime(clock.calendarNow(), schedules.sweeps.zone).day;
  return { bodies, dossiers, policy: defaultPolicy, toldBefore: today };
}

async function loadOnce(
  data: Seed,
  { wiring, mailbox }: LocalSystem,
  wasUp: boolean,
  say: (line: string) => void,
): Promise<void> {
  if (await wiring.register.directory()) return;
  // There was a register: loading another one would hide that it is lost.
  if (wasUp || mailbox.deliveries.length > 0) throw new DamagedStore("the register that was loaded is gone");
  await refuseHalfRestored(wiring);
  say(`Loading ${data.bodies.length} bodies and ${data.dossiers.length} dossiers …`);
  await seed(data, wiring);
}

async function sweepLatest(system: LocalSystem, say: (line: string) => void): Promise<string> {
  say(`Sweeping the latest slot before ${clockText(system.clock.calendarNow())} …`);
  const swept = await sweepSlot(system.wiring, system.startSweeps);
  return swept ? sweptText(swept) : "There is no register yet.";
}

function watchSlots(
  system: LocalSystem,
  clockFile: string,
  say: (line: string) => void,
  isAway: () => boolean,
): () => void {
  const onSlot = (now: Parameters<typeof clockText>[0]) => {
    // Where the clock goes on after a stop.
    setDemoClock(clockFile, now);
    say(`${clockText(now)}: a slot has come, sweeping.`);
  };
  return startScheduler(system.clock.calendarNow, system.startSweeps, onSlot, isAway).stop;
}

async function onPort<Result>(port: number, open: (port: number) => Promise<Result>): Promise<Result> {
  try {
    return await open(port);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      throw new StartRefused(`Port ${port} is in use: stop the other program, or choose another port with --port.`);
    }
    throw error;
  }
}

import type { SweepQueue } from "../../../core/ports.ts";
import type { DispatchPorts } from "../../../core/use-cases/letters/dispatch.ts";
import type { SettlePorts } from "../../../core/use-cases/letters/settle.ts";
import type { SweepPorts } from "../../../core/use-cases/sweep/sweep.ts";
import type { Behaviour } from "../memory/mail-service.ts";
import type { ClearableOutOfUse } from "./deciding.ts";

/** Everything that the use cases of delivery read and write. */
export interface Ports extends SweepPorts, DispatchPorts, SettlePorts {
  readonly clock: SweepPorts["clock"];
  readonly identifiers: SweepPorts["identifiers"];
  readonly sweeps: SweepQueue;
  readonly outOfUse: ClearableOutOfUse;
}

/** What may go wrong depends on the sort of a call. */
export type Sort = "read" | "write" | "decision" | "push" | "send" | "alarm";

/** One call of a port, before it has happened. */
export interface Call<Result> {
  readonly name: string;
  readonly sort: Sort;
  readonly effect: () => Promise<Result>;
  /** Only for the mail service: what the call comes to when the service behaves in another way. */
  readonly as?: (behaviour: Behaviour) => Promise<Result>;
}

/** What stands between the use cases and their ports. */
export interface Between {
  call<Result>(call: Call<Result>): Promise<Result>;
  alarm(raise: () => void): void;
}

/** The same ports, with something between; `sendAs` makes the mail service behave in another way once. */
export function between(
  ports: Ports,
  { call, alarm }: Between,
  sendAs: (behaviour: Behaviour, ...args: Parameters<Ports["service"]["send"]>) => ReturnType<Ports["service"]["send"]>,
): Ports {
  const { register, dossiers, ledger, files, mail, log, sweeps, composer, service, alarms, outOfUse } = ports;
  const read = <Result>(name: string, effect: () => Promise<Result>) => call({ name, sort: "read", effect });
  const write = <Result>(name: string, effect: () => Promise<Result>) => call({ name, sort: "write", effect });
  const decide = <Result>(name: string, effect: () => Promise<Result>) => call({ name, sort: "decision", effect });
  const push = (name: string, effect: () => Promise<void>) => call({ name, sort: "push", effect });
  return {
    ...ports,
    register: {
      directory: () => read("register.directory", () => register.directory()),
      bodies: (scope, directory) => read(`register.bodies ${scope}`, () => register.bodies(scope, directory)),
    },
    dossiers: {
      load: (...args) => read(`dossiers.load ${args.join(" ")}`, () => dossiers.load(...args)),
      campaigns: () => read("dossiers.campaigns", () => dossiers.campaigns()),
    },
    ledger: {
      log: (...args) => read(`ledger.log ${args.join(" ")}`, () => ledger.log(...args)),
      wholeLog: (...args) => read(`ledger.log ${args.join(" ")}`, () => ledger.wholeLog(...args)),
      get: (id) => read("ledger.get", () => ledger.get(id)),
      waiting: (...args) => read("ledger.waiting", () => ledger.waiting(...args)),
      waitingNotices: (year) => read("ledger.waitingNotices", () => ledger.waitingNotices(year)),
      create: (entry) => decide("ledger.create", () => ledger.create(entry)),
      advance: (before, step) => decide(`ledger.advance ${step.state}`, () => ledger.advance(before, step)),
    },
    files: {
      put: (file, content) => write("files.put", () => files.put(file, content)),
      get: (file) => read("files.get", () => files.get(file)),
    },
    outOfUse: {
      all: () => read("outOfUse.all", () => outOfUse.all()),
      whole: () => read("outOfUse.all", () => outOfUse.whole()),
      mark: (mark) => write("outOfUse.mark", () => outOfUse.mark(mark)),
      clear: (...args) => write("outOfUse.clear", () => outOfUse.clear(...args)),
    },
    composer: {
      compose: (...args) => read("composer.compose", () => composer.compose(...args)),
      composeNotice: (...args) => read("composer.composeNotice", () => composer.composeNotice(...args)),
    },
    mail: { send: (...args) => push("mail.send", () => mail.send(...args)) },
    sweeps: { send: (...args) => push("sweeps.send", () => sweeps.send(...args)) },
    log: {
      record: (...args) => write("log.record", () => log.record(...args)),
      ofSlot: (slot) => read("log.ofSlot", () => log.ofSlot(slot)),
      standings: (...args) => read("log.standings", () => log.standings(...args)),
      setBrake: (...args) => decide("log.setBrake", () => log.setBrake(...args)),
    },
    service: {
      send: (...args) =>
        call({
          ...{ name: "service.send", sort: "send", effect: () => service.send(...args) },
          as: (behaviour) => sendAs(behaviour, ...args),
        }),
    },
    alarms: { raise: (...args) => alarm(() => alarms.raise(...args)) },
  };
}

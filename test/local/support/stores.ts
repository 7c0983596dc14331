import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayOf } from "../../../core/calendar/day.ts";
import { endOfDay } from "../../../core/escalation/slots.ts";
import { assess, loadRegister } from "../../../core/use-cases/assess/assess.ts";
import { readEnvironment } from "../../../functions/env.ts";
import { type Wiring, wire } from "../../../functions/wiring.ts";
import { withTables } from "../../../local/backup/open.ts";
import type { Store } from "../../../local/backup/store.ts";
import { setDemoClock } from "../../../local/demo-clock.ts";
import { type Engines, startEngines } from "../../../local/engines.ts";
import { almaty } from "../../support/memory/clocks.ts";

/** An empty embedded store, and the adapters over it. */
export interface EmbeddedStore {
  readonly wiring: Wiring;
  /** The raw tables, as backup and restore see them. */
  tables<Result>(work: (store: Store) => Promise<Result>): Promise<Result>;
  goTo(moment: string): void;
}

/** Opens stores in memory, one after the other: clients read the process's environment when they are made. */
export function embeddedStores() {
  const folder = mkdtempSync(join(tmpdir(), "esep-stores-"));
  const opened: Engines[] = [];
  const open = async (): Promise<EmbeddedStore> => {
    const engines = await startEngines();
    const clock = join(folder, `clock-${opened.push(engines)}.json`);
    setDemoClock(clock, almaty("2027-03-19T09:00"));
    const environment = {
      ...engines.environment,
      ...{ MAIL_FROM: "esep@mia.example", APP_URL: "http://127.0.0.1:4608", DEMO: "yes", DEMO_CLOCK_FILE: clock },
    };
    const use = <Result>(work: () => Result): Result => {
      Object.assign(process.env, environment);
      return work();
    };
    return {
      wiring: use(() => wire(readEnvironment(environment))),
      tables: (work) => use(() => withTables(environment, work)),
      goTo: (moment) => setDemoClock(clock, almaty(moment)),
    };
  };
  const close = async (): Promise<void> => {
    for (const engines of opened) await engines.close();
    rmSync(folder, { recursive: true });
  };
  return { open, close, folder };
}

/** Everything that is found of everybody as of the end of 19 March 2027. */
export async function findingsOf(wiring: Wiring) {
  const loaded = await loadRegister(wiring.register, ({ scopes }) => scopes);
  if (!loaded) throw new Error("There is no register.");
  const { bodies, damaged, failed } = await assess(loaded, wiring, endOfDay(dayOf(2027, 3, 19)));
  return { findings: bodies.flatMap(({ findings }) => findings), damaged, failed };
}

/** A store that fails at its n-th write. */
export const failing = (store: Store, at: number): Store => {
  let writes = 0;
  const send: Store["database"]["send"] = (command: Parameters<Store["database"]["send"]>[0], ...rest: never[]) => {
    if (/Put|Write|Delete/.test(command.constructor.name) && ++writes === at) throw new Error("cut off");
    return store.database.send(command, ...rest);
  };
  const database = new Proxy(store.database, { get: (of, name) => (name === "send" ? send : Reflect.get(of, name)) });
  return { ...store, database };
};

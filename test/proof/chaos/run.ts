import { setTimeout as sleep } from "node:timers/promises";
import { moments, writesAt } from "./campaign.ts";
import { apiOf, type Home, type Life, startLife } from "./life.ts";
import { importing, type Order, recording, sweeping } from "./orders.ts";

/** What Esep is doing when it is killed. */
export type Work = "start" | "write" | "import" | "sweep";

/** How often it is killed at each work of each moment, and when: a share, from 0 to 1, of the time that the work takes. */
export interface Killing {
  kills(work: Work, step: number): number;
  share(): number;
  /** Milliseconds that the work took when nobody was killed. */
  readonly took: ReadonlyMap<string, number>;
}

export interface Ran {
  readonly killed: ReadonlyMap<Work, number>;
  readonly took: ReadonlyMap<string, number>;
  /** Everything that all lives have printed. */
  readonly output: string;
}

/** A dead process is found some time later: leases end, and what is unknown becomes known. */
const UNTIL_RESTART = 2 * 60_000;
const HOUR = 60 * 60_000;
const SWEEPING = "Sweeping the latest slot";

/** Lives through all {@link moments}; without a killing each of them is one start. */
export async function runCampaign(home: Home, facts: string, killing?: Killing): Promise<Ran> {
  const killed = new Map<Work, number>();
  const took = new Map<string, number>();
  let output = "";
  let shift = 0;
  const begin = (now: string, first = false): Life => startLife(home, { now, shift, ...(first && { facts }) });
  const bury = async (life: Life, how: "kill" | "stop"): Promise<void> => {
    await life[how]();
    output += life.output();
    shift += UNTIL_RESTART;
  };
  const timed = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const from = performance.now();
    await work();
    took.set(name, performance.now() - from);
  };
  /** Kills at some moment of the work; it goes on until it ends or finds nobody there. */
  const killAmid = async (life: Life, kind: Work, step: number, work: () => Promise<unknown>): Promise<void> => {
    const ended = work().catch(() => undefined);
    await sleep((killing?.share() ?? 0) * (killing?.took.get(`${kind} ${step}`) ?? 0));
    await bury(life, "kill");
    await ended;
    killed.set(kind, (killed.get(kind) ?? 0) + 1);
  };
  const up = async (life: Life): Promise<Life> => {
    if (await life.isUp) return life;
    throw new Error(`Esep did not start again: ${life.output()}`);
  };

  for (const [step, now] of moments.entries()) {
    if (step === 0) await bury(await up(begin(now, true)), "stop");
    for (let left = killing?.kills("start", step) ?? 0; left > 0; left--) {
      const life = begin(now);
      if (!(await life.says(SWEEPING))) throw new Error(`Esep did not start again: ${life.output()}`);
      await killAmid(life, "start", step, () => life.isUp);
    }
    let life = begin(now);
    await life.says(SWEEPING);
    await timed(`start ${step}`, () => up(life));
    const orders: readonly (readonly [Work, Order])[] = [
      ["write", recording(writesAt(step))],
      ["import", importing(step)],
      ["sweep", sweeping],
    ];
    for (const [kind, order] of orders) {
      for (let left = killing?.kills(kind, step) ?? 0; left > 0; left--) {
        const api = await apiOf(life);
        await killAmid(life, kind, step, () => order(api));
        life = await up(begin(now));
      }
      const api = await apiOf(life);
      await timed(`${kind} ${step}`, () => order(api));
    }
    await bury(life, "stop");
  }
  // Nobody disturbs it any more, and hours pass: leases end, unknown letters are sent again.
  for (let hour = 0; hour < 3; hour++) {
    shift += HOUR;
    await bury(await up(begin(moments.at(-1) ?? "")), "stop");
  }
  return { killed, took, output };
}

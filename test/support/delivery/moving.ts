import { dispatch } from "../../../core/use-cases/letters/dispatch.ts";
import { sweep } from "../../../core/use-cases/sweep/sweep.ts";
import { contact, department, factsOf, ministry } from "./facts.ts";
import {
  type Fault,
  type FaultPlan,
  faultPlan,
  faultsOf,
  InjectedError,
  ProcessDeath,
  startProcess,
} from "./faults.ts";
import type { Ports } from "./ports.ts";
import { createWorld, load, times, type World } from "./world.ts";

// Two scopes share an address, and while both are swept an import takes it from the one whose sweep writes to it.

const HEAD = "head@dp-1.example";
const heading = (id: string, email: string) => department(id, [contact("head", email)]);
const withHeads = (first: string, second: string) =>
  factsOf([ministry([contact("staff", "staff@mia.example")]), heading("DP-1", first), heading("DP-2", second)], 2024);

/** Before the import: the head of both departments, to whom the first one's scope writes. */
export const beforeTheMove = (): Promise<World> => createWorld(withHeads(HEAD, HEAD), "2024-04-01T09:00");

/** What runs side by side: the first scope's sweep; the import and the second scope's sweep after it. */
export const movers = (world: World, first: FaultPlan, second: FaultPlan) => [
  (ports: Ports) => sweepUnder("DP-1", ports, first),
  async (ports: Ports) => {
    await ports.ledger.log("DP-2", 2024, HEAD); // anything that lets the other sweep go first
    await load(withHeads("next@dp-1.example", HEAD), world.ports);
    // From here on the register stays as it is.
    await sweepUnder("DP-2", { ...ports, register: world.ports.register }, second);
  },
];

/** A plan in which the call of a number fails, if it is a write that can fail so. */
export const failingAt = (at: number, fault: Fault): FaultPlan => ({
  ...faultPlan(),
  faultAt: (call, sort) => (call === at && sort !== "read" && faultsOf[sort].includes(fault) ? fault : undefined),
});

/** A sweep that may fail as planned; then its message comes back. */
async function sweepUnder(scope: string, ports: Ports, plan: FaultPlan): Promise<void> {
  const process = startProcess(ports, (_, mail, id) => ports.service.send(mail, id), plan);
  try {
    await sweep(scope, process.ports);
  } catch (error) {
    if (!(error instanceof InjectedError || error instanceof ProcessDeath)) throw error;
    await sweep(scope, ports);
  }
}

/** Sends what waits at a few moments beside the sweeps. */
export const sender = (world: World) => async (ports: Ports) => {
  for (let round = 0; round < 4; round++) {
    for (const { body, receipt } of world.queues.mail.receive(10)) {
      await dispatch(body, ports, times);
      world.queues.mail.delete(receipt);
    }
    await ports.ledger.log("DP-1", 2024, HEAD);
  }
};

/** What one of the sweeps may see of the other and of the import. */
export const isShared = (name: string): boolean =>
  /^(ledger\.(create|advance|get|log DP-. 2024 head)|register\.directory)/.test(name);

/** How often the head was told of the second department's report, when all that waits is sent. */
export async function timesTold(world: World): Promise<number> {
  await world.dispatch();
  return world.inbox(HEAD).flatMap(({ items }) => items.filter(({ body }) => body === "DP-2")).length;
}

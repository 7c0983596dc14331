import type { Day } from "../core/calendar/day.ts";
import type { Dossier } from "../core/dossier/dossier.ts";
import type { Policy } from "../core/order608/policy.ts";
import type { Body } from "../core/register/body.ts";
import { createRegister } from "../core/register/register.ts";
import type { Wiring } from "../functions/wiring.ts";
import { Failed } from "./commands/failed.ts";
import { tellHistory } from "./history.ts";

/** What is loaded into an empty store. */
export interface Seed {
  readonly bodies: readonly Body[];
  readonly dossiers: readonly Dossier[];
  readonly policy: Policy;
  /** Letters of the days from 1 December before this day on count as written and sent; none when null. */
  readonly toldBefore: Day | null;
}

/**
 * Loads facts into an empty store. The register comes last, as the sign that all is there: a start that was cut off
 * loads everything again, over the same keys. Throws {@link Failed} when somebody else was faster.
 */
export async function seed({ bodies, dossiers, policy, toldBefore }: Seed, wiring: Wiring): Promise<void> {
  const register = createRegister(bodies);
  const scopeOf = (id: string): string => {
    const body = register.byId.get(id);
    return body ? register.scopeOf(body) : register.ministry.id;
  };
  // Also without any dossier: from now on the store knows which campaigns hold some.
  await wiring.dossiers.write(register.ministry.id, []);
  for (const [scope, own] of Map.groupBy(dossiers, ({ body }) => scopeOf(body))) {
    await wiring.dossiers.write(scope, own);
  }
  if (toldBefore !== null) await tellHistory({ register, dossiers, policy }, toldBefore, wiring);
  if ((await wiring.register.replace(bodies, policy, 0)) === "replaced") return;
  throw new Failed(
    "Somebody else has loaded a register into this store: look at what is there before anything is changed.",
  );
}

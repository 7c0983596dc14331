import { localTime } from "../../core/calendar/zone.ts";
import type { Slot } from "../../core/escalation/letter.ts";
import { latestSlot, type ViewOf, zoneViews } from "../../core/escalation/slots.ts";
import type { Clock } from "../../core/ports.ts";
import type { Register } from "../../core/register/register.ts";
import {
  type Assessment,
  type AssessmentPorts,
  assess,
  type LoadedRegister,
  loadRegister,
  type Records,
} from "../../core/use-cases/assess/assess.ts";

/** The moment that a page shows: now, on the ministry's clocks and on each body's own. */
export interface Moment {
  readonly today: Slot["day"];
  readonly slot: Slot;
  readonly viewOf: ViewOf;
}

/** The moment that the law's clock shows. */
export function momentOf(clock: Clock, { directory, register }: LoadedRegister): Moment {
  const now = clock.calendarNow();
  const { zone } = register.ministry;
  const slot = latestSlot(now, directory.policy.slots, zone);
  return { today: localTime(now, zone).day, slot, viewOf: zoneViews(now, slot, zone) };
}

/** All bodies at this moment. */
export interface WatchView {
  readonly loaded: LoadedRegister;
  readonly moment: Moment;
  readonly assessment: Assessment & { readonly records: Records };
}

/** The whole register; null before the first import. */
export const loadAll = ({ register }: Pick<AssessmentPorts, "register">): Promise<LoadedRegister | null> =>
  loadRegister(register, ({ scopes }) => scopes);

/** Reads and evaluates everything, since a page about all bodies must not be older than they are. */
export async function watchAll(ports: AssessmentPorts & { readonly clock: Clock }): Promise<WatchView | null> {
  const loaded = await loadAll(ports);
  if (!loaded) return null;
  const moment = momentOf(ports.clock, loaded);
  return { loaded, moment, assessment: await assess(loaded, ports, moment.viewOf) };
}

/** The scope of a body by its id. */
export const scopeFinder = (register: Register) => (id: string) => {
  const body = register.byId.get(id);
  return body ? register.scopeOf(body) : register.ministry.id;
};

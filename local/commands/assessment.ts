import type { Day } from "../../core/calendar/day.ts";
import { endOfDay, latestSlot, zoneViews } from "../../core/escalation/slots.ts";
import { type Assessment, assess, type LoadedRegister, loadRegister } from "../../core/use-cases/assess/assess.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { Failed } from "./failed.ts";

/** The whole register of a store; throws {@link Failed} before the first import. */
export async function loadAll(wiring: Wiring): Promise<LoadedRegister> {
  const loaded = await loadRegister(wiring.register, ({ scopes }) => scopes);
  if (!loaded) throw new Failed("There is no register yet: start Esep once with `npm start`.");
  return loaded;
}

/** How the loaded scopes stand now, or as of the end of a day. */
export function assessOn(loaded: LoadedRegister, wiring: Wiring, on: Day | undefined): Promise<Assessment> {
  if (on !== undefined) return assess(loaded, wiring, endOfDay(on));
  const now = wiring.clock.calendarNow();
  const { zone } = loaded.register.ministry;
  return assess(loaded, wiring, zoneViews(now, latestSlot(now, loaded.directory.policy.slots, zone), zone));
}

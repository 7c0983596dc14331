import { type PresentWorkdays, workdaysWith } from "../core/calendar/calendar-versions.ts";
import { createWorkdays, type Workdays } from "../core/calendar/workdays.ts";
import { localTime } from "../core/calendar/zone.ts";
import { type CalendarVersion, inForceOn, type PolicyVersion } from "../core/order608/policy-versions.ts";
import type { Clock, RegisterStore } from "../core/ports.ts";

interface Versions<Version> {
  all(): Promise<readonly Version[]>;
}

/** What decides which policy and which calendar are in force. */
export interface Settings {
  readonly policies: Versions<PolicyVersion>;
  readonly calendars: Versions<CalendarVersion>;
  readonly clock: Pick<Clock, "calendarNow">;
  readonly workdays: PresentWorkdays;
}

/**
 * A register whose directory carries the policy in force today. Every piece of work begins with the directory, so that
 * is also when the calendar in force is put into use; each version's table is built once.
 */
export function registerInForce<Store extends RegisterStore>(store: Store, settings: Settings): Store {
  const { policies, calendars, clock, workdays } = settings;
  const product = createWorkdays();
  const built = new Map<number, Workdays>();
  const calendarOf = (version: CalendarVersion | null): Workdays => {
    if (!version) return product;
    const known = built.get(version.number) ?? workdaysWith(version.calendar);
    built.set(version.number, known);
    return known;
  };
  return {
    ...store,
    directory: async () => {
      const [directory, allPolicies, allCalendars] = await Promise.all([
        store.directory(),
        policies.all(),
        calendars.all(),
      ]);
      if (!directory) return null;
      const today = localTime(clock.calendarNow(), directory.policy.zone).day;
      const policy = inForceOn(allPolicies, today);
      const calendar = inForceOn(allCalendars, today);
      workdays.use(calendarOf(calendar));
      return {
        ...directory,
        ...(policy && { policy: policy.policy, policyVersion: policy.number, importedPolicy: directory.policy }),
        ...(calendar && { calendarVersion: calendar.number }),
      };
    },
  };
}

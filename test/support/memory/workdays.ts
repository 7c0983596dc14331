import type { Workdays } from "../../../core/calendar/workdays.ts";

/** Working days that an administrator may change while everybody goes on asking. */
export interface MemoryWorkdays extends Workdays {
  replace(workdays: Workdays): void;
}

export function memoryWorkdays(start: Workdays): MemoryWorkdays {
  let present = start;
  return {
    replace: (workdays) => {
      present = workdays;
    },
    present: () => present,
    covers: (year) => present.covers(year),
    requireYear: (day) => present.requireYear(day),
    isWorking: (day) => present.isWorking(day),
    entry: (day) => present.entry(day),
    addWorkingDays: (day, count) => present.addWorkingDays(day, count),
    onOrBefore: (day) => present.onOrBefore(day),
    onOrAfter: (day) => present.onOrAfter(day),
  };
}

import { day } from "../../../core/calendar/day.ts";
import { minutesOf } from "../../../core/calendar/time.ts";
import { type Instant, instant, instantOf } from "../../../core/calendar/zone.ts";
import type { Clock } from "../../../core/ports.ts";

/** The moment of `YYYY-MM-DDTHH:MM` on the ministry's clocks. */
export function almaty(text: string): Instant {
  const [on = "", at = "00:00"] = text.split("T");
  return instantOf({ day: day(on), minutes: minutesOf(at) }, "Asia/Almaty");
}

/** Both clocks, standing still until they are moved. */
export interface MemoryClock extends Clock {
  /** Lets time go by on both. */
  pass(seconds: number): void;
  /** Moves the calendar's clock, forward or back; the machine's goes on by as much, but never back. */
  moveTo(at: Instant): void;
}

export function memoryClock(start: Instant): MemoryClock {
  let machine: number = start;
  let calendar: number = start;
  return {
    machineNow: () => instant(machine),
    calendarNow: () => instant(calendar),
    pass: (seconds) => {
      machine += seconds * 1000;
      calendar += seconds * 1000;
    },
    moveTo: (at) => {
      machine += Math.max(0, at - calendar);
      calendar = at;
    },
  };
}

import { formatDay } from "../core/calendar/day.ts";
import { formatMinutes } from "../core/calendar/time.ts";
import { type Instant, localTime } from "../core/calendar/zone.ts";
import { latestSlot } from "../core/escalation/slots.ts";
import { schedules } from "../stacks/resources.ts";

/** What EventBridge Scheduler does in the cloud: calls `sweep-start` at each slot of the calendar's clock. */
export interface Scheduler {
  stop(): void;
}

const { zone, times } = schedules.sweeps;

/** The slot that has come, as text: when it changes, the next one has. */
const slotAt = (now: Instant): string => {
  const slot = latestSlot(now, times, zone);
  return `${formatDay(slot.day)}T${slot.time}`;
};

/**
 * Watches the clock once a second; the slot that has come at the start counts as started already.
 * `onSlot` is told before the sweeps are started. While `isAway`, somebody else moves the clock and sweeps.
 */
export function startScheduler(
  calendarNow: () => Instant,
  startSweeps: () => Promise<void>,
  onSlot: (now: Instant) => void,
  isAway: () => boolean = () => false,
): Scheduler {
  let last = slotAt(calendarNow());
  const timer = setInterval(() => {
    const now = calendarNow();
    const slot = slotAt(now);
    if (slot === last) return;
    last = slot;
    if (isAway()) return;
    onSlot(now);
    startSweeps().catch((error: unknown) => {
      console.error(`The sweeps of ${slot} could not be started:`, error);
    });
  }, 1000);
  return { stop: () => clearInterval(timer) };
}

/** `2027-03-19 09:00`: a moment on the ministry's clocks, for people. */
export function clockText(now: Instant): string {
  const { day, minutes } = localTime(now, zone);
  return `${formatDay(day)} ${formatMinutes(minutes)}`;
}

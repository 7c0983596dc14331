import { readFileSync } from "node:fs";
import * as z from "zod";
import { instant } from "../core/calendar/zone.ts";
import type { Clock } from "../core/ports.ts";

/** The demo's movable clock: which moment it showed at which moment of the machine. It runs on from there. */
export const DemoClock = z.strictObject({ shown: z.number(), at: z.number() });

/** Both clocks; in the demo `calendarNow` is read from a file, so that every process agrees on the day. */
export function createClock(demoClockFile: string | undefined): Clock {
  const machineNow = () => instant(Date.now());
  if (demoClockFile === undefined) return { machineNow, calendarNow: machineNow };
  return {
    machineNow,
    calendarNow: () => {
      const { shown, at } = DemoClock.parse(JSON.parse(readFileSync(demoClockFile, "utf8")));
      return instant(shown + Date.now() - at);
    },
  };
}

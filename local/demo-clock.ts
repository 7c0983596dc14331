import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Instant, instant } from "../core/calendar/zone.ts";
import { DemoClock } from "../functions/clock.ts";
import { DamagedStore } from "./engines/damage.ts";

/** Sets the demo clock; it runs on from there with the machine's. Written whole or not at all. */
export function setDemoClock(file: string, shown: Instant): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ shown, at: Date.now() }));
  renameSync(`${file}.new`, file);
}

/** What the demo clock showed when it was last set; null before the first start. */
export function lastSet(file: string): Instant | null {
  if (!existsSync(file)) return null;
  try {
    return instant(DemoClock.parse(JSON.parse(readFileSync(file, "utf8"))).shown);
  } catch (cause) {
    throw new DamagedStore("clock.json is not what was written", { cause });
  }
}

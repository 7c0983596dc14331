import { test } from "vitest";
import { changing } from "../support/delivery/changing.ts";
import { HOUR, proveTwoFaults, withLateSlots } from "../support/delivery/proving.ts";

test.each(Object.entries(changing))(
  "all histories with two faults while facts change lose nothing and repeat only what is unknown: %s",
  (name, scenario) => proveTwoFaults(name, withLateSlots(scenario)),
  HOUR,
);

test(
  "so do all in which the queues hand out what came last first",
  () => {
    const scenario = { ...withLateSlots(changing.onDemandBeside), newestFirst: true };
    return proveTwoFaults("onDemandBeside, newest first", scenario);
  },
  HOUR,
);

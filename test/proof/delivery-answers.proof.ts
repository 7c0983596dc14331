import { test } from "vitest";
import { answering } from "../support/delivery/answering.ts";
import { HOUR, proveTwoFaults, withLateSlots } from "../support/delivery/proving.ts";

test.each(Object.entries(answering))(
  "all histories with two faults while the mail service answers lose nothing: %s",
  (name, scenario) => proveTwoFaults(name, withLateSlots(scenario)),
  HOUR,
);

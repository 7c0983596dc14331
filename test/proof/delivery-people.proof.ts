import { expect, test } from "vitest";
import { acting } from "../support/delivery/acting.ts";
import { enumerateInterrupted } from "../support/delivery/enumerate.ts";
import { holding } from "../support/delivery/holding.ts";
import { interrupted } from "../support/delivery/interrupting.ts";
import { HOUR, proveTwoFaults, withLateSlots } from "../support/delivery/proving.ts";

test.each(Object.entries({ ...acting, ...holding }))(
  "all histories with two faults while people act and letters are held lose nothing: %s",
  (name, scenario) => proveTwoFaults(name, withLateSlots(scenario)),
  HOUR,
);

test.each(Object.entries(interrupted))(
  "all histories with a change between any two calls of a slot and a fault lose nothing: %s",
  async (name, { scenario, interruption }) => {
    const { histories, standFor, wrong } = await enumerateInterrupted(withLateSlots(scenario), interruption, 1);
    console.info(
      `${histories} histories stand for ${standFor} with a change in the middle of a slot: ${name}; ${wrong.length} wrong.`,
    );
    expect(wrong).toEqual([]);
  },
  HOUR,
);

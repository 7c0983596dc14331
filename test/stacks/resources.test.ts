import { expect, it } from "vitest";
import { buckets, functions, queues, schedules, tables } from "../../stacks/resources.ts";

const readers = { sweeps: functions.sweep, mail: functions.dispatch };

it.each(["sweeps", "mail"] as const)("the queue %s hides a message for six times its reader's timeout", (name) => {
  expect(queues[name].visibility).toBeGreaterThanOrEqual(6 * readers[name].timeout);
});

it.each(["sweeps", "mail"] as const)(
  "the queue %s and its dead-letter queue are of one kind, and the dead are kept longest",
  (name) => {
    const { dead, ...queue } = queues[name];
    expect(queues[dead.queue].fifo).toBe(queue.fifo);
    expect(queues[dead.queue].retention).toBeGreaterThan(queue.retention);
    expect(dead.receives).toBeGreaterThanOrEqual(3);
  },
);

it("every resource that a function uses has its own environment variable", () => {
  const resources = [...Object.values(tables), ...Object.values(buckets), ...Object.values(queues)];
  const variables = resources.flatMap((resource) => ("variable" in resource ? resource.variable : []));
  expect(new Set(variables).size).toBe(variables.length);
  expect(variables).toContain("LETTERS_TABLE");
  expect(variables).toContain("LETTERS_BUCKET");
});

it("sweeps are at 09:00, 18:00 and 21:00 in a zone that the runtime knows", () => {
  const { zone, times } = schedules.sweeps;
  expect(times).toEqual(["09:00", "18:00", "21:00"]);
  expect(new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone).toBe(zone);
});

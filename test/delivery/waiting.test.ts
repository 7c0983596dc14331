import { expect, test } from "vitest";
import { policyWith } from "../../core/order608/default-policy.ts";
import { dispatch } from "../../core/use-cases/letters/dispatch.ts";
import { sweep } from "../../core/use-cases/sweep/sweep.ts";
import { reported } from "../support/delivery/facts.ts";
import { written } from "../support/delivery/items.ts";
import { facts, OFFICER, theLetter, waiting } from "../support/delivery/one-letter.ts";
import { createWorld, loseMessages, times, type World } from "../support/delivery/world.ts";
import { almaty } from "../support/memory/clocks.ts";

const item = `${OFFICER}: DP-1 report due+1wd`;

const states = (world: World): string[] => world.letters().map(({ n, state }) => `${n} ${state}`);

test("a letter that still waits when a later slot is swept is dropped, and what is still open is written afresh", async () => {
  const world = await waiting();
  world.goTo("2027-04-01T18:00");
  expect(await world.sweep("DP-1")).toMatchObject({ dropped: 1, written: 1 });
  expect(states(world)).toEqual(["0 dropped", "1 queued"]);
  expect(written(world)).toEqual([item]);
  await world.dispatch();
  expect(world.inbox(OFFICER)).toHaveLength(1);
});

test("a letter that waits is dropped for good when what it tells of has been done", async () => {
  const world = await waiting();
  await world.record(reported("DP-1", 2027, "2027-04-01"));
  world.goTo("2027-04-01T18:00");
  await world.sweep("DP-1");
  await world.dispatch();
  expect(states(world)).toEqual(["0 dropped"]);
  expect(world.ports.service.accepted).toEqual([]);
});

test("a letter that waits since this very slot is queued again, in case its message is lost", async () => {
  const world = await waiting();
  loseMessages(world);
  await world.sweep("DP-1");
  expect(await world.dispatch()).toEqual(["sent"]);
  expect(states(world)).toEqual(["0 sent"]);
});

test("a drop whose answer was lost is seen in the same sweep", async () => {
  const world = await waiting();
  world.goTo("2027-04-01T18:00");
  const { ledger } = world.ports;
  const advance: typeof ledger.advance = async (before, step) => {
    await ledger.advance(before, step);
    return ledger.advance(before, step);
  };
  expect(await sweep("DP-1", { ...world.ports, ledger: { ...ledger, advance } })).toMatchObject({ dropped: 1 });
  expect(states(world)).toEqual(["0 dropped", "1 queued"]);
});

test("a letter that a sender takes while it is being dropped stays sent and is not written again", async () => {
  const world = await waiting();
  world.goTo("2027-04-01T18:00");
  const { ledger, clock } = world.ports;
  const began = { ...clock, calendarNow: () => almaty("2027-04-01T17:59") };
  const advance: typeof ledger.advance = async (before, step) => {
    await dispatch(before, { ...world.ports, clock: began }, times);
    return ledger.advance(before, step);
  };
  expect(await sweep("DP-1", { ...world.ports, ledger: { ...ledger, advance } })).toMatchObject({ dropped: 0 });
  expect(states(world)).toEqual(["0 sent"]);
});

test("a letter that was refused for good is written again by the next sweep, until it is taken", async () => {
  const world = await waiting();
  world.ports.service.behave("refuse");
  await world.dispatch();
  expect(states(world)).toEqual(["0 failed"]);
  world.ports.service.behave("accept");
  await world.sweep("DP-1");
  await world.dispatch();
  expect(states(world)).toEqual(["0 failed", "1 sent"]);
  expect(world.ports.alarms.raised).toMatchObject([{ code: "letter-failed", details: { reason: "MessageRejected" } }]);
});

test.each(["sending", "unknown"] as const)(
  "a letter that is %s and has lost its message is taken up by the next sweep, and is never dropped",
  async (state) => {
    const world = await waiting();
    const entry = theLetter(world);
    const now = world.ports.clock.machineNow();
    const lease = state === "sending" ? { holder: "somebody", until: now } : null;
    const step = {
      state,
      attempts: 1,
      lease,
      unknownSince: state === "unknown" ? now : null,
      messageId: null,
      reason: null,
    };
    await world.ports.ledger.advance(entry, step);
    loseMessages(world);
    world.goTo("2027-04-01T18:00");
    await world.sweep("DP-1");
    await world.dispatch();
    world.ports.clock.pass(901);
    await world.dispatch();
    expect(states(world)).toEqual(["0 sent"]);
    expect(world.inbox(OFFICER)).toHaveLength(1);
  },
);

const LATER = "2027-04-01T18:00";

test.each([
  ["throttle", []],
  ["refuse-account", ["account-refused"]],
] as const)(
  "a letter that is being sent while a later slot is swept and meets %s is dropped, and the slot after writes it afresh",
  async (behaviour, alarms) => {
    const world = await waiting();
    const { service } = world.ports;
    const send: typeof service.send = async (mail, id) => {
      world.goTo(LATER);
      expect(await world.sweep("DP-1")).toMatchObject({ dropped: 0, written: 0 });
      return service.sendAs(behaviour, mail, id);
    };
    const entry = theLetter(world);
    expect(await dispatch(entry, { ...world.ports, service: { send } }, times)).toBe("stale");
    expect(world.letters()).toMatchObject([{ state: "dropped", reason: "stale", attempts: 0, lease: null }]);
    expect(world.ports.alarms.raised.map(({ code }) => code)).toEqual(alarms);
    expect(await world.dispatch()).toEqual(["nothing-to-do", "nothing-to-do"]);
    world.goTo("2027-04-01T21:00");
    await world.sweep("DP-1");
    expect(await world.dispatch()).toEqual(["sent"]);
    expect(world.inbox(OFFICER)).toHaveLength(1);
  },
);

test("a letter whose message comes after a later slot has come, but before its sweep, is dropped and written afresh", async () => {
  const world = await waiting();
  world.goTo("2027-04-01T17:59");
  world.ports.service.behave("throttle");
  expect(await world.dispatch()).toEqual(["throttled"]);
  world.goTo(LATER);
  world.ports.service.behave("accept");
  expect(await world.dispatch()).toEqual(["stale"]);
  expect(await world.sweep("DP-1")).toMatchObject({ dropped: 0, written: 1 });
  await world.dispatch();
  expect(states(world)).toEqual(["0 dropped", "1 sent"]);
});

test("a letter that may have been sent is repeated as it is, whatever slot has come", async () => {
  const world = await waiting();
  world.ports.service.behave("lose-request");
  await world.dispatch();
  world.goTo(LATER);
  world.ports.service.behave("throttle");
  expect(await world.dispatch()).toEqual(["throttled"]);
  expect(states(world)).toEqual(["0 unknown"]);
  world.ports.service.behave("accept");
  world.ports.clock.pass(20);
  expect(await world.dispatch()).toEqual(["sent"]);
});

test("a letter of a slot that its writer's policy has no other slot after is fresh until that slot's next day", async () => {
  const once = { ...facts, policy: policyWith({ slots: ["09:00"] }) };
  const world = await createWorld(once, "2027-04-01T09:00");
  await world.sweep("DP-1");
  world.goTo("2027-04-02T08:59");
  expect(await world.dispatch()).toEqual(["sent"]);
});

test("a letter written before letters said how long they are fresh is sent as before", async () => {
  const world = await waiting();
  const { ledger } = world.ports;
  const get: typeof ledger.get = async (id) => {
    const entry = await ledger.get(id);
    if (!entry) return null;
    const { freshUntil: _, ...old } = entry;
    return old;
  };
  world.goTo(LATER);
  expect(await dispatch(theLetter(world), { ...world.ports, ledger: { ...ledger, get } }, times)).toBe("sent");
});

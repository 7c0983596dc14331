import { expect, test } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import { dispatch } from "../../core/use-cases/letters/dispatch.ts";
import { facts, OFFICER, theLetter, waiting } from "../support/delivery/one-letter.ts";
import { createWorld, times, type World } from "../support/delivery/world.ts";

const codes = (world: World): string[] => world.ports.alarms.raised.map(({ code }) => code);

test("a letter is claimed, sent and recorded with the mail service's id", async () => {
  const world = await waiting();
  expect(await world.dispatch()).toEqual(["sent"]);
  expect(theLetter(world)).toMatchObject({ state: "sent", attempts: 1, lease: null, messageId: "message-1" });
  expect(codes(world)).toEqual([]);
});

test("a message that comes again after the letter was sent does nothing", async () => {
  const world = await waiting();
  await world.dispatch();
  await world.ports.mail.send([theLetter(world)]);
  expect(await world.dispatch()).toEqual(["nothing-to-do"]);
  expect(world.inbox(OFFICER)).toHaveLength(1);
});

test("a message of a letter that does not exist does nothing", async () => {
  const world = await waiting();
  expect(await dispatch({ ...theLetter(world), n: 7 }, world.ports, times)).toBe("nothing-to-do");
});

test.each([
  ["throttle", "throttled", 20, []],
  ["refuse-account", "account-refused", 900, ["account-refused"]],
] as const)(
  "after %s the letter waits as it was, and is sent when its time has come",
  async (behaviour, outcome, seconds, alarms) => {
    const world = await waiting();
    world.ports.service.behave(behaviour);
    expect(await world.dispatch()).toEqual([outcome]);
    expect(theLetter(world)).toMatchObject({ state: "queued", attempts: 0, lease: null });
    expect(codes(world)).toEqual(alarms);
    world.ports.service.behave("accept");
    world.ports.clock.pass(seconds - 1);
    expect(await world.dispatch()).toEqual([]);
    world.ports.clock.pass(1);
    expect(await world.dispatch()).toEqual(["sent"]);
  },
);

test("an account that stays refused keeps its letter until the next slot drops it, and alarms each time", async () => {
  const world = await waiting();
  world.ports.service.behave("refuse-account");
  for (let round = 0; round < 3; round++) {
    expect(await world.dispatch()).toEqual(["account-refused"]);
    world.ports.clock.pass(900);
  }
  expect(codes(world)).toHaveLength(3);
  world.goTo("2027-04-01T18:00");
  expect(await world.sweep("DP-1")).toMatchObject({ dropped: 1, written: 1 });
});

test.each(["lose-answer", "lose-request"] as const)(
  "after %s the letter is unknown, alarms, and is sent again only after fifteen minutes",
  async (behaviour) => {
    const world = await waiting();
    world.ports.service.behave(behaviour);
    expect(await world.dispatch()).toEqual(["unknown"]);
    world.ports.service.behave("accept");
    expect(theLetter(world)).toMatchObject({ state: "unknown", attempts: 1, reason: "TimeoutError" });
    expect(codes(world)).toEqual(["letter-unknown"]);
    await world.ports.mail.send([theLetter(world)]);
    expect(await world.dispatch()).toEqual(["waiting"]);
    world.ports.clock.pass(899);
    expect(await world.dispatch()).toEqual([]);
    world.ports.clock.pass(1);
    expect(await world.dispatch()).toEqual(["sent", "nothing-to-do"]);
    expect(theLetter(world)).toMatchObject({ state: "sent", attempts: 2, unknownSince: null });
  },
);

test("how long an unknown letter waits is the policy's", async () => {
  const { bodies, policy } = facts;
  const world = await createWorld(
    { bodies, dossiers: [], policy: { ...policy, unknownMinutes: 40 } },
    "2027-04-01T09:00",
  );
  await world.sweep("DP-1");
  world.ports.service.behave("lose-answer");
  await world.dispatch();
  world.ports.service.behave("accept");
  world.ports.clock.pass(40 * 60 - 1);
  expect(await world.dispatch()).toEqual(["waiting"]);
  world.ports.clock.pass(1);
  expect(await world.dispatch()).toContain("sent");
});

test("an unknown letter that is throttled when it is sent again stays unknown and waits a little", async () => {
  const world = await waiting();
  world.ports.service.behave("lose-request");
  await world.dispatch();
  world.ports.service.behave("throttle");
  world.ports.clock.pass(900);
  expect(await world.dispatch()).toEqual(["throttled"]);
  expect(theLetter(world)).toMatchObject({ state: "unknown", attempts: 1 });
});

test("a letter whose sender was lost is left alone while the lease lasts, and is unknown after it", async () => {
  const world = await waiting();
  const entry = theLetter(world);
  const lease = { holder: "lost", until: instant(world.ports.clock.machineNow() + times.lease * 1000) };
  await world.ports.ledger.advance(entry, { ...entry, state: "sending", attempts: 1, lease });
  expect(await world.dispatch()).toEqual(["waiting"]);
  world.ports.clock.pass(times.lease);
  expect(await world.dispatch()).toEqual(["unknown"]);
  expect(theLetter(world)).toMatchObject({ state: "unknown", unknownSince: lease.until, reason: "sender lost" });
  expect(codes(world)).toEqual(["letter-unknown"]);
});

test("a sender whose lease was taken from it changes nothing more, and the alarm says which letter it was", async () => {
  const world = await waiting();
  const { ledger, service } = world.ports;
  const send: typeof service.send = async (mail, id) => {
    const now = theLetter(world);
    await ledger.advance(now, { ...now, state: "delivered", lease: null, messageId: "event" });
    return service.send(mail, id);
  };
  await dispatch(theLetter(world), { ...world.ports, service: { send } }, times);
  expect(theLetter(world)).toMatchObject({ state: "delivered", messageId: "event" });
  expect(world.ports.alarms.raised).toEqual([
    { code: "lease-lost", details: { letter: `DP-1/2027/${OFFICER}/0`, state: "sent" } },
  ]);
});

test("a letter whose file is gone is not claimed and fails loudly", async () => {
  const world = await waiting();
  const files = { ...world.ports.files, get: async () => null };
  await expect(dispatch(theLetter(world), { ...world.ports, files }, times)).rejects.toThrow("has no file");
  expect(theLetter(world)).toMatchObject({ state: "queued", attempts: 0 });
});

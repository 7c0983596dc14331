import { describe, expect, test } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import type { LetterEntry } from "../../core/escalation/ledger.ts";
import type { Ledger } from "../../core/ports.ts";
import { dispatch } from "../../core/use-cases/letters/dispatch.ts";
import { queuedLetter } from "../support/delivery/entries.ts";
import { OFFICER, theLetter, waiting } from "../support/delivery/one-letter.ts";
import { loseMessages, times, type World } from "../support/delivery/world.ts";

const dispatchWith = (world: World, ledger: Partial<Ledger>) =>
  dispatch(theLetter(world), { ...world.ports, ledger: { ...world.ports.ledger, ...ledger } }, times);

const waitsFor = ({ queues, ports }: World): number | null => {
  const next = queues.mail.nextAt();
  return next === null ? null : (next - ports.clock.machineNow()) / 1000;
};

describe("a dispatcher whose writes are done but whose answers are lost", () => {
  test.each(["accept", "refuse", "throttle", "refuse-account", "lose-answer", "lose-request"] as const)(
    "comes to the same when the mail service does this: %s",
    async (behaviour) => {
      const [plain, lost] = [await waiting(), await waiting()];
      for (const world of [plain, lost]) world.ports.service.behave(behaviour);
      const { ledger } = lost.ports;
      const advance: Ledger["advance"] = async (...args) => {
        await ledger.advance(...args);
        return ledger.advance(...args);
      };
      expect(await dispatchWith(lost, { advance })).toBe(await dispatchWith(plain, {}));
      const { owner: _, file: _file, ...entry } = theLetter(plain);
      expect(theLetter(lost)).toMatchObject(entry);
      expect(lost.ports.alarms.raised).toEqual(plain.ports.alarms.raised);
      expect(lost.ports.service.accepted).toHaveLength(plain.ports.service.accepted.length);
    },
  );

  test("drops what is stale, and gives up what a lost sender had, as ever", async () => {
    const world = await waiting();
    const { ledger } = world.ports;
    const advance: Ledger["advance"] = async (...args) => {
      await ledger.advance(...args);
      return "changed";
    };
    world.goTo("2027-04-01T18:00");
    expect(await dispatchWith(world, { advance })).toBe("stale");
    expect(theLetter(world)).toMatchObject({ state: "dropped", reason: "stale" });
    const lost = await claimed(await waiting(), 0);
    expect(await dispatchWith(lost, { advance: async (...args) => lostAnswer(lost, args) })).toBe("unknown");
    expect(theLetter(lost)).toMatchObject({ state: "unknown", reason: "sender lost" });
  });
});

async function lostAnswer({ ports }: World, args: Parameters<Ledger["advance"]>) {
  await ports.ledger.advance(...args);
  return "changed" as const;
}

/** The letter is claimed by somebody whose lease ends in so many seconds. */
async function claimed(world: World, seconds: number): Promise<World> {
  const entry = theLetter(world);
  const until = instant(world.ports.clock.machineNow() + seconds * 1000);
  await world.ports.ledger.advance(entry, {
    ...entry,
    state: "sending",
    attempts: 1,
    lease: { holder: "other", until },
  });
  loseMessages(world);
  return world;
}

/** A ledger in which somebody else does something between our read and our write. */
const overtaken =
  (world: World, other: (entry: LetterEntry) => Promise<unknown>): Ledger["advance"] =>
  async (before, step) => {
    const now = await world.ports.ledger.get(before);
    if (now) await other(now);
    return world.ports.ledger.advance(before, step);
  };

describe("a dispatcher that another one overtakes", () => {
  const sendAll = (world: World) => () => dispatchWith(world, {});

  test("leaves the letter to who has claimed it", async () => {
    const world = await waiting();
    const lease = { holder: "other", until: instant(world.ports.clock.machineNow() + 90_000) };
    const advance = overtaken(world, (now) =>
      world.ports.ledger.advance(now, { ...now, state: "sending", attempts: 1, lease }),
    );
    expect(await dispatchWith(world, { advance })).toBe("waiting");
    expect(world.ports.service.accepted).toEqual([]);
    expect(theLetter(world)).toMatchObject({ state: "sending", lease });
  });

  test("does not send what the other has sent", async () => {
    const world = await waiting();
    expect(await dispatchWith(world, { advance: overtaken(world, sendAll(world)) })).toBe("waiting");
    expect(world.ports.service.accepted).toHaveLength(1);
  });

  test("does not drop as stale what the other is sending", async () => {
    const world = await waiting();
    world.goTo("2027-04-01T18:00");
    const lease = { holder: "other", until: instant(world.ports.clock.machineNow() + 90_000) };
    const advance = overtaken(world, (now) =>
      world.ports.ledger.advance(now, { ...now, state: "sending", attempts: 1, lease }),
    );
    expect(await dispatchWith(world, { advance })).toBe("waiting");
    expect(theLetter(world)).toMatchObject({ state: "sending" });
  });

  test("does not give up a lost sender's letter whose event has come meanwhile", async () => {
    const world = await claimed(await waiting(), 0);
    const advance = overtaken(world, (now) =>
      world.ports.ledger.advance(now, { ...now, state: "delivered", lease: null, messageId: "event" }),
    );
    expect(await dispatchWith(world, { advance })).toBe("waiting");
    expect(theLetter(world)).toMatchObject({ state: "delivered" });
    expect(waitsFor(world)).toBeNull();
  });
});

test("a letter is leased by its sender, for as long as the dispatcher's times say, while it is being sent", async () => {
  const world = await waiting();
  const { service, clock } = world.ports;
  const leases: unknown[] = [];
  const send: typeof service.send = async (mail, id) => {
    leases.push(theLetter(world).lease);
    return service.send(mail, id);
  };
  await dispatch(theLetter(world), { ...world.ports, service: { send } }, times);
  const until = instant(clock.machineNow() + times.lease * 1000);
  expect(leases).toEqual([{ holder: expect.stringMatching(/./), until }]);
});

describe("a letter waits", () => {
  test("for the rest of another sender's lease, rounded up", async () => {
    const world = await claimed(await waiting(), 60.5);
    expect(await dispatchWith(world, {})).toBe("waiting");
    expect(waitsFor(world)).toBe(61);
  });

  test("for its event after a sender was lost, and the alarm says how often it was tried", async () => {
    const world = await claimed(await waiting(), 0);
    expect(await dispatchWith(world, {})).toBe("unknown");
    expect(waitsFor(world)).toBe(900);
    expect(world.ports.alarms.raised).toEqual([
      { code: "letter-unknown", details: { letter: `DP-1/2027/${OFFICER}/0`, attempts: 1 } },
    ]);
  });

  test("as long as the dispatcher's times say where its writer's policy said nothing", async () => {
    const world = await waiting();
    loseMessages(world);
    const notice = queuedLetter("brake_x", "staff", 0, { file: theLetter(world).file });
    await world.ports.ledger.create(notice);
    world.ports.service.behave("lose-request");
    expect(await dispatch(notice, world.ports, { ...times, unknown: 600 })).toBe("unknown");
    expect(waitsFor(world)).toBe(600);
    expect(world.ports.alarms.raised).toEqual([
      { code: "letter-unknown", details: { letter: "brake_x/2027/staff/0", attempts: 1 } },
    ]);
    loseMessages(world);
    world.ports.clock.pass(599);
    expect(await dispatch(notice, world.ports, { ...times, unknown: 600 })).toBe("waiting");
    expect(waitsFor(world)).toBe(1);
  });

  test("with the account's reason while the account is refused, and the alarm names both", async () => {
    const world = await waiting();
    world.ports.service.behave("refuse-account");
    await dispatchWith(world, {});
    const [alarm] = world.ports.alarms.raised;
    expect(theLetter(world)).toMatchObject({ state: "queued", reason: expect.stringMatching(/./) });
    expect(alarm).toEqual({
      code: "account-refused",
      details: { letter: `DP-1/2027/${OFFICER}/0`, reason: theLetter(world).reason },
    });
  });
});

test.each(["delivered", "bounced", "complained", "failed", "dropped", "held"] as const)(
  "a letter that is %s is never sent, whatever message comes",
  async (state) => {
    const world = await waiting();
    const entry = theLetter(world);
    await world.ports.ledger.advance(entry, { ...entry, state });
    expect(await dispatchWith(world, {})).toBe("nothing-to-do");
    expect(world.ports.service.accepted).toEqual([]);
  },
);

test("a letter that was refused for good says why, and so does the alarm", async () => {
  const world = await waiting();
  world.ports.service.behave("refuse");
  expect(await dispatchWith(world, {})).toBe("failed");
  expect(theLetter(world)).toMatchObject({ state: "failed", attempts: 1, lease: null, reason: "MessageRejected" });
  expect(world.ports.alarms.raised).toEqual([
    { code: "letter-failed", details: { letter: `DP-1/2027/${OFFICER}/0`, reason: "MessageRejected" } },
  ]);
});

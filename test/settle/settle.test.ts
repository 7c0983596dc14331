import { describe, expect, test } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import type { MailEventKind } from "../../core/escalation/delivery.ts";
import { letterPath } from "../../core/escalation/ledger.ts";
import { dispatch } from "../../core/use-cases/letters/dispatch.ts";
import { settle } from "../../core/use-cases/letters/settle.ts";
import { clearOutOfUse } from "../support/delivery/deciding.ts";
import { queuedLetter } from "../support/delivery/entries.ts";
import { contact, department, district, factsOf, ministry } from "../support/delivery/facts.ts";
import { createWorld, times, type World } from "../support/delivery/world.ts";

const facts = factsOf(
  [
    ministry(),
    department("DP-1", [contact("head", "head@dp-1.example")]),
    district("PB-1", "DP-1", [contact("officer", "officer@pb-1.example"), contact("head", "head@pb-1.example")]),
  ],
  2027,
);

/** Tells a world what became of the last letter to an address. */
async function tell(world: World, email: string, kind: MailEventKind, detail: string | null = null): Promise<string> {
  const letter = world.letters().findLast(({ recipientKey }) => recipientKey === email);
  if (!letter) throw new Error(`There is no letter to ${email}.`);
  const event = { kind, at: world.ports.clock.machineNow(), messageId: letter.messageId ?? "m", detail };
  return settle({ letter, event }, world.ports);
}

const stateOf = (world: World, email: string) =>
  world.letters().findLast(({ recipientKey }) => recipientKey === email)?.state;

async function sentWorld(): Promise<World> {
  const world = await createWorld(facts, "2027-04-01T09:00");
  await world.sweep("DP-1");
  await world.dispatch();
  return world;
}

describe("settling", () => {
  test("records what became of a letter, and what was said of it", async () => {
    const world = await sentWorld();
    expect(await tell(world, "head@pb-1.example", "delivery")).toBe("settled");
    expect(await tell(world, "head@pb-1.example", "delivery")).toBe("repeated");
    const letter = world.letters().find(({ recipientKey }) => recipientKey === "head@pb-1.example");
    expect(letter).toMatchObject({ state: "delivered", events: [{ kind: "delivery" }] });
  });

  test("alarms about a letter that nobody has written, and is done with it", async () => {
    const world = await sentWorld();
    const event = { kind: "delivery", at: instant(0), messageId: "m", detail: null } as const;
    expect(await settle({ letter: queuedLetter("DP-9", "x", 0), event }, world.ports)).toBe("no-letter");
    expect(world.ports.alarms.raised).toEqual([
      { code: "event-without-letter", details: { letter: "DP-9/2027/x/0", kind: "delivery" } },
    ]);
  });

  test("an event that overtakes the sender stands, and is no lost lease", async () => {
    const world = await createWorld(facts, "2027-04-01T09:00");
    await world.sweep("DP-1");
    const [letter] = world.letters();
    if (!letter) throw new Error("Nothing was written.");
    const { service } = world.ports;
    const overtaken: typeof service.send = async (mail, id) => {
      const outcome = await service.send(mail, id);
      const event = { kind: "delivery", at: instant(1), messageId: "message-1", detail: null } as const;
      await settle({ letter: id, event }, world.ports);
      return outcome;
    };
    expect(await dispatch(letter, { ...world.ports, service: { ...service, send: overtaken } }, times)).toBe("sent");
    expect(await world.ports.ledger.get(letter)).toMatchObject({ state: "delivered", lease: null, attempts: 1 });
    expect(world.ports.alarms.raised).toEqual([]);
  });

  test("an unknown letter is not sent again once its event has come", async () => {
    const world = await createWorld(facts, "2027-04-01T09:00");
    world.ports.service.behave("lose-answer");
    await world.sweep("DP-1");
    await world.dispatch();
    const sent = world.ports.service.accepted.length;
    for (const letter of world.letters()) {
      const event = { kind: "send", at: instant(1), messageId: `of ${letterPath(letter)}`, detail: null } as const;
      await settle({ letter, event }, world.ports);
    }
    world.ports.clock.pass(1000);
    expect(new Set(await world.dispatch())).toEqual(new Set(["nothing-to-do"]));
    expect(world.ports.service.accepted).toHaveLength(sent);
  });
});

describe("an address that bounces for good", () => {
  const at = "officer@pb-1.example";

  test("is out of use everywhere, and the next sweep tells the next role", async () => {
    const world = await sentWorld();
    await tell(world, at, "hard-bounce", "Permanent/NoEmail");
    expect(stateOf(world, at)).toBe("bounced");
    world.goTo("2027-04-01T18:00");
    const report = await world.sweep("DP-1");
    await world.dispatch();
    // The head has the item already; it stands in for the officer from now on.
    expect(report.contacts).toContainEqual({ body: "PB-1", role: "officer", unreachable: false });
    world.goTo("2027-04-05T09:00");
    await world.sweep("DP-1");
    expect(world.letters().filter(({ recipientKey }) => recipientKey === at)).toHaveLength(1);
  });

  test("whose letter nobody else got is written to the fallback at the next slot", async () => {
    const alone = factsOf(
      [ministry(), department("DP-1", []), district("PB-1", "DP-1", [contact("officer", at)])],
      2027,
    );
    const world = await createWorld(alone, "2027-04-01T09:00");
    await world.sweep("DP-1");
    await world.dispatch();
    await tell(world, at, "hard-bounce");
    world.goTo("2027-04-01T18:00");
    await world.sweep("DP-1");
    await world.sweep("MIA");
    await world.dispatch();
    expect(world.inbox("staff@mia.example").flatMap(({ items }) => items)).toContainEqual(
      expect.objectContaining({ body: "PB-1", obligation: "report", stage: "due+1wd" }),
    );
  });

  test("stays in use after a soft bounce or a complaint, and its items count as told", async () => {
    const world = await sentWorld();
    await tell(world, at, "soft-bounce", "Transient/MailboxFull");
    await tell(world, "head@pb-1.example", "complaint");
    world.goTo("2027-04-01T18:00");
    expect((await world.sweep("DP-1")).written).toBe(0);
    world.goTo("2027-04-05T09:00");
    await world.sweep("DP-1");
    expect(world.letters().filter(({ recipientKey }) => recipientKey === at)).toHaveLength(2);
  });

  test("is written to again once an administrator has cleared it, and a late repetition of the event changes nothing", async () => {
    const world = await sentWorld();
    const { ports } = world;
    const letter = world.letters().find(({ recipientKey }) => recipientKey === at);
    if (!letter) throw new Error("Nothing was written.");
    const event = { kind: "hard-bounce", at: ports.clock.machineNow(), messageId: "m", detail: null } as const;
    await settle({ letter, event }, ports);
    ports.clock.pass(60);
    expect(await clearOutOfUse(at, "user:admin", ports)).toBe("cleared");
    expect(await clearOutOfUse(at, "user:admin", ports)).toBe("not-marked");
    const alarms = ports.alarms.raised.length;
    await settle({ letter, event: { ...event, messageId: "m2" } }, ports);
    expect(await ports.outOfUse.all()).toEqual([]);
    expect(ports.alarms.raised).toHaveLength(alarms);
    world.goTo("2027-04-01T18:00");
    await world.sweep("DP-1");
    expect(world.letters().filter(({ recipientKey }) => recipientKey === at)).toMatchObject([
      { state: "bounced" },
      { state: "queued" },
    ]);
  });

  test("is not the address that the register gives next", async () => {
    const world = await sentWorld();
    await tell(world, at, "hard-bounce");
    const moved = facts.bodies.map((body) =>
      body.id === "PB-1"
        ? { ...body, contacts: body.contacts.map((one) => ({ ...one, email: one.email.replace("officer@", "new@") })) }
        : body,
    );
    await world.ports.register.replace(moved, facts.policy);
    world.goTo("2027-04-01T18:00");
    const report = await world.sweep("DP-1");
    expect(report.contacts.filter(({ body }) => body === "PB-1")).toEqual([]);
    expect(stateOf(world, "new@pb-1.example")).toBe("queued");
  });
});

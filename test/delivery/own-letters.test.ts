import { describe, expect, test } from "vitest";
import { letterPath } from "../../core/escalation/ledger.ts";
import { sweep } from "../../core/use-cases/sweep/sweep.ts";
import { contact, department, factsOf, ministry, reported, withDecision } from "../support/delivery/facts.ts";
import { written } from "../support/delivery/items.ts";
import { createWorld, load, type World } from "../support/delivery/world.ts";

const FIRST = "2027-04-01T09:00";
const EVENING = "2027-04-01T18:00";
const HEAD = "head@dp-2.example";
const paths = (world: World) => world.letters().map((letter) => `${letterPath(letter)} ${letter.state}`);

describe("an address that comes to another scope", () => {
  const before = factsOf([ministry(), department("DP-1", []), department("DP-2", [contact("head", HEAD)])], 2027);
  const after = factsOf(
    [ministry(), department("DP-1", [contact("head", HEAD)]), department("DP-2", [contact("head", HEAD)])],
    2027,
  );

  /** The second scope has written to it, and then an import makes it the first one's. */
  async function moved({ damaged = false } = {}): Promise<World> {
    const world = await createWorld(before, FIRST);
    for (const scope of ["DP-1", "DP-2"]) await world.sweep(scope);
    const [letter] = world.letters();
    if (letter && damaged) world.ports.ledger.damage(letter, "torn");
    await load(after, world.ports);
    return world;
  }

  test("begins there with number 0, whatever the other scope has written", async () => {
    const world = await moved();
    world.goTo(EVENING);
    await world.sweep("DP-1");
    expect(paths(world)).toEqual([`DP-2/2027/${HEAD}/0 dropped`, `DP-1/2027/${HEAD}/0 queued`]);
  });

  test("has what is stale of the other scope's letters dropped and written afresh by whoever writes to it now", async () => {
    const world = await moved();
    world.goTo(EVENING);
    // One about its own department, and the one that was not sent.
    expect(await world.sweep("DP-1")).toMatchObject({ dropped: 1, written: 1, items: 2, waiting: 1 });
    expect(await world.sweep("DP-2")).toMatchObject({ dropped: 0, written: 0, waiting: 0 });
  });

  test("keeps the other scope's letters that are on their way: only that scope counts and reports them", async () => {
    const world = await moved();
    await world.dispatch();
    world.goTo(EVENING);
    expect(await world.sweep("DP-1")).toMatchObject({ dropped: 0, written: 1, items: 1, waiting: 1 });
    expect(await world.sweep("DP-2")).toMatchObject({ dropped: 0, written: 0, waiting: 0 });
  });

  test("lets the other scope report the same as before when its slot is swept again", async () => {
    const world = await moved();
    expect(await world.sweep("DP-2")).toMatchObject({ written: 1, items: 1, waiting: 1 });
  });

  test.each([
    ["queued", "dropped"],
    ["unknown", "unknown"],
  ] as const)(
    "has one of two letters that tell the same: of a lost message, %s before and %s after",
    async (was, is) => {
      const world = await moved();
      const [letter = expect.fail("nothing was written")] = world.letters();
      await world.ports.ledger.advance(letter, { ...letter, state: was });
      // Swept at the same moment, when neither saw the other's.
      await world.ports.ledger.create({ ...letter, scope: "DP-1" });
      await world.sweep("DP-2");
      expect(paths(world)).toEqual([`DP-2/2027/${HEAD}/0 ${is}`, `DP-1/2027/${HEAD}/0 queued`]);
    },
  );

  test("has the other scope's letters queued again by that scope alone", async () => {
    const world = await moved();
    expect(await world.sweep("DP-1")).toMatchObject({ written: 1, waiting: 1 });
    expect(world.queues.mail.receive(10).map(({ body }) => body.scope)).toEqual(["DP-2", "DP-1"]);
  });

  test("has nothing told twice by a sweep that sees the other's letter only once its own stands", async () => {
    const world = await createWorld(after, FIRST);
    const { ledger } = world.ports;
    const create: typeof ledger.create = async (entry) => {
      const answer = await ledger.create(entry);
      await ledger.create({ ...entry, scope: "DP-2", state: "sent" });
      return answer;
    };
    await sweep("DP-1", { ...world.ports, ledger: { ...ledger, create } });
    expect(paths(world)).toEqual([`DP-1/2027/${HEAD}/0 dropped`, `DP-2/2027/${HEAD}/0 sent`]);
    expect(world.queues.mail.receive(10)).toEqual([]);
  });

  test("has its damaged letters reported by the scope that wrote them", async () => {
    const world = await moved({ damaged: true });
    expect(await world.sweep("DP-1")).not.toHaveProperty("damagedLetters");
    expect(await world.sweep("DP-2")).toMatchObject({ damagedLetters: [{ letter: `DP-2/2027/${HEAD}/0` }] });
  });
});

describe("a damaged letter", () => {
  const own = [contact("officer", "officer@dp-1.example"), contact("head", "head@dp-1.example")];
  const facts = factsOf([ministry(), department("DP-1", own)], 2027);

  async function damaged(): Promise<World> {
    const world = await createWorld(facts, FIRST);
    await world.sweep("DP-1");
    await world.dispatch();
    const [letter] = world.letters().filter(({ recipientKey }) => recipientKey.startsWith("officer"));
    if (letter) world.ports.ledger.damage(letter, "torn");
    world.goTo("2027-04-05T09:00");
    return world;
  }

  test("takes a number of its own recipient's only", async () => {
    const world = await damaged();
    await world.sweep("DP-1");
    const numbers = world.letters().map(({ recipientKey, n }) => `${recipientKey.split("@")[0]} ${n}`);
    expect(numbers).toEqual(["head 0", "officer 0", "head 1", "officer 1"]);
  });

  test("is reported also where another writer was faster with a letter to somebody else", async () => {
    const world = await damaged();
    // Its recipient is in no office any more, so their log is not read again.
    await load(factsOf([ministry(), department("DP-1", own.slice(1))], 2027), world.ports);
    const { ledger } = world.ports;
    const create: typeof ledger.create = async (entry) => {
      if (entry.recipientKey.startsWith("head") && entry.n === 1) await ledger.create({ ...entry, owner: "other" });
      return ledger.create(entry);
    };
    const report = await sweep("DP-1", { ...world.ports, ledger: { ...ledger, create } });
    expect(report).toMatchObject({ damagedLetters: [{ letter: "DP-1/2027/officer@dp-1.example/0" }] });
  });
});

describe("the report of a sweep", () => {
  const facts = factsOf([ministry(), department("DP-1")], 2027);

  test("counts letters by level, those that wait, and the seconds that it took", async () => {
    const world = await createWorld(facts, "2027-04-05T09:00");
    const { composer, clock } = world.ports;
    const compose: typeof composer.compose = (...args) => {
      clock.pass(45);
      return composer.compose(...args);
    };
    const report = await sweep("DP-1", { ...world.ports, composer: { ...composer, compose } });
    expect(report).toMatchObject({ levels: { officer: 1, head: 1 }, waiting: 2, seconds: 90 });
    expect(await world.sweep("MIA")).toMatchObject({ bodies: 0, levels: { superior: 1 }, waiting: 1 });
    await world.dispatch();
    expect(await world.sweep("DP-1")).toMatchObject({ levels: { officer: 1, head: 1 }, waiting: 0 });
  });

  test("has nothing to say of damage where there is none", async () => {
    const world = await createWorld(facts, FIRST);
    const report = await world.sweep("MIA");
    expect(report).not.toHaveProperty("damagedLetters");
    expect(report).not.toHaveProperty("damagedMarks");
  });

  test("names roles that nobody is in only for the scope's own bodies", async () => {
    const lapsed = { to: "2026-12-31" };
    const nobody = [
      ministry([contact("staff", "staff@mia.example", lapsed), contact("apex", "apex@mia.example", lapsed)]),
      department("DP-1", []),
    ];
    const world = await createWorld(factsOf(nobody, 2027), FIRST);
    expect(await world.sweep("MIA")).toMatchObject({ contacts: [], complete: true });
    expect(await world.sweep("DP-1")).toMatchObject({ complete: false });
  });

  test("is recorded with how the scope itself stood before", async () => {
    const world = await createWorld(facts, FIRST);
    for (const scope of ["DP-1", "MIA"]) await world.sweep(scope);
    world.goTo("2027-04-01T18:00");
    await world.sweep("DP-1");
    world.goTo("2027-04-01T21:00");
    const { log } = world.ports;
    const known: unknown[] = [];
    const record: typeof log.record = (report, standing) => {
      known.push(standing);
      return log.record(report, standing);
    };
    await sweep("MIA", { ...world.ports, log: { ...log, record } });
    expect(known).toMatchObject([{ scope: "MIA", last: { time: "09:00" } }]);
  });
});

describe("where the calendar ends", () => {
  const own = (id: string) => department(id, [contact("officer", "officer@x.example")]);
  const decided = (body: string, dueOn: string) =>
    reported(body, 2030, "2030-02-01", withDecision("2030-02-01", dueOn));
  const facts = factsOf([ministry(), own("DP-1"), own("DP-2")], 2030, {
    dossiers: [decided("DP-1", "2030-12-30"), decided("DP-2", "2030-12-30")],
  });

  test("what cannot be worked out is reported by its own scope, and all else is written", async () => {
    const world = await createWorld(facts, "2030-12-23T09:00");
    const report = await world.sweep("DP-1");
    expect(report?.failed).toContainEqual(expect.objectContaining({ body: "DP-1", campaign: 2031, year: 2031 }));
    expect(report?.failed.filter(({ body }) => body !== "DP-1")).toEqual([]);
    expect(written(world)).toEqual(["officer@x.example: DP-1 decision target-7, DP-2 decision target-7"]);
    expect(await world.sweep("MIA")).toMatchObject({ failed: [] });
  });

  test("what was told and cannot be worked out any more is said to be unchecked, not to be over", async () => {
    const world = await createWorld(facts, "2030-12-23T09:00");
    await world.sweep("DP-1");
    await world.dispatch();
    await world.record(decided("DP-2", "2031-01-20"));
    world.goTo("2030-12-27T09:00");
    await world.sweep("DP-1");
    await world.dispatch();
    expect(world.inbox("officer@x.example").at(-1)).toMatchObject({
      items: [{ body: "DP-1", stage: "target-1" }],
      closed: ["DP-2 decision unchecked"],
    });
  });
});

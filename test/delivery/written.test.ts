import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import type { LetterContent } from "../../core/escalation/letter.ts";
import { sweep } from "../../core/use-cases/sweep/sweep.ts";
import { contact, department, district, factsOf, ministry, reported, withDecision } from "../support/delivery/facts.ts";
import { written } from "../support/delivery/items.ts";
import type { Ports } from "../support/delivery/ports.ts";
import { createWorld, load, type World } from "../support/delivery/world.ts";

const FIRST = "2027-04-01T09:00";
const OFFICER = "officer@dp-1.example";
const own = [contact("officer", OFFICER)];
const facts = factsOf([ministry(), department("DP-1", own), district("PB-1", "DP-1", own)], 2027);
const both = [`${OFFICER}: DP-1 report due+1wd, PB-1 report due+1wd`];
const states = (world: World) => world.letters().map(({ n, state, reason }) => `${n} ${state} ${reason}`);

type Ledger = Ports["ledger"];
const sweepWith = (world: World, ledger: Partial<Ledger>) =>
  sweep("DP-1", { ...world.ports, ledger: { ...world.ports.ledger, ...ledger } });

describe("a letter whose number exists already", () => {
  test("is ours where only the answer of our own put was lost: it is queued, and no second one is written", async () => {
    const world = await createWorld(facts, FIRST);
    const { ledger } = world.ports;
    const create: Ledger["create"] = async (entry) => {
      await ledger.create(entry);
      return ledger.create(entry);
    };
    expect(await sweepWith(world, { create })).toMatchObject({ written: 1, items: 2 });
    expect(await world.dispatch()).toEqual(["sent"]);
    expect(written(world)).toEqual(both);
  });

  test("is another's where somebody was faster: what that one does not tell is written under the next number", async () => {
    const world = await createWorld(facts, FIRST);
    const { ledger } = world.ports;
    const create: Ledger["create"] = async (entry) => {
      if (entry.n === 0) await ledger.create({ ...entry, owner: "other", items: entry.items.slice(0, 1) });
      return ledger.create(entry);
    };
    await sweepWith(world, { create });
    expect(world.letters().map(({ n, owner, items }) => [n, owner === "other", items.map(({ body }) => body)])).toEqual(
      [
        [0, true, ["DP-1"]],
        [1, false, ["PB-1"]],
      ],
    );
  });

  test("is another's however often: after twenty times the sweep is given up, with the log named", async () => {
    const world = await createWorld(facts, FIRST);
    let tries = 0;
    const create: Ledger["create"] = async () => {
      tries++;
      return "exists";
    };
    await expect(sweepWith(world, { create })).rejects.toThrow("DP-1/2027");
    expect(tries).toBe(20);
  });
});

test("an entry that has no room for a single item stops its sweep, and says so", async () => {
  const world = await createWorld(facts, FIRST);
  world.ports.ledger.holdAtMost(0);
  await expect(world.sweep("DP-1")).rejects.toThrow("no room");
});

describe("an import while a letter is written", () => {
  /** The import comes once the register was read, before the letter's entry is there. */
  async function during(bodies: Parameters<typeof factsOf>[0]): Promise<World> {
    const world = await createWorld(facts, FIRST);
    const { ledger } = world.ports;
    const create: Ledger["create"] = async (entry) => {
      await load(factsOf(bodies, 2027), world.ports);
      return ledger.create(entry);
    };
    await sweepWith(world, { create });
    await world.dispatch();
    return world;
  }

  test("that leaves the address where it was lets the letter go", async () => {
    const world = await during([ministry(), department("DP-1", own), department("DP-2")]);
    expect(states(world)).toEqual(["0 sent null"]);
  });

  test("that knows the address no more lets the letter go, which was right when it was decided", async () => {
    expect(states(await during([ministry(), department("DP-1", [])]))).toEqual(["0 sent null"]);
  });

  test("that gives the address to another scope, which has told a part: the letter is dropped and the rest written", async () => {
    const world = await createWorld(facts, FIRST);
    const { ledger } = world.ports;
    const create: Ledger["create"] = async (entry) => {
      if (entry.n > 0) return ledger.create(entry);
      await load(factsOf([ministry(), department("DP-1", []), department("DP-2", own)], 2027), world.ports);
      await ledger.create({ ...entry, scope: "DP-2", items: entry.items.slice(0, 1), state: "sent" });
      return ledger.create(entry);
    };
    await sweepWith(world, { create });
    await world.dispatch();
    const told = world.letters().map(({ scope, n, state, items }) => [scope, n, state, items.map(({ body }) => body)]);
    expect(told).toEqual([
      ["DP-2", 0, "sent", ["DP-1"]],
      ["DP-1", 0, "dropped", ["DP-1", "PB-1"]],
      ["DP-1", 1, "sent", ["PB-1"]],
    ]);
  });

  test("that gives the address to another scope lets the letter go, while that scope has not told the same", async () => {
    const world = await during([ministry(), department("DP-1", []), department("DP-2", own)]);
    expect(states(world)).toEqual(["0 sent null"]);
  });
});

test("a letter that a later slot drops says that it was stale", async () => {
  const world = await createWorld(facts, FIRST);
  await world.sweep("DP-1");
  world.goTo("2027-04-01T18:00");
  await world.sweep("DP-1");
  expect(states(world)).toEqual(["0 dropped stale", "1 queued null"]);
});

describe("a letter keeps the versions of policy and calendar that it was planned by", () => {
  test.each([
    [
      { policyVersion: 3, calendarVersion: 2 },
      { policy: 3, calendar: 2 },
    ],
    [{}, { policy: 0, calendar: 0 }],
  ])("%j as %j", async (versions, rules) => {
    const world = await createWorld(facts, FIRST);
    const { register } = world.ports;
    const directory = async () => {
      const known = await register.directory();
      return known && { ...known, ...versions };
    };
    await sweep("DP-1", { ...world.ports, register: { ...register, directory } });
    expect(world.letters()).toMatchObject([{ rules }]);
  });
});

test("a register that is taken away while it is read stops nothing and writes nothing", async () => {
  const world = await createWorld(facts, FIRST);
  const { register } = world.ports;
  let reads = 0;
  const directory = async () => (reads++ === 0 ? register.directory() : null);
  expect(await sweep("DP-1", { ...world.ports, register: { ...register, directory } })).toBeNull();
  expect(world.letters()).toEqual([]);
});

describe("what was recorded late", () => {
  const decided = (body: string, doneOn?: string) =>
    reported(body, 2027, "2027-02-01", withDecision("2027-02-01", "2027-03-31", doneOn));
  /** Drawn up on the meeting's day, and signed by nobody. */
  const unsigned = () => {
    const text = reported("DP-1", 2027, "2027-03-30", { protocol: { drawnUpOn: "2027-03-30", signatures: [] } });
    return { ...text, waivers: text.waivers.filter(({ obligation }) => obligation !== "protocol") };
  };
  const facts = factsOf([ministry(), department("DP-1", own), district("PB-1", "DP-1", own)], 2027, {
    dossiers: [unsigned(), decided("PB-1")],
  });

  /** What the letters say of each body, when this was recorded on these days. */
  async function marksOf(recorded: Readonly<Record<string, ReturnType<typeof day>>>) {
    const world = await createWorld(facts, FIRST);
    const { dossiers, composer } = world.ports;
    const load: typeof dossiers.load = async (...of) => {
      const loaded = await dossiers.load(...of);
      return { ...loaded, recorded: new Map(loaded.dossiers.map(({ body }) => [body, recorded])) };
    };
    const said: LetterContent[] = [];
    const compose: typeof composer.compose = (content, ...more) => {
      said.push(content);
      return composer.compose(content, ...more);
    };
    const ports = { ...world.ports, dossiers: { ...dossiers, load }, composer: { ...composer, compose } };
    await sweep("DP-1", ports);
    await world.dispatch();
    await world.record(decided("PB-1", "2027-04-02"));
    for (const date of ["06", "07", "08", "09", "12", "13", "14"]) {
      world.goTo(`2027-04-${date}T09:00`);
      await sweep("DP-1", ports);
      await world.dispatch();
    }
    const text = (body: string, recordedLate: boolean | undefined) => `${body}${recordedLate ? " late" : ""}`;
    return {
      items: new Set(
        said.flatMap(({ items }) => items.map(({ finding, recordedLate }) => text(finding.body, recordedLate))),
      ),
      closed: said.flatMap(({ closed }) => closed.map(({ key, recordedLate }) => text(key.body, recordedLate))),
    };
  }

  test("is marked in the letters that tell of it and of its end", async () => {
    const late = {
      "meetings/m1/protocol": day("2027-04-01"),
      "meetings/m1/protocol/decisions/d1/doneOn": day("2027-04-06"),
    };
    expect(await marksOf(late)).toEqual({ items: new Set(["DP-1 late", "PB-1"]), closed: ["PB-1 late"] });
  });

  test("is not what was recorded on its day", async () => {
    const inTime = {
      "meetings/m1/protocol": day("2027-03-30"),
      "meetings/m1/protocol/decisions/d1/doneOn": day("2027-04-02"),
    };
    expect(await marksOf(inTime)).toEqual({ items: new Set(["DP-1", "PB-1"]), closed: ["PB-1"] });
  });
});

test("the end of what a letter of December told of, and that came before the year's end, is told in January", async () => {
  const decided = (body: string, doneOn?: string) =>
    reported(body, 2027, "2027-02-01", withDecision("2027-02-01", "2027-12-20", doneOn));
  const december = factsOf([ministry(), department("DP-1", own), district("PB-1", "DP-1", own)], 2027, {
    dossiers: [decided("DP-1"), decided("PB-1")],
  });
  const world = await createWorld(december, "2027-12-21T09:00");
  await world.sweep("DP-1");
  await world.dispatch();
  await world.record(decided("PB-1", "2027-12-28"));
  world.goTo("2028-01-05T09:00");
  await world.sweep("DP-1");
  await world.dispatch();
  expect(world.inbox(OFFICER).at(-1)?.closed).toEqual(["PB-1 decision late"]);
});

import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { readOutset } from "../../core/use-cases/sweep/outset.ts";
import { sweep } from "../../core/use-cases/sweep/sweep.ts";
import { createOutsets } from "../../functions/outsets.ts";
import { contact, department, dossier, factsOf, ministry, reported } from "../support/delivery/facts.ts";
import { between, type Ports } from "../support/delivery/ports.ts";
import { createWorld, load, type World } from "../support/delivery/world.ts";

const HEAD = "head@dp-1.example";
const staff = ministry([contact("staff", "staff@mia.example")]);
const facts = factsOf([staff, department("DP-1", [contact("head", HEAD)])], 2027);
const MORNING = "2027-04-01T09:00";

const counted = (world: World) => {
  const names: string[] = [];
  const ports: Ports = between(
    world.ports,
    {
      call: ({ name, effect }) => {
        names.push(name);
        return effect();
      },
      alarm: (raise) => raise(),
    },
    async (behaviour, mail, id) => world.ports.service.sendAs(behaviour, mail, id),
  );
  return { names, ports };
};

const outsetOf = async (ports: Ports) => {
  const outset = await readOutset(ports);
  if (!outset) throw new Error("There is no register.");
  return outset;
};

const written = (world: World): unknown =>
  world.letters().map(({ recipientKey, state, items }) => ({ recipientKey, state, items }));

/** What may happen between the moment at which an outset is read and a sweep that begins with it. */
const changes: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  nothing: async () => undefined,
  "an import gives the head's place to somebody else": (world) =>
    load(factsOf([staff, department("DP-1", [contact("head", "next@dp-1.example")])], 2027), world.ports),
  "an import changes the ladder": (world) =>
    load({ ...facts, policy: { ...facts.policy, slots: ["08:00"] } }, world.ports),
  "an address is put out of use": ({ ports }) =>
    ports.outOfUse.mark({ recipientKey: HEAD, at: ports.clock.machineNow(), letter: "a/2027/b/0", reason: null }),
  "the first dossier of a campaign is recorded": (world) => world.record(reported("DP-1", 2027, "2027-03-12")),
  "an administrator stops the letters": async ({ ports }) => {
    const slot = { day: day("2027-03-31"), time: "21:00" };
    const brake = {
      version: 1,
      slot,
      until: slot,
      bodies: 1,
      of: 1,
      stopped: { by: "a", at: ports.clock.calendarNow() },
      released: null,
    };
    await ports.log.setBrake("DP-1", null, brake);
  },
};

describe("a sweep that begins with what was read before", () => {
  test.each(Object.entries(changes))("writes what a sweep of its own writes: %s", async (_name, change) => {
    const [known, own] = await Promise.all([
      createWorld(facts, "2027-03-31T21:00"),
      createWorld(facts, "2027-03-31T21:00"),
    ]);
    for (const world of [known, own]) {
      await world.sweep("DP-1");
      await world.dispatch();
      world.goTo(MORNING);
    }
    const outset = await outsetOf(known.ports);
    for (const world of [known, own]) await change(world);
    await sweep("DP-1", known.ports, outset);
    await own.sweep("DP-1");
    expect(written(known)).toEqual(written(own));
  });

  test("reads nothing again that all sweeps read, where there is nothing to write", async () => {
    const world = await createWorld(facts, MORNING);
    await world.sweep("DP-1");
    await world.dispatch();
    const outset = await outsetOf(world.ports);
    const { names, ports } = counted(world);
    await sweep("DP-1", ports, outset);
    // The register in memory has no editions, so it is looked at again after its bodies.
    expect(names.filter((name) => /directory|campaigns|outOfUse|standings/.test(name))).toEqual(["register.directory"]);
    expect(names.at(-1)).toBe("log.record");
  });

  test("reads only the campaigns that may hold dossiers", async () => {
    const world = await createWorld(
      { ...facts, dossiers: factsOf([], 2027, { dossiers: [dossier("DP-1", 2027)] }).dossiers },
      MORNING,
    );
    const { names, ports } = counted(world);
    await sweep("DP-1", ports);
    expect(names.filter((name) => name.startsWith("dossiers.load"))).toEqual(["dossiers.load DP-1 2027"]);
  });
});

describe("what the sweeps of a process begin with", () => {
  const at = 1_000_000;

  async function reads(moments: readonly { readonly now: number; readonly asked: number; readonly scope?: string }[]) {
    const world = await createWorld(facts, MORNING);
    const { names, ports } = counted(world);
    let now = 0;
    const outsets = createOutsets(ports, () => now);
    const given = [];
    for (const { now: present, asked, scope = "DP-1" } of moments) {
      now = present;
      given.push(await outsets.for(scope, asked));
    }
    return { count: names.filter((name) => name === "register.directory").length, given };
  }

  test("serves sweeps that were asked for before it was read", async () => {
    const { count } = await reads([
      { now: at, asked: at - 5000 },
      { now: at + 2000, asked: at - 4000 },
    ]);
    expect(count).toBe(1);
  });

  test.each([
    ["asked for after it was read", { now: at + 10, asked: at + 5 }],
    ["asked for at nearly the same moment, by clocks that may differ", { now: at + 10, asked: at - 100 }],
    ["whose message does not say when it was sent", { now: at + 10, asked: Number.POSITIVE_INFINITY }],
    ["that comes when it is old", { now: at + 61_000, asked: at - 4000 }],
  ])("is read again for a sweep %s", async (_name, later) => {
    expect((await reads([{ now: at, asked: at - 5000 }, later])).count).toBe(2);
  });

  test("is not for the ministry's sweep, which writes at nearly every slot", async () => {
    const { given } = await reads([
      { now: at, asked: at - 5000, scope: "MIA" },
      { now: at, asked: at - 5000 },
    ]);
    expect(given[0]).toBeUndefined();
    expect(given[1]?.directory.scopes).toEqual(["MIA", "DP-1"]);
  });
});

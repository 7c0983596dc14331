import { describe, expect, test } from "vitest";
import { policyWith } from "../../core/order608/default-policy.ts";
import type { Body } from "../../core/register/body.ts";
import { readOutset } from "../../core/use-cases/sweep/outset.ts";
import { sweep } from "../../core/use-cases/sweep/sweep.ts";
import { afterImport, brakeOf, EVENING, eveningBrake, ids } from "../brake/support/braking.ts";
import { contact, department, district, factsOf, ministry } from "../support/delivery/facts.ts";
import { between, type Ports } from "../support/delivery/ports.ts";
import { createWorld, loseMessages, type World } from "../support/delivery/world.ts";

/** Of what all sweeps read, this is read by nothing else. */
const LOOK = "dossiers.campaigns";
const MORNING = "2027-04-01T09:00";
const facts = factsOf(
  [ministry(), department("DP-1", [contact("head", "head@dp-1.example")]), department("DP-2")],
  2027,
);

/** The register as the real store keeps it: an edition stays as it is while another one comes. */
function withEditions({ ports: { register } }: World): Ports["register"] {
  const editions = new Map<string, ReadonlyMap<string, readonly Body[]>>();
  return {
    directory: async () => {
      const known = await register.directory();
      if (!known) return null;
      const edition = String(known.version);
      const bodies = known.scopes.map(async (scope) => [scope, await register.bodies(scope)] as const);
      editions.set(edition, new Map(await Promise.all(bodies)));
      return { ...known, edition };
    },
    bodies: async (scope, of) => editions.get(of?.edition ?? "")?.get(scope) ?? [],
  };
}

/** A world with an outset that was read now, and the calls of the sweep that begins with it later. */
async function begunIn(world: World) {
  const calls: string[] = [];
  const ports = between(
    { ...world.ports, register: withEditions(world) },
    {
      call: ({ name, effect }) => {
        calls.push(name);
        return effect();
      },
      alarm: (raise) => {
        calls.push("alarm");
        raise();
      },
    },
    async (...args) => world.ports.service.sendAs(...args),
  );
  const outset = await readOutset(ports);
  if (!outset) throw new Error("There is no register.");
  calls.length = 0;
  const looks = () => calls.filter((name) => name === LOOK).length;
  return {
    calls,
    looks,
    begin: (scope: string, more: Partial<Ports> = {}) => sweep(scope, { ...ports, ...more }, outset),
  };
}

/** Everything but the report that others can see. */
const isDeed = (name: string): boolean => /advance|create|send|setBrake|put|alarm/.test(name);

/** What a sweep may find that it must do something about. */
const found: Readonly<Record<string, () => Promise<World>>> = {
  "what is due to be told": () => createWorld(facts, MORNING),
  "a letter that waits since this slot": async () => {
    const world = await createWorld(facts, MORNING);
    await world.sweep("DP-1");
    return world;
  },
  "a letter that waits since an earlier slot": async () => {
    const world = await createWorld(facts, MORNING);
    await world.sweep("DP-1");
    world.goTo("2027-04-02T09:00");
    return world;
  },
  "a change that trips the brake": () => afterImport(ids),
  "what is held, and the brake that holds it": async () => {
    const world = await afterImport(ids);
    await world.sweep("DP-1");
    return world;
  },
  "what is held, and need not be any more": async () => {
    const world = await afterImport(ids);
    await world.sweep("DP-1");
    const brake = await brakeOf(world);
    const released = { by: "user:admin", at: world.ports.clock.calendarNow() };
    if (brake) await world.ports.log.setBrake("DP-1", brake, { ...brake, version: 2, released });
    loseMessages(world);
    return world;
  },
  "a brake of which nobody was told yet": async () => {
    const world = await afterImport([]);
    await world.ports.log.setBrake("DP-1", null, eveningBrake());
    return world;
  },
};

describe("a sweep that begins with what was read before", () => {
  test.each(Object.entries(found))("looks once, and before it does anything about %s", async (_name, worldOf) => {
    const { calls, looks, begin } = await begunIn(await worldOf());
    await begin("DP-1");
    expect(calls.findIndex(isDeed)).toBeGreaterThan(calls.indexOf(LOOK));
    expect([looks(), calls.some(isDeed)]).toEqual([1, true]);
  });

  test.each(Object.entries(found))("does nothing by what stands no more about %s", async (_name, worldOf) => {
    const world = await worldOf();
    const { calls, begin } = await begunIn(world);
    // Another import comes: other bodies, and a policy by which nothing brakes.
    const directory = await world.ports.register.directory();
    await world.ports.register.replace(
      facts.bodies,
      policyWith({ ...directory?.policy, brake: { bodies: 1000, share: 1 } }),
    );
    await begin("DP-1");
    const looked = calls.indexOf(LOOK);
    const again = calls.indexOf(LOOK, looked + 1);
    expect(again).toBeGreaterThan(looked);
    expect(calls.slice(0, again).filter(isDeed)).toEqual([]);
  });

  test("does not begin again because scopes stand in another order, or others have been swept", async () => {
    const shared = [contact("head", "head@x.example")];
    const world = await createWorld(
      factsOf([ministry(), department("DP-1", shared), department("DP-2", shared), department("DP-3")], 2027),
      "2027-03-31T21:00",
    );
    for (const scope of ["DP-1", "DP-2", "DP-3"]) await world.sweep(scope);
    await world.dispatch();
    world.goTo(MORNING);
    const { looks, begin } = await begunIn(world);
    await world.sweep("DP-3");
    const { log } = world.ports;
    const standings: typeof log.standings = async (...args) => [...(await log.standings(...args))].reverse();
    expect(await begin("DP-1", { log: { ...log, standings } })).toMatchObject({ written: 1 });
    expect(looks()).toBe(1);
  });

  test("begins again when a scope that it shares an address with has been swept", async () => {
    const shared = [contact("head", "head@x.example")];
    const world = await createWorld(
      factsOf([ministry(), department("DP-1", shared), department("DP-2", shared)], 2027),
      MORNING,
    );
    const { looks, begin } = await begunIn(world);
    await world.sweep("DP-2");
    await begin("DP-1");
    expect(looks()).toBe(2);
  });

  test("fails as any other, and is not begun again by itself", async () => {
    const world = await createWorld(facts, MORNING);
    const { looks, begin } = await begunIn(world);
    const composer = { ...world.ports.composer, compose: () => Promise.reject(new Error("gone")) };
    await expect(begin("DP-1", { composer })).rejects.toThrow("gone");
    expect(looks()).toBe(1);
  });

  test("comes to nothing when the register is taken away", async () => {
    const world = await createWorld(facts, MORNING);
    const { begin } = await begunIn(world);
    world.ports.register.directory = async () => null;
    expect(await begin("DP-1")).toBeNull();
    expect(world.letters()).toEqual([]);
  });
});

describe("a department's sweep reads", () => {
  const shared = [contact("head", "head@x.example")];
  const bodies = [
    ministry(),
    department("DP-1", shared),
    department("DP-2", shared),
    department("DP-3"),
    district("PB-3", "DP-3"),
  ];

  test.each([
    ["DP-1", ["MIA", "DP-1", "DP-2"]],
    ["DP-2", ["MIA", "DP-2"]],
    ["DP-3", ["MIA", "DP-3"]],
    ["MIA", ["MIA", "DP-1", "DP-2", "DP-3"]],
  ])("%s: the bodies of %j, those whose letters are its own", async (scope, read) => {
    const { calls, begin } = await begunIn(await createWorld(factsOf(bodies, 2027), EVENING));
    await begin(scope);
    const asked = calls.filter((name) => name.startsWith("register.bodies")).map((name) => name.split(" ")[1]);
    expect(asked).toEqual(read);
  });
});

import { expect, test } from "vitest";
import { sweep } from "../../core/use-cases/sweep/sweep.ts";
import { contact, department, district, factsOf, ministry, reported } from "../support/delivery/facts.ts";
import { type Choices, eachInterleaving, runInterleaved } from "../support/delivery/interleave.ts";
import type { Ports } from "../support/delivery/ports.ts";
import { createWorld, load, type World } from "../support/delivery/world.ts";
import { sweepAt } from "./support/braking.ts";

// Two bodies are enough for the brake. The ministry's staff are the superior of one of them only: what they would be told
// does not trip it, what the department would write of both does.

const policy = { brake: { bodies: 2, share: 0.5 } };
const bodies = [
  ministry([contact("staff", "staff@mia.example")]),
  department("DP-1", [contact("head", "head@dp-1.example")]),
  district("PB-1", "DP-1", [contact("head", "head@pb-1.example")]),
];
const dossiers = ["DP-1", "PB-1"].map((id) => reported(id, 2024, "2024-03-12"));
const right = factsOf(bodies, 2024, { dossiers, policy });
const wrong = factsOf(bodies, 2024, { policy });

/** Everybody was swept on Monday morning; then an import takes both reports away, and the evening comes. */
async function afterImport(): Promise<World> {
  const world = await createWorld(right, "2024-04-01T09:00");
  await sweepAt(world, "2024-04-01T09:00", ["MIA", "DP-1"]);
  await load(wrong, world.ports);
  world.goTo("2024-04-01T18:00");
  return world;
}

const staffLetters = (world: World) => world.letters().filter(({ scope }) => scope === "MIA");
const sweepOf = (scope: string) => (ports: Ports) => sweep(scope, ports);

/** Reads and writes by which the brake of one sweep can tell that another runs; letters have interleavings of their own. */
const isShared = (name: string): boolean => /^ledger\.log DP-1 2024$|^log\.(setBrake|standings)/.test(name);

test("the ministry's sweep holds its letters about a scope whose own sweep has not come", async () => {
  const world = await afterImport();
  const report = await world.sweep("MIA");
  expect(report).toMatchObject({ written: 0, braked: 1 });
  expect(staffLetters(world)).toMatchObject([{ state: "held", reason: "brake" }]);
  expect(world.ports.alarms.raised).toMatchObject([{ code: "brake-on", details: { scope: "DP-1", bodies: 2, of: 2 } }]);
  expect(await world.sweep("DP-1")).toMatchObject({ written: 0, braked: 2 });
});

test("every interleaving of the ministry's sweep and the scope's own lets no letter go and puts one brake on", async () => {
  let histories = 0;
  const found: string[] = [];
  await eachInterleaving(async (choices: Choices) => {
    const world = await afterImport();
    const widths = await runInterleaved(world, [sweepOf("MIA"), sweepOf("DP-1")], choices, isShared);
    await world.dispatch();
    const sent = world.ports.service.accepted.filter(({ letter }) => !letter.startsWith("brake_"));
    const [standing] = await world.ports.log.standings(["DP-1"]);
    const held = world.letters().filter(({ state }) => state === "held");
    if (sent.length > 0) found.push(`${choices}: sent ${sent.map(({ letter }) => letter)}`);
    if (standing?.brake?.version !== 1) found.push(`${choices}: brake version ${standing?.brake?.version}`);
    if (held.length !== 3) found.push(`${choices}: ${held.length} held`);
    histories++;
    return widths;
  });
  console.info(`${histories} interleavings of the ministry's sweep and that of a scope that brakes.`);
  expect(found).toEqual([]);
  expect(histories).toBeGreaterThan(10);
});

test("a scope whose sweep was not disturbed by any change has nothing held in the ministry's letters", async () => {
  const world = await createWorld(wrong, "2024-04-01T09:00");
  await sweepAt(world, "2024-04-01T09:00", ["MIA", "DP-1"]);
  world.goTo("2024-04-03T09:00");
  for (const scope of ["MIA", "DP-1"]) expect(await world.sweep(scope)).toMatchObject({ braked: 0 });
  expect(world.ports.alarms.raised).toEqual([]);
});

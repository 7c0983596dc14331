import { expect, test } from "vitest";
import {
  contact,
  department,
  district,
  dossier,
  factsOf,
  ministry,
  reported,
  withoutRecords,
} from "../support/delivery/facts.ts";
import { createWorld, load, type World } from "../support/delivery/world.ts";
import { BEFORE, brakeOf, EVENING, sweepAt } from "./support/braking.ts";

// One person heads two departments. The letters to their address belong to the first department, whose sweep so writes
// about the bodies of the second too. An import loses one report, of which a district and the ministry are told, and the
// records of other districts, of which the shared address alone is told: those trip the brake.

const both = [contact("head", "both@police.example")];
const bodies = [
  ministry([contact("staff", "staff@mia.example")]),
  ...[department("DP-1", both), district("PB-1", "DP-1", []), district("PB-2", "DP-1", [])],
  ...[department("DP-2", both), district("PC-1", "DP-2", [contact("head", "head@pc-1.example")])],
  ...["PC-2", "PC-3", "PC-4"].map((id) => district(id, "DP-2", [])),
];
const policy = {
  brake: { bodies: 2, share: 0.5 },
  ladder: {
    report: { stages: [{ at: "due+1wd", to: ["head", "ministry"] }] },
    records: { stages: [{ at: "due+1wd", to: ["superior"] }] },
  },
};

const factsWithout = (report: readonly string[], records: readonly string[]) =>
  factsOf(bodies, 2027, {
    policy,
    dossiers: bodies.slice(1).map(({ id }) => {
      if (report.includes(id)) return dossier(id, 2027);
      return records.includes(id) ? withoutRecords(id, "2027-03-12") : reported(id, 2027, "2027-03-12");
    }),
  });

/** Everybody was swept with everything right; then the import comes. */
async function afterImport(records: readonly string[]): Promise<World> {
  const world = await createWorld(factsWithout([], []), BEFORE);
  await sweepAt(world, BEFORE, ["MIA", "DP-1", "DP-2"]);
  await load(factsWithout(["PC-1"], records), world.ports);
  return world;
}

test.each([[["MIA", "DP-1", "DP-2"]], [["DP-1", "MIA", "DP-2"]], [["DP-2", "DP-1", "MIA"]]])(
  "all letters about a department are held, in whatever order those who write about it are swept: %j",
  async (order) => {
    const world = await afterImport(["PC-2", "PC-3", "PC-4"]);
    await sweepAt(world, EVENING, order);
    expect(await brakeOf(world, "DP-2")).toMatchObject({ version: 1, bodies: 3, of: 5 });
    const sent = world.ports.service.accepted.filter(({ letter }) => !letter.startsWith("brake_"));
    expect(sent).toEqual([]);
    const held = world.letters().filter(({ state }) => state === "held");
    expect(held.map(({ scope, items }) => [scope, items.map(({ body }) => body).join(" ")]).sort()).toEqual([
      ["DP-1", "PC-2 PC-3 PC-4"],
      ["DP-2", "PC-1"],
      ["MIA", "PC-1"],
    ]);
  },
);

test("the brake of a department is put on by who is about to write of its bodies", async () => {
  const world = await afterImport(["PB-1", "PB-2", "PC-2", "PC-3", "PC-4"]);
  await sweepAt(world, EVENING, ["MIA"]);
  expect([await brakeOf(world, "DP-1"), (await brakeOf(world, "DP-2"))?.version]).toEqual([null, 1]);
  await sweepAt(world, EVENING, ["DP-1"]);
  expect(await brakeOf(world, "DP-1")).toMatchObject({ version: 1, bodies: 2, of: 3 });
});

import { expect, test } from "vitest";
import { contact, department, district, factsOf, ministry } from "../support/delivery/facts.ts";
import { written } from "../support/delivery/items.ts";
import { createWorld } from "../support/delivery/world.ts";

/** On 18 January 2027 officers and heads are reminded of the schedule of those that have none. */
const REMINDER = "2027-01-18T09:00";
const withSchedules = (bodies: Parameters<typeof factsOf>[0]) =>
  factsOf(bodies, 2027, {
    dossiers: bodies.map(({ id }) => ({ body: id, campaign: 2027, meetings: [], waivers: [] })),
  });

test("a role without a contact falls to the next, which is told instead of whom, and is a finding", async () => {
  const world = await createWorld(withSchedules([ministry(), department("DP-1", [])]), REMINDER);
  const report = await world.sweep("DP-1");
  expect(report).toMatchObject({
    contacts: [
      { body: "DP-1", role: "officer", unreachable: false },
      { body: "DP-1", role: "head", unreachable: false },
    ],
    complete: true,
  });
  await world.sweep("MIA");
  await world.dispatch();
  expect(world.inbox("staff@mia.example")).toMatchObject([
    { items: [{ body: "DP-1", obligation: "schedule", stage: "target-14", insteadOf: "officer" }] },
  ]);
});

test("a contact whose office has ended is no contact", async () => {
  const contacts = [
    contact("officer", "old@dp-1.example", { to: "2027-01-17" }),
    contact("officer", "next@dp-1.example", { from: "2027-01-19" }),
    contact("head", "head@dp-1.example", { from: "2027-01-18", to: "2027-01-18" }),
  ];
  const world = await createWorld(withSchedules([ministry(), department("DP-1", contacts)]), REMINDER);
  expect(await world.sweep("DP-1")).toMatchObject({ contacts: [{ role: "officer" }] });
  expect(written(world)).toEqual(["head@dp-1.example: DP-1 schedule target-14"]);
});

const lapsed = { to: "2026-12-31" };
const nobody = [
  ministry([contact("staff", "staff@mia.example", lapsed), contact("apex", "apex@mia.example", lapsed)]),
  department("DP-1", []),
  district("PB-1", "DP-1"),
];

test("where nobody is left all else is written, and the sweep is not complete and alarms", async () => {
  const world = await createWorld(withSchedules(nobody), REMINDER);
  const report = await world.sweep("DP-1");
  expect(report).toMatchObject({
    complete: false,
    contacts: [
      { body: "DP-1", role: "officer", unreachable: true },
      { body: "DP-1", role: "head", unreachable: true },
    ],
  });
  expect(world.ports.alarms.raised).toEqual([
    { code: "nobody-to-tell", details: { scope: "DP-1", slot: "2027-01-18 09:00" } },
  ]);
  expect(written(world)).toEqual([
    "head@pb-1.example: PB-1 schedule target-14",
    "officer@pb-1.example: PB-1 schedule target-14",
  ]);
  expect(await world.ports.log.ofSlot(report.slot)).toMatchObject([{ scope: "DP-1", complete: false }]);
});

test("a scope that nothing is missing in is complete while another is not", async () => {
  const world = await createWorld(withSchedules([...nobody, department("DP-2")]), REMINDER);
  expect(await world.sweep("DP-1")).toMatchObject({ complete: false });
  expect(await world.sweep("DP-2")).toMatchObject({ complete: true, contacts: [], written: 2 });
});

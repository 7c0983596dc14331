import { expect, test } from "vitest";
import type { DossierText } from "../../core/dossier/dossier.ts";
import { sweep, sweepsDue } from "../../core/use-cases/sweep/sweep.ts";
import {
  contact,
  department,
  district,
  dossier,
  factsOf,
  ministry,
  reported,
  waiver,
} from "../support/delivery/facts.ts";
import { recipientsIn, written } from "../support/delivery/items.ts";
import { createWorld } from "../support/delivery/world.ts";
import { memoryRegister } from "../support/memory/register.ts";

const facts = factsOf([ministry(), department("DP-1"), district("PB-1", "DP-1")], 2027);
const FIRST = "2027-04-01T09:00";

const toldOnTheFirst = [
  "head@dp-1.example: DP-1 report due+1wd, PB-1 report due+1wd",
  "head@pb-1.example: PB-1 report due+1wd",
  "officer@dp-1.example: DP-1 report due+1wd",
  "officer@pb-1.example: PB-1 report due+1wd",
];

test("a sweep writes one letter to each recipient with everything that is due to be told", async () => {
  const world = await createWorld(facts, FIRST);
  const report = await world.sweep("DP-1");
  expect(written(world)).toEqual(toldOnTheFirst);
  expect(report).toMatchObject({ scope: "DP-1", bodies: 2, written: 4, items: 5, dropped: 0, complete: true });
});

test("sweeping the same slot again writes nothing and reports the same", async () => {
  const world = await createWorld(facts, FIRST);
  const first = await world.sweep("DP-1");
  const again = await world.sweep("DP-1");
  expect(written(world)).toEqual(toldOnTheFirst);
  expect(again).toEqual({ ...first, held: { ...first.held, "already-written": 5 } });
});

test("sweeping a later slot in which no stage has come writes nothing", async () => {
  const world = await createWorld(facts, FIRST);
  await world.sweep("DP-1");
  await world.dispatch();
  world.goTo("2027-04-01T18:00");
  expect(await world.sweep("DP-1")).toMatchObject({ written: 0, items: 0, dropped: 0 });
  expect(world.letters()).toHaveLength(4);
});

test("a sweep in the slot that a stage comes in is in time, one that comes later says that it is late", async () => {
  const inTime = await createWorld(facts, "2027-04-01T17:59");
  const late = await createWorld(facts, "2027-04-01T18:00");
  for (const world of [inTime, late]) {
    await world.sweep("DP-1");
    await world.dispatch();
  }
  expect(inTime.inbox("officer@dp-1.example")[0]?.items).toMatchObject([{ stage: "due+1wd", late: false }]);
  expect(late.inbox("officer@dp-1.example")[0]?.items).toMatchObject([{ stage: "due+1wd", late: true }]);
});

const appeal = {
  number: "A-1",
  kind: "remark",
  receivedOn: "2027-03-12",
  answered: "none",
  competence: "police",
} as const;

test.each<[string, DossierText, readonly string[], string]>([
  [
    "an appeal that was received since",
    reported("DP-1", 2027, "2027-03-12", { appeals: [appeal] }),
    ["2027-03-12T09:00", "2027-03-12T18:00"],
    "due",
  ],
  [
    "a meeting that was planned until then",
    reported("DP-1", 2027, "2027-03-12", { status: "planned" }),
    ["2027-03-12T09:00", "2027-03-16T09:00"],
    "target-21",
  ],
  [
    "a waiver that has ended since",
    dossier("DP-1", 2027, { waivers: [waiver("schedule"), { ...waiver("report"), to: "2027-04-07" }] }),
    ["2027-04-07T09:00", "2027-04-08T09:00"],
    "due+3wd",
  ],
  [
    "a waiver of the day that it came on, after a day on which another stage could be told",
    dossier("DP-1", 2027, {
      waivers: [waiver("schedule"), { ...waiver("report"), from: "2027-04-01", to: "2027-04-01" }],
    }),
    ["2027-04-01T09:00", "2027-04-02T09:00"],
    "due+1wd",
  ],
])(
  "a stage that had come before, but that no earlier slot could carry, is not late: %s",
  async (_name, given, moments, stage) => {
    const world = await createWorld(factsOf([ministry(), department("DP-1")], 2027, { dossiers: [given] }), FIRST);
    for (const moment of moments) {
      world.goTo(moment);
      await world.sweep("DP-1");
      await world.dispatch();
    }
    expect(world.inbox("officer@dp-1.example")).toMatchObject([{ items: [{ stage, late: false }] }]);
  },
);

test("what was told of one appeal in the morning makes no letter of another of that afternoon late", async () => {
  const morning = reported("DP-1", 2027, "2027-03-12", { startsAt: "08:00", appeals: [appeal] });
  const afternoon = { id: "m2", startsAt: "15:00", appeals: [{ ...appeal, number: "A-2" }] };
  const both = {
    ...morning,
    meetings: morning.meetings.flatMap((meeting) => [meeting, { ...meeting, ...afternoon }]),
    waivers: morning.waivers.flatMap((one) => (one.subject === "m1" ? [one, { ...one, subject: "m2" }] : [one])),
  };
  const world = await createWorld(
    factsOf([ministry(), department("DP-1")], 2027, { dossiers: [both] }),
    "2027-03-12T09:00",
  );
  for (const moment of ["2027-03-12T09:00", "2027-03-12T18:00"]) {
    world.goTo(moment);
    await world.sweep("DP-1");
    await world.dispatch();
  }
  expect(world.inbox("officer@dp-1.example").map(({ items }) => items)).toMatchObject([
    [{ obligation: "registration", stage: "due", late: false }],
    [{ obligation: "registration", stage: "due", late: false }],
  ]);
});

test("after missed days only the last stage that has come is written, and it is late", async () => {
  const world = await createWorld(facts, "2027-04-06T09:00");
  await world.sweep("DP-1");
  await world.dispatch();
  expect(world.inbox("officer@pb-1.example")).toMatchObject([{ items: [{ stage: "due+3wd", late: true }] }]);
});

test("each scope writes its own letters, and the ministry's those of its staff", async () => {
  const world = await createWorld(factsOf([ministry(), department("DP-1"), department("DP-2")], 2027), FIRST);
  for (const scope of ["DP-2", "MIA", "DP-1"]) await world.sweep(scope);
  expect(recipientsIn(world, "DP-1")).toEqual(["head@dp-1.example", "officer@dp-1.example"]);
  expect(recipientsIn(world, "DP-2")).toEqual(["head@dp-2.example", "officer@dp-2.example"]);
  expect(written({ letters: () => world.letters().filter(({ scope }) => scope === "MIA") })).toEqual([
    "staff@mia.example: DP-1 report due+1wd, DP-2 report due+1wd",
  ]);
});

const shared = [ministry(), department("DP-1"), department("DP-2", [contact("head", "HEAD@dp-1.example")])];

test.each([
  ["DP-1", "DP-2"],
  ["DP-2", "DP-1"],
])(
  "an address in two scopes gets one letter about both, from the first in register order, when %s is swept first",
  async (first, second) => {
    const world = await createWorld(factsOf(shared, 2027), FIRST);
    await world.sweep(first);
    await world.sweep(second);
    expect(recipientsIn(world, "DP-2")).toEqual([]);
    expect(written(world)).toEqual([
      "head@dp-1.example: DP-1 report due+1wd, DP-2 report due+1wd",
      "officer@dp-1.example: DP-1 report due+1wd",
    ]);
  },
);

test("an address of the ministry and a department gets its letters from the ministry's scope", async () => {
  const bodies = [ministry(), department("DP-1", [contact("officer", "staff@mia.example")])];
  const world = await createWorld(factsOf(bodies, 2027), FIRST);
  for (const scope of ["MIA", "DP-1"]) await world.sweep(scope);
  expect(recipientsIn(world, "DP-1")).toEqual([]);
  expect(written(world)).toEqual(["staff@mia.example: DP-1 report due+1wd"]);
});

test("an address that becomes the first scope's is not told again what the second scope has told it", async () => {
  const before = [ministry(), department("DP-1"), department("DP-2")];
  const after = [
    ministry(),
    department("DP-1", [contact("head", "head@dp-2.example")]),
    department("DP-2", [contact("head", "head@dp-2.example")]),
  ];
  const world = await createWorld(factsOf(before, 2027), FIRST);
  for (const scope of ["DP-1", "DP-2"]) await world.sweep(scope);
  await world.dispatch();
  await world.ports.register.replace(factsOf(after, 2027).bodies, factsOf(after, 2027).policy);
  world.goTo("2027-04-01T18:00");
  for (const scope of ["DP-1", "DP-2"]) await world.sweep(scope);
  expect(written(world).filter((text) => text.startsWith("head@dp-2"))).toEqual([
    "head@dp-2.example: DP-2 report due+1wd",
    "head@dp-2.example: DP-1 report due+1wd",
  ]);
});

test("an address that has left the ministry is not told again by its department what the ministry has told it", async () => {
  const own = [contact("officer", "x@dp-1.example")];
  const before = factsOf([ministry([contact("staff", "X@dp-1.example")]), department("DP-1", own)], 2027);
  const after = factsOf([ministry(), department("DP-1", own)], 2027);
  const world = await createWorld(before, FIRST);
  for (const scope of ["MIA", "DP-1"]) await world.sweep(scope);
  await world.dispatch();
  await world.ports.register.replace(after.bodies, after.policy);
  world.goTo("2027-04-01T18:00");
  for (const scope of ["MIA", "DP-1"]) await world.sweep(scope);
  expect(written(world)).toEqual(["x@dp-1.example: DP-1 report due+1wd", "staff@mia.example: DP-1 report due+1wd"]);
});

test("a sweep that began in an earlier slot and ends after a later one writes nothing twice", async () => {
  const world = await createWorld(facts, "2027-04-01T21:00");
  const { clock } = world.ports;
  const began = clock.calendarNow();
  const earlier = { ...world.ports, clock: { ...clock, calendarNow: () => began } };
  world.goTo("2027-04-05T09:00");
  await world.sweep("DP-1");
  await sweep("DP-1", earlier);
  expect(written(world).filter((text) => text.includes("due+1wd"))).toEqual([]);
  expect(world.letters()).toHaveLength(4);
});

test("nothing is swept before the first import", async () => {
  const world = await createWorld(facts, FIRST);
  const ports = { ...world.ports, register: memoryRegister() };
  expect(await sweep("DP-1", ports)).toBeNull();
  expect(await sweepsDue(ports)).toBeNull();
});

test("the sweeps of a slot are those of every scope, the ministry's first", async () => {
  const world = await createWorld(factsOf([department("DP-1"), ministry(), department("DP-2")], 2027), FIRST);
  expect(await sweepsDue(world.ports)).toMatchObject({ scopes: ["MIA", "DP-1", "DP-2"], slot: { time: "09:00" } });
});

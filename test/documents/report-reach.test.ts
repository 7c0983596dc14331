import { beforeEach, describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import type { ItemKey, Slot } from "../../core/escalation/letter.ts";
import { acknowledge } from "../../core/use-cases/letters/acknowledge.ts";
import {
  type ReportPorts,
  type ReportRequest,
  readStatusReport,
  TREND_DAYS,
} from "../../core/use-cases/reports/status-report.ts";
import { sha256 } from "../../functions/hash.ts";
import { departmentText, districtText, dossierOf, fullNotice, meetingOn, ministryText } from "../core/support/facts.ts";
import { sweepOf } from "../letters/support/telling.ts";
import { queuedLetter } from "../support/delivery/entries.ts";
import { memoryLedger } from "../support/memory/ledger.ts";
import { memoryAcknowledgements, memoryAudit } from "../support/memory/records.ts";
import { memorySweepLog } from "../support/memory/sweep-log.ts";
import { everything, type ReportWorld, reportWorld } from "./support/world.ts";

const facts = {
  bodies: [
    ...[ministryText, departmentText, districtText, { ...districtText, id: "PB-2" }],
    ...[
      { ...departmentText, id: "DP-2" },
      { ...districtText, id: "PB-3", parent: "DP-2" },
    ],
  ],
  dossiers: [dossierOf([meetingOn("2027-03-25", { notices: [fullNotice("2027-03-08", "2027-03-25")] })])],
};
const at = (on: string, time: string): Slot => ({ day: day(on), time });

let world: ReportWorld;
let ports: ReportPorts & { readonly ledger: ReturnType<typeof memoryLedger>; log: ReturnType<typeof memorySweepLog> };
beforeEach(async () => {
  world = await reportWorld(facts);
  ports = { ...world.ports, ledger: memoryLedger(), log: memorySweepLog(), acknowledgements: memoryAcknowledgements() };
});

const bodyOf = (id: string) => world.loaded.register.byId.get(id) ?? expect.fail(`there is no body ${id}`);
const report = (request: Partial<ReportRequest> = {}, more: Partial<ReportPorts> = {}) =>
  readStatusReport(world.loaded, { ...everything, ...request }, { ...ports, ...more });
const only =
  (...ids: readonly string[]): ReportRequest["mayRead"] =>
  ({ id }) =>
    ids.includes(id);

describe("a report on a body", () => {
  test("has the rows, changes and faults of it and those under it, and of nobody beside it", async () => {
    const damaged = ["PB-1", "PB-2"].map((body) => ({ body, campaign: 2026, reason: "not readable" }));
    const dossiers: ReportPorts["dossiers"] = {
      load: async (scope, campaign) => ({
        ...(await ports.dossiers.load(scope, campaign)),
        damaged: scope === "DP-1" && campaign === 2026 ? damaged : [],
      }),
    };
    const own = await report({ top: bodyOf("PB-1"), on: day("2027-04-01") }, { dossiers });
    expect(own.rows.map(({ body, region, name }) => [body, region, name])).toEqual([
      ["PB-1", "DP-1", districtText.name],
    ]);
    expect(own.regions.map(({ scope, name }) => [scope, name])).toEqual([["DP-1", departmentText.name]]);
    expect(own.changes.items.length).toBeGreaterThan(0);
    expect(new Set(own.changes.items.map(({ body }) => body))).toEqual(new Set(["PB-1"]));
    expect(own.damaged).toEqual(damaged.slice(0, 1));
    const department = await report({ top: bodyOf("DP-1") }, { dossiers });
    expect(department.rows.map(({ body }) => body)).toEqual(["DP-1", "PB-1", "PB-2"]);
    expect(department.damaged).toEqual(damaged);
  });

  test("counts findings that need a year without a calendar for it alone", async () => {
    const { failed } = await report({ top: bodyOf("PB-1"), on: day("2031-02-03") });
    expect(failed.length).toBeGreaterThan(0);
    expect(new Set(failed.map(({ body }) => body))).toEqual(new Set(["PB-1"]));
  });

  test("is about the whole country only where every body may be read", async () => {
    expect(await report()).toMatchObject({ scope: "MIA", name: ministryText.name });
    expect(await report({ top: bodyOf("MIA") })).toMatchObject({ scope: "MIA", bodies: 5 });
    expect(await report({ mayRead: only("DP-1", "PB-1") })).toMatchObject({ scope: null, name: ministryText.name });
    expect(await report({ top: bodyOf("DP-2") })).toMatchObject({ scope: "DP-2", bodies: 2 });
  });

  test("names the facts that it is computed from, and those of its bodies only", async () => {
    const nameOf = async (top: string, from: readonly Dossier[]) => {
      const load = async (scope: string, campaign: number) => ({
        dossiers: from.filter((dossier) => scope === "DP-1" && dossier.campaign === campaign),
        damaged: [],
      });
      return (await report({ top: bodyOf(top) }, { dossiers: { load } })).versions.facts;
    };
    const [first, other] = ["2027-03-25", "2027-03-26"].map((on) => Dossier.parse(dossierOf([meetingOn(on)])));
    if (!first || !other) return expect.fail("there are no dossiers");
    const none = await nameOf("PB-1", []);
    expect(await nameOf("PB-1", [first])).toBe(await nameOf("PB-1", [{ ...first }]));
    expect(new Set([none, await nameOf("PB-1", [first]), await nameOf("PB-1", [other])]).size).toBe(3);
    expect(await nameOf("PB-2", [first])).toBe(none);
  });

  test("says which versions of policy and calendar were in force, by number where one was applied", async () => {
    const plain = (await report()).versions;
    const name = expect.stringMatching(/^[0-9a-f]+$/);
    expect(plain).toMatchObject({ policy: { number: null, name }, calendar: { number: null, name } });
    const directory = { ...world.loaded.directory, policyVersion: 3, calendarVersion: 2 };
    const applied = await readStatusReport({ ...world.loaded, directory }, everything, ports);
    expect(applied.versions).toMatchObject({
      ...{ policy: { number: 3, name: plain.policy.name }, calendar: { number: 2, name: plain.calendar.name } },
    });
  });

  test("marks what was recorded late, by the report's day", async () => {
    const recordedOn = (on: string): ReportPorts["dossiers"] => ({
      load: async (scope, campaign) => ({
        ...(await ports.dossiers.load(scope, campaign)),
        recorded: new Map([["PB-1", { "meetings/m1/notices/0": day(on) }]]),
      }),
    });
    const lateIn = async (on: string, request: Partial<ReportRequest> = {}) => {
      const { rows } = await report({ top: bodyOf("DP-1"), ...request }, { dossiers: recordedOn(on) });
      return rows.map(({ recordedLate }) => recordedLate);
    };
    expect(await lateIn("2027-03-08")).toEqual([0, 0, 0]);
    expect(await lateIn("2027-03-15")).toEqual([0, 1, 0]);
    expect(await lateIn("2027-03-15", { on: day("2027-03-07") })).toEqual([0, 0, 0]);
  });
});

describe("the trend of a report", () => {
  const swept = (scope: string, slot: Slot, met: number) =>
    ports.log.record(sweepOf(scope, slot, { findings: { report: { met, overdue: 10 - met } } }));
  const ratesIn = async (request: Partial<ReportRequest>) =>
    (await report(request)).trend.map(({ day: on, time, rate }) => [on, time, rate]);

  test("is of its own departments, from two weeks before to the last slot that has come", async () => {
    const [before, first] = [at("2027-03-05", "21:00"), at("2027-03-06", "09:00")];
    const [now, later] = [at("2027-03-19", "09:00"), at("2027-03-19", "18:00")];
    expect(first.day).toBe(now.day - TREND_DAYS + 1);
    for (const slot of [before, first, now, later]) {
      await swept("DP-1", slot, 5);
      await swept("DP-2", slot, 10);
    }
    expect(await ratesIn({ top: bodyOf("DP-1") })).toEqual([
      [first.day, "09:00", 0.5],
      [now.day, "09:00", 0.5],
    ]);
  });

  test("ends with the last slot of the day that is asked for", async () => {
    const slots = [at("2027-03-16", "18:00"), at("2027-03-16", "21:00"), at("2027-03-17", "09:00")];
    for (const slot of slots) await swept("DP-1", slot, 5);
    const ofDay = await ratesIn({ top: bodyOf("DP-1"), on: day("2027-03-16") });
    expect(ofDay.map(([, time]) => time)).toEqual(["18:00", "21:00"]);
  });

  test("is not told where one department is not covered as a whole", async () => {
    for (const scope of ["MIA", "DP-1", "DP-2"]) await swept(scope, at("2027-03-19", "09:00"), 5);
    expect(await ratesIn({ mayRead: only("DP-1", "PB-1", "PB-2", "PB-3") })).toEqual([]);
    expect(await ratesIn({ mayRead: only("DP-1", "PB-1", "PB-2", "DP-2") })).toHaveLength(1);
  });
});

describe("the letters of a report", () => {
  let count = 0;
  const letter = async (scope: string, about: readonly string[], closed: readonly string[] = []) => {
    const keys = (bodies: readonly string[]): ItemKey[] =>
      queuedLetter("", "", 0).items.flatMap((item) => bodies.map((body) => ({ ...item, body })));
    const told = { items: keys(about), closed: keys(closed), state: "delivered" as const };
    const entry = queuedLetter(scope, `key-${++count}`, 0, { ...told, slot: at("2027-03-18", "09:00") });
    await ports.ledger.create(entry);
    return entry;
  };

  test("are those that tell of its bodies only, and all of a department that it covers", async () => {
    await letter("DP-1", ["PB-1"]);
    await letter("DP-1", [], ["PB-1"]);
    await letter("MIA", ["PB-1"], ["PB-1"]);
    for (const told of [["PB-2"], ["PB-1", "PB-2"], []]) await letter("DP-1", told);
    await letter("DP-1", ["PB-1"], ["PB-2"]);
    await letter("MIA", ["PB-1", "PB-3"]);
    await letter("DP-2", ["PB-3"]);
    const totalOf = async (request: Partial<ReportRequest>) => (await report(request)).letters.total;
    expect(await totalOf({ top: bodyOf("PB-1") })).toBe(3);
    expect(await totalOf({ top: bodyOf("DP-1") })).toBe(7);
    expect(await totalOf({ top: bodyOf("DP-2") })).toBe(1);
    expect(await totalOf({})).toBe(9);
  });

  test("are acknowledged or not, by who has them", async () => {
    const acknowledgements = memoryAcknowledgements();
    const [answered] = [await letter("DP-1", ["PB-1"]), await letter("DP-1", ["PB-1"])];
    await acknowledge(
      {
        ...{ letter: answered, answer: { kind: "seen" }, actor: { id: "user:1", name: "Айгерим" } },
        ...{ zone: "Asia/Almaty", request: "r", isRepeatable: false },
      },
      { records: acknowledgements, audit: memoryAudit(), hash: sha256, clock: ports.clock },
    );
    const key = (email: string) => (email === "head@pb-1.example" ? `key-${count}` : email);
    const { letters } = await report({}, { acknowledgements, identifiers: { recipientKey: key } });
    expect(letters).toMatchObject({
      ...{ year: 2027, total: 2, acknowledged: 1 },
      unacknowledged: [{ letters: 1, recipient: { role: "head", name: "head" } }],
    });
  });
});

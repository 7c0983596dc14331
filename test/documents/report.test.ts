import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { day, plusDays } from "../../core/calendar/day.ts";
import { formatMinutes } from "../../core/calendar/time.ts";
import { instant, localTime } from "../../core/calendar/zone.ts";
import { ObligationId } from "../../core/dossier/obligation-id.ts";
import { countIn, type FindingCounts, sumCounts } from "../../core/status/count.ts";
import { STATES } from "../../core/status/states.ts";
import { StatusReport } from "../../core/status/status-report.ts";
import { type ReportWorld, reportWorld } from "./support/world.ts";

let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
});

const bodyOf = (id: string) => world.loaded.register.byId.get(id) ?? expect.fail(`there is no body ${id}`);
const totals = (counts: FindingCounts): number[] => STATES.map((state) => countIn(counts, state));

/** Every obligation and state, so that equal figures are equal whatever is absent. */
const figures = (counts: FindingCounts): number[] =>
  ObligationId.options.flatMap((id) => STATES.map((state) => counts[id]?.[state] ?? 0));

describe("the figures of a status report", () => {
  it("add up from the bodies to the regions and to all, for any body on any day", async () => {
    const bodies = world.loaded.register.bodies;
    await fc.assert(
      fc.asyncProperty(fc.nat(bodies.length - 1), fc.integer({ min: 0, max: 420 }), async (index, days) => {
        const report = await world.report({ top: bodies[index] ?? null, on: plusDays(day("2027-01-01"), days) });
        const { rows, regions, counts, open, bodies: count } = report;
        expect(figures(sumCounts(rows.map((row) => row.counts)))).toEqual(figures(counts));
        expect(figures(sumCounts(regions.map((region) => region.counts)))).toEqual(figures(counts));
        expect(regions.reduce((sum, region) => sum + region.bodies, 0)).toBe(count);
        expect(rows).toHaveLength(count);
        for (const state of ["due", "overdue", "breached"] as const) {
          expect(open.filter((finding) => finding.state === state)).toHaveLength(countIn(counts, state));
        }
        const [met, late, breached, overdue] = (["met", "late", "breached", "overdue"] as const).map((state) =>
          countIn(counts, state),
        ) as [number, number, number, number];
        const judged = met + late + breached + overdue;
        expect(report.rate).toBe(judged === 0 ? null : met / judged);
      }),
      { numRuns: 25 },
    );
  });

  it("change by what the list of changes says, from the end of the day before", async () => {
    const on = day("2027-03-19");
    const [before, after] = await Promise.all([world.report({ on: plusDays(on, -1) }), world.report({ on })]);
    const moved = new Map(STATES.map((state) => [state, 0]));
    for (const { from, to } of after.changes.items) {
      if (from) moved.set(from, (moved.get(from) ?? 0) - 1);
      if (to) moved.set(to, (moved.get(to) ?? 0) + 1);
    }
    expect(after.changes.since).toBe(plusDays(on, -1));
    expect(after.changes.items.length).toBeGreaterThan(20);
    expect(totals(before.counts).map((count, index) => count + (moved.get(STATES[index] ?? "met") ?? 0))).toEqual(
      totals(after.counts),
    );
  });

  it("name the versions that they were computed from: other facts, another name; the same facts, the same", async () => {
    const report = await world.report();
    expect(report.versions).toMatchObject({ register: 1, policy: { number: null }, calendar: { number: null } });
    expect((await world.report()).versions).toEqual(report.versions);
    const other = await world.report({ top: bodyOf("DP-10") });
    expect(other.versions).toEqual({ ...report.versions, facts: other.versions.facts });
    expect(other.versions.facts).not.toBe(report.versions.facts);
  });

  it("are made at the moment of the calendar that they show, in a demo too", async () => {
    const now = world.ports.clock.calendarNow();
    for (const moment of [now - 86_400_000, now]) world.ports.clock.moveTo(instant(moment));
    const { made, on, time } = await world.report();
    const { day: shown, minutes } = localTime(made, "Asia/Almaty");
    expect([shown, formatMinutes(minutes)]).toEqual([on, time]);
  });
});

describe("what a reader may see", () => {
  it("is all that the report is about: no figure, name or letter of another body is in it", async () => {
    const own = bodyOf("DP-63");
    const { register } = world.loaded;
    const mayRead = (body: typeof own) => body === own || register.ancestorsOf(body).includes(own);
    const partly = await world.report({ mayRead });
    const asked = await world.report({ top: own });
    expect(partly).toMatchObject({ ...asked, scope: null, name: register.ministry.name, made: expect.any(Number) });
    expect(new Set(partly.rows.map(({ region }) => region))).toEqual(new Set(["DP-63"]));
    const told = new Set(partly.letters.unacknowledged.map(({ recipient }) => recipient?.body));
    for (const id of told) expect(id === own.id || mayRead(bodyOf(id ?? ""))).toBe(true);
  });
});

describe("letters and sweeps", () => {
  it("are counted by state; who has not acknowledged is named, and nobody whose letter did not arrive", async () => {
    const { letters } = await world.report();
    expect(Object.values(letters.states).reduce((sum, count) => sum + count, 0)).toBe(letters.total);
    const arrived = (letters.states.sent ?? 0) + (letters.states.delivered ?? 0);
    const waiting = letters.unacknowledged.reduce((sum, one) => sum + one.letters, 0);
    expect(waiting + letters.acknowledged).toBe(arrived);
    expect(waiting).toBeGreaterThan(0);
  });

  it("give the trend of whole departments; of a part of one, which no sweep is about, there is none", async () => {
    const [all, department, district] = await Promise.all([
      world.report(),
      world.report({ top: bodyOf("DP-63") }),
      world.report({ top: world.loaded.register.bodies.find(({ parent }) => parent === "DP-63") ?? null }),
    ]);
    expect(all.trend).toHaveLength(15);
    expect(department.trend).toHaveLength(15);
    expect(district.trend).toEqual([]);
  });

  it("of later slots are not told of on an earlier day", async () => {
    const { trend, letters } = await world.report({ on: day("2027-03-16") });
    expect(trend.at(-1)).toMatchObject({ day: day("2027-03-16"), time: "21:00" });
    const now = await world.report();
    expect(letters.total).toBeLessThan(now.letters.total);
  });
});

it("a report is what its JSON says", async () => {
  const report = await world.report();
  const text = JSON.stringify(StatusReport.encode(report));
  expect(StatusReport.parse(JSON.parse(text))).toEqual(report);
});

import { describe, expect, it } from "vitest";
import { day, dayInYear, weekdayOf } from "../../core/calendar/day.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import { demoDossiers } from "../../local/demo/dossiers.ts";
import { earlierDossiers } from "../../local/demo/earlier.ts";
import { loadRegister } from "../../local/register/load.ts";

const bodies = loadRegister();
const workdays = createWorkdays();
const dossiers = demoDossiers(bodies, { seed: 608, campaign: 2027 });
const meetings = dossiers.flatMap((dossier) => dossier.meetings);
const inForce = meetings.filter(({ status }) => status !== "cancelled");
const appeals = meetings.flatMap((meeting) => meeting.appeals);

/** Every date of some facts but those of plans, which may lie in the future of every fact. */
function datesOf(facts: unknown, name = ""): string[] {
  if (typeof facts === "string")
    return /^\d{4}-\d{2}-\d{2}$/.test(facts) && !["until", "dueOn", "to"].includes(name) ? [facts] : [];
  if (typeof facts !== "object" || facts === null) return [];
  return Object.entries(facts).flatMap(([key, value]) => datesOf(value, key));
}

describe("the demo campaign", () => {
  it("is byte-equal for the same seed, and another for another seed", () => {
    const again = JSON.stringify(demoDossiers(loadRegister(), { seed: 608, campaign: 2027 }));
    expect(again).toBe(JSON.stringify(dossiers));
    expect(JSON.stringify(demoDossiers(bodies, { seed: 609, campaign: 2027 }))).not.toBe(again);
  });

  it("gives a body the same dossier whatever bodies stand behind it", () => {
    expect(demoDossiers(bodies.slice(0, 31), { seed: 608, campaign: 2027 })).toEqual(dossiers.slice(0, 30));
  });

  it("has a dossier for every body of the register but four, which recorded nothing", () => {
    const told = new Set(dossiers.map(({ body }) => body));
    const silent = bodies.filter(({ id, kind }) => kind !== "ministry" && !told.has(id));
    expect(silent.map(({ id }) => id)).toMatchInlineSnapshot(`
      [
        "PB-151000000",
        "PB-334600000",
        "DP-59",
        "PB-791110000",
      ]
    `);
    expect(told.size).toBe(248);
  });

  it("writes nothing that happened after 30 June", () => {
    const dates = datesOf(dossiers).toSorted();
    expect(dates.at(0)).toBe("2027-01-05");
    expect(dates.at(-1)?.slice(0, 7)).toBe("2027-06");
  });

  it("meets on working days and now and then on a Saturday, never on a Sunday or holiday", () => {
    const days = inForce.map(({ date }) => day(date));
    const offDays = days.filter((date) => !workdays.isWorking(date));
    expect(offDays.every((date) => weekdayOf(date) === 6)).toBe(true);
    expect(offDays.length).toBeGreaterThan(3);
    expect(offDays.length).toBeLessThan(30);
  });

  it("meets from 25 January to 31 March, but for a few meetings in April", () => {
    const dates = inForce.map(({ date }) => date);
    expect(dates.toSorted()[0]).toBe("2027-01-25");
    const late = dates.filter((date) => date > "2027-03-31");
    expect(late.length).toBeGreaterThan(2);
    expect(late.length).toBeLessThan(20);
    expect(late.every((date) => date < "2027-04-25")).toBe(true);
  });

  it("approves most schedules in January and publishes no notice before the schedule that was approved in time", () => {
    const approvals = dossiers.flatMap(({ schedule }) => (schedule ? [schedule.approvedOn] : []));
    expect(approvals.filter((date) => date < "2027-02-01").length / dossiers.length).toBeGreaterThan(0.8);
    for (const { schedule, meetings: held } of dossiers) {
      if (!schedule || schedule.approvedOn > "2027-01-14") continue;
      const published = held.flatMap(({ notices }) => notices.map(({ publishedOn }) => publishedOn));
      expect(published.every((date) => date >= schedule.approvedOn)).toBe(true);
    }
  });

  it("calls off two meetings before their day and holds another in place of each", () => {
    const replaced = dossiers.filter(({ meetings: [first] }) => first?.status === "cancelled");
    expect(replaced).toHaveLength(2);
    for (const { meetings: planned } of replaced) {
      const [first, second] = planned;
      expect(first?.cancelledOn).toBeDefined();
      expect(String(second?.date) > String(first?.date)).toBe(true);
      expect(second?.notices.every(({ publishedOn }) => publishedOn >= String(first?.cancelledOn))).toBe(true);
    }
  });

  it("shows waivers of the ministry for a report, a notice and a schedule", () => {
    const waivers = dossiers.flatMap((dossier) => dossier.waivers);
    expect(waivers.map(({ obligation, subject, by }) => [obligation, subject, by])).toEqual([
      ["report", "dossier", "MIA"],
      ["notice", "m1", "MIA"],
      ["schedule", "dossier", "MIA"],
    ]);
  });

  it("raises no more than six appeals at a meeting, of every kind, competence, answer and route", () => {
    expect(Math.max(...meetings.map(({ appeals: raised }) => raised.length))).toBe(6);
    const valuesOf = (name: "kind" | "competence" | "answered" | "route") =>
      new Set(appeals.map((appeal) => appeal[name]));
    expect(valuesOf("kind")).toEqual(new Set(["complaint", "proposal", "remark"]));
    expect(valuesOf("competence")).toEqual(new Set(["police", "other", "mixed"]));
    expect(valuesOf("answered")).toEqual(new Set(["full", "partial", "none"]));
    expect(valuesOf("route")).toEqual(new Set([undefined, "complaint", "simplified"]));
  });

  it("never replies or decides on an extension before the appeal was registered or its registration was due", () => {
    for (const { receivedOn, registeredOn, repliedOn, extension } of appeals) {
      const start = registeredOn ?? receivedOn;
      expect(repliedOn === undefined || repliedOn > start).toBe(true);
      expect(extension === undefined || extension.decidedOn > start).toBe(true);
    }
  });

  it("names no person and no real medium", () => {
    const names = meetings.flatMap(({ protocol }) => protocol?.signatures.map(({ name }) => name) ?? []);
    expect([...new Set(names)].every((name) => name.startsWith("Демо: "))).toBe(true);
    const outlets = meetings.flatMap(({ notices }) => notices.map(({ outlet }) => outlet));
    expect([...new Set(outlets)].every((outlet) => /демо-/i.test(outlet))).toBe(true);
    const urls = meetings.flatMap(({ notices }) => notices.flatMap(({ url }) => (url ? [url] : [])));
    expect(urls.every((url) => url.startsWith("https://news.example/"))).toBe(true);
  });
});

describe("the earlier campaign", () => {
  const earlier = earlierDossiers(bodies, { seed: 608, campaign: 2026 }, 30);

  it("is told of thirty bodies, whose meetings were all held in its first quarter", () => {
    expect(earlier).toHaveLength(30);
    const held = earlier.flatMap(({ meetings: all }) => all);
    expect(held.every(({ status, date }) => status === "held" && date >= "2026-01-25" && date <= "2026-03-31")).toBe(
      true,
    );
  });

  it("leaves six appeals that were answered only in the next year or not at all", () => {
    const yearEnd = dayInYear(2026, "12-31");
    const open = earlier
      .flatMap(({ meetings: all }) => all.flatMap((meeting) => meeting.appeals))
      .filter(({ answered, competence }) => answered !== "full" && competence !== "other")
      .filter(({ repliedOn }) => repliedOn === undefined || day(repliedOn) > yearEnd);
    expect(open.map(({ repliedOn }) => repliedOn)).toEqual([
      "2027-02-18",
      undefined,
      "2027-02-18",
      undefined,
      "2027-02-18",
      undefined,
    ]);
  });
});

import { describe, expect, it, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { type Workdays, YearNotCovered } from "../../../core/calendar/workdays.ts";
import { instant } from "../../../core/calendar/zone.ts";
import {
  Brake,
  brakeFrom,
  firingItems,
  holdsAt,
  isAfterDue,
  isSuspect,
  isTooMany,
  itemText,
} from "../../../core/escalation/brake.ts";
import { planRecipient } from "../../../core/escalation/plan.ts";
import { workdays } from "../support/evaluate.ts";
import { dossierOf, meetingOn } from "../support/facts.ts";
import { factsWith } from "../support/refused.ts";
import { candidatesAt, slotOf, worldOf } from "../support/sweeps.ts";

const brake = (more: Partial<Brake> = {}): Brake => ({
  version: 1,
  slot: slotOf("2027-04-07T18:00"),
  until: slotOf("2027-04-08T09:00"),
  bodies: 9,
  of: 9,
  stopped: null,
  released: null,
  ...more,
});
const decided = { by: "user:admin", at: instant(1_800_000_000_000) };
const policy = { brake: { bodies: 5, share: 0.5 }, slots: ["09:00", "18:00", "21:00"] };

describe("a brake", () => {
  it("holds letters from its slot until the slot that writes them", () => {
    const at = (slot: string) => holdsAt(brake(), slotOf(slot));
    expect(["2027-04-07T18:00", "2027-04-07T21:00", "2027-04-08T09:00"].map(at)).toEqual([true, true, false]);
  });

  it("that an administrator keeps on holds them as long as nobody releases it", () => {
    const later = slotOf("2027-05-08T09:00");
    expect(holdsAt(brake({ stopped: decided }), later)).toBe(true);
    expect(holdsAt(brake({ stopped: decided, released: decided }), later)).toBe(false);
    expect(holdsAt(brake({ released: decided }), slotOf("2027-04-07T21:00"))).toBe(false);
  });

  it("that is none holds nothing", () => {
    expect(holdsAt(null, slotOf("2027-04-07T18:00"))).toBe(false);
    expect(holdsAt(undefined, slotOf("2027-04-07T18:00"))).toBe(false);
  });

  test.each([
    [4, 4, false],
    [5, 9, true],
    [5, 10, false],
    [6, 10, true],
  ])("comes on for %i bodies of %i: %s", (bodies, of, expected) => {
    expect(isTooMany(bodies, of, { brake: policy.brake })).toBe(expected);
  });

  it("lasts until the first slot of the next working day, nobody having decided anything", () => {
    const slot = slotOf("2027-03-12T18:00");
    expect(brakeFrom(slot, { bodies: 9, of: 10 }, null, policy, workdays)).toEqual({
      version: 1,
      slot,
      until: slotOf("2027-03-16T09:00"),
      bodies: 9,
      of: 10,
      stopped: null,
      released: null,
    });
  });

  it("counts the brakes before it, and forgets what was decided of them", () => {
    const before = brake({ version: 4, stopped: decided, released: decided });
    expect(brakeFrom(slotOf("2027-04-07T18:00"), { bodies: 9, of: 9 }, before, policy, workdays)).toMatchObject({
      version: 5,
      stopped: null,
      released: null,
    });
  });

  it("lasts until the same time where the policy names no slot", () => {
    const { until } = brakeFrom(slotOf("2027-04-07T18:00"), brake(), null, { slots: [] }, workdays);
    expect(until).toEqual(slotOf("2027-04-08T18:00"));
  });

  it("lasts until the next day where the calendar ends", () => {
    const { until } = brakeFrom(slotOf("2030-12-31T18:00"), brake(), null, policy, workdays);
    expect(until).toEqual(slotOf("2031-01-01T09:00"));
  });

  it("hides no other fault of the calendar", () => {
    const broken: Workdays = {
      ...workdays,
      addWorkingDays: () => {
        throw new RangeError("broken");
      },
    };
    expect(() => brakeFrom(slotOf("2027-04-07T18:00"), brake(), null, policy, broken)).toThrow("broken");
    expect(() => workdays.addWorkingDays(day("2030-12-31"), 1)).toThrow(YearNotCovered);
  });

  it("is read from what was stored, and not from less or more", () => {
    const text = {
      version: 1,
      slot: { day: "2027-04-07", time: "18:00" },
      until: { day: "2027-04-08", time: "09:00" },
      bodies: 9,
      of: 9,
      stopped: { by: "user:admin", at: 1_800_000_000_000 },
      released: null,
    };
    expect(Brake.parse(text)).toEqual(brake({ stopped: decided }));
    for (const wrong of [
      { version: 0 },
      { more: 1 },
      { slot: { day: "2027-04-07" } },
      { until: { day: "2027-04-08", time: "09:00", zone: "UTC" } },
      { stopped: { by: "user:admin" } },
      { released: { ...decided, why: "" } },
    ]) {
      expect(Brake.safeParse({ ...text, ...wrong }).success).toBe(false);
    }
  });
});

describe("an item that a change of data seems to have made", () => {
  const world = worldOf(factsWith([dossierOf([meetingOn("2027-03-12")])]));
  const itemAt = (slot: string) => {
    const candidates = candidatesAt(world, slot).byRecipient.get("officer@pb-1.example") ?? [];
    const { items } = planRecipient("", candidates, new Map(), slotOf(slot), { ...world, workdays });
    const item = items.find(({ candidate }) => candidate.finding.obligation === "notice");
    if (!item) throw new Error("There is no notice.");
    return item;
  };
  const seen = (slot: string, minutes: number) => ({ day: day(slot), minutes, shift: 0 });
  const text = "PB-1 2027 notice 20879 m1 due+1wd";

  it("comes after its due day, at a slot that was swept, and was never told", () => {
    const item = itemAt("2027-03-03T09:00");
    expect(isSuspect(item, seen("2027-03-03", 540), new Set())).toBe(true);
    expect(isSuspect(item, seen("2027-03-03", 539), new Set())).toBe(false);
    expect(isSuspect(item, seen("2027-03-03", 540), new Set([text]))).toBe(false);
  });

  it("is never a reminder", () => {
    const reminder = itemAt("2027-03-01T09:00");
    expect(isAfterDue(reminder.decision.stage.rung)).toBe(false);
    expect(isSuspect(reminder, seen("2027-03-05", 540), new Set())).toBe(false);
  });

  it("has one text, whoever is told of it", () => {
    const { body, campaign, obligation, subject, due } = itemAt("2027-03-03T09:00").candidate.finding;
    expect(itemText({ body, campaign, obligation, subject, due, stage: "due+1wd" })).toBe(text);
  });

  it("is listed for everybody for whom it fires, reminders left out", () => {
    const items = [...firingItems(candidatesAt(world, "2027-03-03T09:00"))];
    expect(items.filter((item) => item === text)).toHaveLength(3);
    expect([...firingItems(candidatesAt(world, "2027-03-01T09:00"))].filter((item) => item.includes("notice"))).toEqual(
      [],
    );
  });
});

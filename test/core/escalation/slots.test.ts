import { describe, expect, it, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { instant } from "../../../core/calendar/zone.ts";
import {
  endOfDay,
  isSlotBefore,
  latestSlot,
  slotAfter,
  slotInstant,
  slotsBackFrom,
  slotsBetween,
  zoneViews,
} from "../../../core/escalation/slots.ts";
import { slotOf, slotText } from "../support/sweeps.ts";

const at = (utc: string) => instant(Date.parse(utc));
const times = ["09:00", "18:00", "21:00"];

describe("the latest slot that has come", () => {
  test.each([
    ["2027-03-19T03:59Z", "2027-03-18T21:00", "before the first slot of the day it is yesterday's last"],
    ["2027-03-19T04:00Z", "2027-03-19T09:00", "on the minute"],
    ["2027-03-19T12:59Z", "2027-03-19T09:00", "until the next"],
    ["2027-03-19T18:59Z", "2027-03-19T21:00", "until midnight"],
    ["2027-12-31T19:30Z", "2027-12-31T21:00", "after New Year it is the old year's last"],
    ["2024-02-29T03:00Z", "2024-02-29T09:00", "six hours ahead until 29 February 2024"],
    ["2024-03-01T03:59Z", "2024-02-29T21:00", "five hours ahead since 1 March 2024"],
  ])("at %s is %s: %s", (now, expected) => {
    expect(slotText(latestSlot(at(now), times, "Asia/Almaty"))).toBe(expected);
  });

  it("is yesterday's midnight where there are none", () => {
    expect(slotText(latestSlot(at("2027-03-19T04:00Z"), [], "Asia/Almaty"))).toBe("2027-03-18T00:00");
  });
});

describe("slots", () => {
  it("come in order, from a day's first to another's last", () => {
    const texts = [...slotsBetween(day("2028-02-28"), day("2028-02-29"), times)].map(slotText);
    expect(texts).toEqual([
      "2028-02-28T09:00",
      "2028-02-28T18:00",
      "2028-02-28T21:00",
      "2028-02-29T09:00",
      "2028-02-29T18:00",
      "2028-02-29T21:00",
    ]);
    expect([...slotsBetween(day("2028-02-29"), day("2028-02-28"), times)]).toEqual([]);
  });

  it("are compared by day, then by time", () => {
    expect(isSlotBefore(slotOf("2027-03-12T21:00"), slotOf("2027-03-13T09:00"))).toBe(true);
    expect(isSlotBefore(slotOf("2027-03-12T09:00"), slotOf("2027-03-12T18:00"))).toBe(true);
    expect(isSlotBefore(slotOf("2027-03-12T18:00"), slotOf("2027-03-12T18:00"))).toBe(false);
    expect(isSlotBefore(slotOf("2027-03-13T09:00"), slotOf("2027-03-12T21:00"))).toBe(false);
  });

  it("follow one another over midnight", () => {
    const next = (slot: string, all = times) => slotText(slotAfter(slotOf(slot), all));
    expect(next("2027-12-31T09:00")).toBe("2027-12-31T18:00");
    expect(next("2027-12-31T12:00")).toBe("2027-12-31T18:00");
    expect(next("2027-12-31T21:00")).toBe("2028-01-01T09:00");
    expect(next("2027-12-31T09:00", ["09:00"])).toBe("2028-01-01T09:00");
    expect(next("2027-12-31T10:00", [])).toBe("2028-01-01T10:00");
  });

  it("are counted back from one of them, itself first, over so many days", () => {
    const back = (slot: string, days: number) => [...slotsBackFrom(slotOf(slot), times, days)].map(slotText);
    expect(back("2028-03-01T18:00", 2)).toEqual([
      "2028-03-01T18:00",
      "2028-03-01T09:00",
      "2028-02-29T21:00",
      "2028-02-29T18:00",
      "2028-02-29T09:00",
    ]);
    expect(back("2028-03-01T21:00", 1)).toHaveLength(3);
    expect(back("2028-03-01T21:00", 0)).toEqual([]);
  });

  it("happen on the ministry's clocks", () => {
    expect(slotInstant(slotOf("2027-03-19T09:00"), "Asia/Almaty")).toBe(at("2027-03-19T04:00Z"));
  });
});

describe("how a body sees a slot", () => {
  const view = (zone: string, slot: string, now: string) => zoneViews(at(now), slotOf(slot), "Asia/Almaty")(zone);

  it("is as the ministry does, where the clocks agree", () => {
    expect(view("Asia/Aqtobe", "2027-03-19T09:00", "2027-03-19T04:00Z")).toEqual({
      now: { day: day("2027-03-19"), minutes: 540 },
      slot: { day: day("2027-03-19"), minutes: 540, shift: 0 },
    });
  });

  it("is on its own day and the ministry's hour, where they do not", () => {
    expect(view("Asia/Aqtobe", "2024-02-20T09:00", "2024-02-20T03:00Z").slot).toEqual({
      day: day("2024-02-20"),
      minutes: 540,
      shift: 60,
    });
    expect(view("Asia/Tokyo", "2027-03-19T21:00", "2027-03-19T16:00Z").slot).toEqual({
      day: day("2027-03-20"),
      minutes: 1260,
      shift: -240,
    });
  });

  it("is worked out once for all bodies of a zone", () => {
    const views = zoneViews(at("2027-03-19T04:00Z"), slotOf("2027-03-19T09:00"), "Asia/Almaty");
    expect(views("Asia/Tokyo")).toBe(views("Asia/Tokyo"));
    expect(views("Asia/Tokyo")).not.toEqual(views("Asia/Almaty"));
  });

  it("of a late sweep is of the slot, while today is now", () => {
    const { now, slot } = view("Asia/Almaty", "2027-03-19T21:00", "2027-03-19T20:00Z");
    expect(now).toEqual({ day: day("2027-03-20"), minutes: 60 });
    expect(slot.day).toBe(day("2027-03-19"));
  });

  it("at the end of a day is the same everywhere", () => {
    expect(endOfDay(day("2027-03-19"))("Asia/Tokyo")).toEqual({
      now: { day: day("2027-03-19"), minutes: 1440 },
      slot: { day: day("2027-03-19"), minutes: 1440, shift: 0 },
    });
  });
});

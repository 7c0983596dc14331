import { type Day, dayInYear, plusDays, weekdayOf } from "../../core/calendar/day.ts";
import { choose, SCHEDULE } from "./conduct.ts";
import type { MeetingPlan, Scene } from "./scene.ts";
import { placesOf } from "./texts.ts";

const HOURS = ["10:00", "11:00", "15:00", "16:00", "17:00", "17:30", "18:30"];

/** Notices appear this many days before the meeting at most. */
export const LONGEST_NOTICE = 20;

const earlierOf = (one: Day, other: Day): Day => plusDays(one, Math.min(0, other - one));
const laterOf = (one: Day, other: Day): Day => plusDays(one, Math.max(0, other - one));

/** A day for a meeting from `from` to `to`: a working day, sometimes a Saturday. */
export function meetingDay({ random, workdays }: Scene, from: Day, to: Day): Day {
  const day = plusDays(from, random.int(0, to - from));
  if (weekdayOf(day) === 6 && random.chance(30)) return day;
  const working = workdays.onOrAfter(day);
  return working <= to ? working : workdays.onOrBefore(day);
}

/** Place, hour and size of a meeting on a day. */
export function planMeeting(scene: Scene, number: number, date: Day, publishableFrom: Day): MeetingPlan {
  const { random, body } = scene;
  return {
    number,
    date,
    startsAt: random.pick(HOURS),
    place: random.pick(placesOf(body)),
    expectedParticipants: random.int(6, body.kind === "department" ? 40 : 20) * 10,
    publishableFrom,
  };
}

/** The day a schedule is approved, undefined when it never is; `first` is the earliest meeting's day, if one is planned. */
export function approvalDay(scene: Scene, first: Day | undefined): Day | undefined {
  const { random, workdays, campaign, diligence } = scene;
  const limit = dayInYear(campaign, "02-01");
  const due = first === undefined ? limit : earlierOf(limit, plusDays(first, -10));
  const style = choose(random, diligence, SCHEDULE);
  if (style === "never") return undefined;
  if (style === "late") return workdays.onOrAfter(plusDays(due, random.int(1, 12)));
  const from = dayInYear(campaign, "01-05");
  // With the approval this early every notice can follow it and still come in time.
  const to = laterOf(
    dayInYear(campaign, "01-08"),
    earlierOf(dayInYear(campaign, "01-29"), plusDays(due, -LONGEST_NOTICE + 10)),
  );
  return workdays.onOrBefore(plusDays(from, random.int(0, to - from)));
}

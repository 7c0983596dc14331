import { expect, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import type { Derivation } from "../../../core/order608/finding.ts";
import { meetingOf } from "../../../core/order608/meeting-of.ts";

const meeting = day("2027-03-12");
const due = day("2027-03-18");

test.each<[string, Derivation, number | null]>([
  ["a due day before the meeting is", { kind: "from-meeting", meeting, days: 10, due }, meeting],
  ["a term that begins with it is", { kind: "working-days", from: meeting, start: "meeting", days: 3, due }, meeting],
  ["a term from receipt is not", { kind: "working-days", from: meeting, start: "received", days: 3, due }, null],
  ["a fixed day is not", { kind: "fixed", of: "quarter-end", due }, null],
])("%s counted from the meeting", (_, derivation, expected) => {
  expect(meetingOf({ derivation })).toBe(expected);
});

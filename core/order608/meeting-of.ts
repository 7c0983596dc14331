import type { Day } from "../calendar/day.ts";
import type { Finding } from "./finding.ts";

/** The meeting's day, where a finding's due day was counted from a meeting. */
export function meetingOf({ derivation }: Pick<Finding, "derivation">): Day | null {
  if (derivation.kind === "from-meeting") return derivation.meeting;
  return derivation.kind === "working-days" && derivation.start === "meeting" ? derivation.from : null;
}

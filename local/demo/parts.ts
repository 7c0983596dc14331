import { type Day, dayInYear, day as dayOfText, formatDay, plusDays } from "../../core/calendar/day.ts";
import type { DossierText } from "../../core/dossier/dossier.ts";
import { MINISTRY } from "../register/load.ts";
import type { Scene, WaiverText } from "./scene.ts";
import { WAIVER_REASONS } from "./texts.ts";

/**
 * The part a body plays in the demo: `silent` records nothing, `replaced` calls a meeting off and holds another,
 * `postponed`, `excused` and `reorganised` are freed by the ministry from the report, the notice and the schedule.
 */
export type Part = "usual" | "silent" | "replaced" | "postponed" | "excused" | "reorganised";

const FREED: readonly Part[] = ["postponed", "excused", "reorganised"];

/** A body's place in the register decides, so that each part occurs in any large one. */
export function partOf(index: number): Part {
  if (index % 71 === 35) return "silent";
  if (index % 120 === 60) return "replaced";
  return index % 83 === 20 ? (FREED[Math.floor(index / 83) % FREED.length] ?? "usual") : "usual";
}

/** The dossier with what its body's part leaves out, and with the waiver that makes up for it. */
export function asFreed(scene: Scene, part: Part, dossier: DossierText): DossierText {
  const first = dossier.meetings[0];
  const inYear = (monthDay: string): Day => dayInYear(scene.campaign, monthDay);
  if (part === "postponed") {
    return { ...dossier, waivers: [waiver(scene, "report", "dossier", "flood", inYear("03-10"), inYear("04-30"))] };
  }
  if (part === "reorganised") {
    const { schedule, ...rest } = dossier;
    return { ...rest, waivers: [waiver(scene, "schedule", "dossier", "reorganisation", inYear("01-12"))] };
  }
  if (part === "excused" && first) {
    const from = plusDays(dayOfText(first.date), -14);
    const meetings = [{ ...first, notices: [] }, ...dossier.meetings.slice(1)];
    return { ...dossier, meetings, waivers: [waiver(scene, "notice", first.id, "press", from)] };
  }
  return dossier;
}

function waiver(
  { locale }: Scene,
  obligation: WaiverText["obligation"],
  subject: string,
  reason: keyof typeof WAIVER_REASONS,
  from: Day,
  to?: Day,
): WaiverText {
  const text = WAIVER_REASONS[reason][locale];
  return {
    obligation,
    subject,
    reason: text,
    by: MINISTRY,
    from: formatDay(from),
    ...(to !== undefined && { to: formatDay(to) }),
  };
}

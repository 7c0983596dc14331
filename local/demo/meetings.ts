import { type Day, dayInYear, formatDay, plusDays } from "../../core/calendar/day.ts";
import { appealsOf } from "./appeals.ts";
import { choose, MEETING } from "./conduct.ts";
import { noticesOf } from "./notices.ts";
import { meetingDay, planMeeting } from "./planning.ts";
import { preparationOf } from "./preparation.ts";
import { protocolOf } from "./protocol.ts";
import type { MeetingPlan, MeetingText, Scene } from "./scene.ts";

/** The days on which the meetings of a body are planned; a cancelled one is followed by the one that replaces it. */
interface Agenda {
  readonly days: readonly Day[];
  readonly outcome: "held" | "unconfirmed";
  readonly cancelledOn?: Day;
}

/** The usual agenda: one meeting in the first quarter, now and then two, after the quarter or none at all. */
export function agendaOf(scene: Scene): Agenda {
  const { random, campaign, diligence, body } = scene;
  const [opens, ends] = [dayInYear(campaign, "01-25"), dayInYear(campaign, "03-31")];
  const style = choose(random, diligence, MEETING);
  if (style === "none") return { days: [], outcome: "held" };
  if (style === "after-quarter") {
    return { days: [meetingDay(scene, dayInYear(campaign, "04-05"), dayInYear(campaign, "04-20"))], outcome: "held" };
  }
  const first = meetingDay(scene, opens, ends);
  const isTwice = random.chance(body.kind === "department" ? 30 : 6) && first + 14 <= ends;
  const days = isTwice ? [first, meetingDay(scene, plusDays(first, 10), ends)] : [first];
  return { days, outcome: style === "unconfirmed" ? "unconfirmed" : "held" };
}

/** A meeting that is called off a week before its day, and the one held instead of it more than two weeks later. */
export function replacedAgenda(scene: Scene): Agenda {
  const { campaign, workdays } = scene;
  const first = meetingDay(scene, dayInYear(campaign, "02-08"), dayInYear(campaign, "03-05"));
  const cancelledOn = workdays.onOrBefore(plusDays(first, -7));
  return { days: [first, workdays.onOrAfter(plusDays(first, 14))], outcome: "held", cancelledOn };
}

/** A meeting after the quarter's end, to which the report was put off. */
export function postponedAgenda(scene: Scene): Agenda {
  const { campaign } = scene;
  return { days: [meetingDay(scene, dayInYear(campaign, "04-06"), dayInYear(campaign, "04-17"))], outcome: "held" };
}

/** The meetings of an agenda with everything recorded about them; no notice appears before the schedule is approved. */
export function meetingsOf(scene: Scene, { days, outcome, cancelledOn }: Agenda, approvedOn: Day): MeetingText[] {
  return days.map((date, index) => {
    const isReplacement = cancelledOn !== undefined && index > 0;
    const plan = planMeeting(scene, index + 1, date, isReplacement ? cancelledOn : approvedOn);
    if (cancelledOn !== undefined && index === 0) return cancelledMeeting(scene, plan, cancelledOn);
    return outcome === "held" ? heldMeeting(scene, plan) : unconfirmedMeeting(scene, plan);
  });
}

const planned = (scene: Scene, plan: MeetingPlan) => ({
  id: `m${plan.number}`,
  date: formatDay(plan.date),
  startsAt: plan.startsAt,
  place: plan.place,
  ...preparationOf(scene, plan),
  notices: noticesOf(scene, plan),
});

function heldMeeting(scene: Scene, plan: MeetingPlan): MeetingText {
  const appeals = appealsOf(scene, plan);
  return { ...planned(scene, plan), status: "held", ...protocolOf(scene, plan, appeals), appeals };
}

/** Nobody confirmed that the meeting took place, so nothing of it is filed either. */
function unconfirmedMeeting(scene: Scene, plan: MeetingPlan): MeetingText {
  const { protocol } = protocolOf(scene, plan, []);
  return { ...planned(scene, plan), status: "planned", ...(protocol && { protocol }), appeals: [] };
}

function cancelledMeeting(scene: Scene, plan: MeetingPlan, cancelledOn: Day): MeetingText {
  const { id, date, startsAt, place, notices } = planned(scene, plan);
  const before = notices.filter(({ publishedOn }) => publishedOn <= formatDay(cancelledOn));
  return {
    id,
    date,
    startsAt,
    place,
    status: "cancelled",
    cancelledOn: formatDay(cancelledOn),
    notices: before,
    appeals: [],
  };
}

import { type Day, formatDay, plusDays } from "../../core/calendar/day.ts";
import { choose, NOTICE } from "./conduct.ts";
import { LONGEST_NOTICE } from "./planning.ts";
import type { MeetingPlan, NoticeText, Scene } from "./scene.ts";
import { OTHER_PLACE, OUTLETS } from "./texts.ts";

type Announces = NoticeText["announces"];

/** What a meeting is to the public, and the schedule with the ways to send questions (Order 608, p. 8(2)). */
const whenAndWhere = ({ date, startsAt, place }: MeetingPlan, locale: "kk" | "ru"): Announces => ({
  date: formatDay(date),
  startsAt,
  place: place[locale],
});
const scheduleAndQuestions: Announces = { schedule: true, questions: true };

/** The publications about a meeting, by day. */
export function noticesOf(scene: Scene, plan: MeetingPlan): NoticeText[] {
  const { random, diligence, locale } = scene;
  const meeting = whenAndWhere(plan, locale);
  const whole = { ...meeting, ...scheduleAndQuestions };
  const wrong = { ...whole, place: OTHER_PLACE[locale] };
  const inTime = daysBefore(scene, plan, 11, LONGEST_NOTICE);
  switch (choose(random, diligence, NOTICE)) {
    case "complete":
      return [notice(scene, inTime, whole)];
    case "two-parts":
      return inOrder([
        notice(scene, inTime, meeting),
        notice(scene, daysBefore(scene, plan, 11, 14), scheduleAndQuestions),
      ]);
    case "late":
      return [notice(scene, daysBefore(scene, plan, 4, 9), whole)];
    case "no-questions":
      return [notice(scene, inTime, { ...meeting, schedule: true })];
    case "wrong-place":
      return [notice(scene, inTime, wrong)];
    case "corrected":
      return inOrder([notice(scene, inTime, wrong), notice(scene, daysBefore(scene, plan, 7, 12), whole)]);
    case "none":
      return [];
  }
}

/** A day before the meeting on which a notice can appear; the schedule that it rests on is approved by then. */
function daysBefore({ random }: Scene, { date, publishableFrom }: MeetingPlan, fewest: number, most: number): Day {
  const longest = Math.max(fewest, Math.min(most, date - publishableFrom));
  return plusDays(date, -random.int(fewest, longest));
}

const inOrder = (notices: NoticeText[]): NoticeText[] =>
  notices.toSorted((a, b) => (a.publishedOn < b.publishedOn ? -1 : Number(a.publishedOn > b.publishedOn)));

function notice({ random, locale, body }: Scene, publishedOn: Day, announces: Announces): NoticeText {
  const channel = random.pick(["press", "press", "broadcast", "web"] as const);
  return {
    publishedOn: formatDay(publishedOn),
    channel,
    outlet: OUTLETS[channel][locale],
    ...(channel === "web" && { url: `https://news.example/${body.id.toLowerCase()}/${formatDay(publishedOn)}` }),
    announces,
  };
}

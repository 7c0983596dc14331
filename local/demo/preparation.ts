import { formatDay } from "../../core/calendar/day.ts";
import { InvitationGroup } from "../../core/dossier/meeting.ts";
import { CONTENT, choose, INVITATION, READINESS, VENUE } from "./conduct.ts";
import { type MeetingPlan, type MeetingText, type Scene, workdayBefore } from "./scene.ts";

type Preparation = Pick<MeetingText, "expectedParticipants" | "invitation" | "venue" | "content" | "readiness">;

/** The sections of p. 6 of the Order that every report covers; the tenth is optional. */
const SECTIONS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** What is done before a meeting besides publishing it. */
export const preparationOf = (scene: Scene, plan: MeetingPlan): Preparation => ({
  ...venue(scene, plan),
  ...invitation(scene, plan),
  ...content(scene, plan),
  ...readiness(scene, plan),
});

function invitation(scene: Scene, { date }: MeetingPlan): Preparation {
  const { random, diligence } = scene;
  const style = choose(random, diligence, INVITATION);
  if (style === "none") return {};
  const sentOn = style === "late" ? workdayBefore(scene, date, 2, 8) : workdayBefore(scene, date, 10, 18);
  const all = InvitationGroup.options;
  const groups = style === "some-groups" ? random.sample(all, all.length - random.int(1, 3)) : [...all];
  return { invitation: { sentOn: formatDay(sentOn), forDate: formatDay(date), groups } };
}

function venue(scene: Scene, { date, place, expectedParticipants }: MeetingPlan): Preparation {
  const { random, diligence, locale } = scene;
  const style = choose(random, diligence, VENUE);
  if (style === "none") return { expectedParticipants };
  const checkedOn = style === "late" ? workdayBefore(scene, date, 1, 8) : workdayBefore(scene, date, 11, 20);
  const capacity =
    style === "too-small"
      ? expectedParticipants - random.int(1, 5) * 10
      : expectedParticipants + random.int(0, 30) * 10;
  return {
    ...(style !== "uncounted" && { expectedParticipants }),
    venue: { checkedOn: formatDay(checkedOn), place: place[locale], hygienic: style !== "unhygienic", capacity },
  };
}

function content(scene: Scene, { date }: MeetingPlan): Preparation {
  const { random, diligence } = scene;
  const style = choose(random, diligence, CONTENT);
  if (style === "none") return {};
  const covered = style === "incomplete" ? random.sample(SECTIONS, SECTIONS.length - random.int(1, 2)) : SECTIONS;
  const sections = random.chance(25) ? [...covered, 10] : [...covered];
  return { content: { readyOn: formatDay(workdayBefore(scene, date, 3, 10)), sections } };
}

function readiness(scene: Scene, { date }: MeetingPlan): Preparation {
  const { random, diligence } = scene;
  const style = choose(random, diligence, READINESS);
  if (style === "none") return {};
  const lacking = style === "incomplete" ? random.pick(["inPerson", "clearedOfSecrets", "orderPlanned"]) : undefined;
  return {
    readiness: {
      checkedOn: formatDay(workdayBefore(scene, date, 1, 4)),
      inPerson: lacking !== "inPerson",
      clearedOfSecrets: lacking !== "clearedOfSecrets",
      orderPlanned: lacking !== "orderPlanned",
    },
  };
}

import { type Day, formatDay, plusDays } from "../../core/calendar/day.ts";
import { choose, DECISION, PROTOCOL, RECORDS } from "./conduct.ts";
import {
  type AppealText,
  type DecisionText,
  known,
  type MeetingPlan,
  type MeetingText,
  type ProtocolText,
  type Scene,
  workdaysAfter,
} from "./scene.ts";
import { DECISIONS, SIGNATORIES } from "./texts.ts";

/** When a protocol was drawn up, and when its secretary and the head signed it, if the head did. */
interface Course {
  readonly drawnUpOn: Day;
  readonly headSignedOn: Day | undefined;
}

/** The protocol of a meeting, or none, with the materials filed after it (Order 608, p. 12–15, 18). */
export function protocolOf(
  scene: Scene,
  plan: MeetingPlan,
  appeals: readonly AppealText[],
): Pick<MeetingText, "protocol" | "records"> {
  const style = choose(scene.random, scene.diligence, PROTOCOL);
  if (style === "none") return {};
  const { drawnUpOn, headSignedOn } = courseOf(scene, plan.date, style);
  const full = wholeProtocol(scene, plan, appeals, drawnUpOn, headSignedOn);
  const protocol = style === "incomplete" ? withoutSomething(scene, full) : full;
  return { protocol, ...records(scene, drawnUpOn) };
}

function courseOf(scene: Scene, date: Day, style: string): Course {
  const drawnUpOn = style === "drawn-up-later" ? workdaysAfter(scene, date, 1, 4) : date;
  if (style === "unsigned") return { drawnUpOn, headSignedOn: undefined };
  return { drawnUpOn, headSignedOn: style === "signed-later" ? workdaysAfter(scene, drawnUpOn, 1, 6) : drawnUpOn };
}

function wholeProtocol(
  scene: Scene,
  { date, startsAt, place, expectedParticipants }: MeetingPlan,
  appeals: readonly AppealText[],
  drawnUpOn: Day,
  headSignedOn: Day | undefined,
): ProtocolText {
  const { random, locale } = scene;
  const signatures: ProtocolText["signatures"] = [
    { role: "secretary", name: SIGNATORIES.secretary[locale], signedOn: formatDay(drawnUpOn) },
  ];
  const signedOn = known(scene, headSignedOn);
  if (signedOn) signatures.push({ role: "head", name: SIGNATORIES.head[locale], signedOn });
  return {
    drawnUpOn: formatDay(drawnUpOn),
    date: formatDay(date),
    startsAt,
    place: place[locale],
    participants: Math.round((expectedParticipants * random.int(50, 115)) / 100),
    decisions: decisionsOf(scene, date),
    appeals: appeals.map(({ number }) => number),
    signatures,
  };
}

/** A protocol in which something is forgotten that p. 13 of the Order demands. */
function withoutSomething({ random }: Scene, protocol: ProtocolText): ProtocolText {
  const { participants, decisions, appeals = [], ...rest } = protocol;
  if (appeals.length > 0) return { ...protocol, appeals: appeals.slice(0, -1) };
  return random.chance(50)
    ? { ...rest, appeals, ...(decisions && { decisions }) }
    : { ...rest, appeals, ...(participants && { participants }) };
}

function decisionsOf(scene: Scene, date: Day): DecisionText[] {
  const texts = scene.random.sample(DECISIONS, scene.random.int(0, 3));
  return texts.map((text, index) => decision(scene, date, `d${index + 1}`, text[scene.locale]));
}

function decision(scene: Scene, date: Day, id: string, text: string): DecisionText {
  const { random, workdays, diligence } = scene;
  const isDated = random.chance(80);
  // Without a day of its own a decision is due 30 days after the meeting.
  const due = isDated ? workdays.onOrAfter(plusDays(date, random.int(14, 60))) : plusDays(date, 30);
  const style = choose(random, diligence, DECISION);
  const done =
    style === "late" ? workdaysAfter(scene, due, 1, 12) : workdays.onOrBefore(plusDays(due, -random.int(0, 9)));
  const doneOn = style === "open" ? undefined : known(scene, done);
  return { id, text, ...(isDated && { dueOn: formatDay(due) }), ...(doneOn && { doneOn }) };
}

function records(scene: Scene, drawnUpOn: Day): Pick<MeetingText, "records"> {
  const { random, diligence } = scene;
  const style = choose(random, diligence, RECORDS);
  const on = style === "late" ? workdaysAfter(scene, drawnUpOn, 2, 8) : workdaysAfter(scene, drawnUpOn, 0, 1);
  const registeredOn = style === "none" ? undefined : known(scene, on);
  return registeredOn ? { records: { number: `№ ${random.int(10, 990)}`, registeredOn } } : {};
}

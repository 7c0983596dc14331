import { addMonths, type Day, formatDay, plusDays } from "../../core/calendar/day.ts";
import { formatMinutes, minutesOf } from "../../core/calendar/time.ts";
import { choose, EXTENSION, REDIRECTION, REGISTRATION, REPLY, TRANSFER } from "./conduct.ts";
import { type AppealText, known, type MeetingPlan, type Scene, workdaysAfter } from "./scene.ts";

/** Registered from this time on, an appeal may wait for the next working day (policy `officeCloses`). */
const OFFICE_CLOSES = 18 * 60;

/** Numbers of appeals begin with the first letter of жалоба, предложение, замечание. */
const LETTERS: Readonly<Record<AppealText["kind"], string>> = { complaint: "Ж", proposal: "П", remark: "З" };

/** What the people raised at a meeting; big meetings bring more. */
export function appealsOf(scene: Scene, plan: MeetingPlan): AppealText[] {
  const most = scene.body.kind === "department" ? 6 : 4;
  const count = scene.random.chance(25) ? 0 : scene.random.int(1, most);
  return Array.from({ length: count }, (_, index) => appeal(scene, plan, index + 1));
}

/** What an appeal is, whatever becomes of it. */
type Raised = Pick<AppealText, "kind" | "receivedOn" | "receivedAt" | "answered" | "competence" | "route"> & {
  readonly number: string;
};

function appeal(scene: Scene, plan: MeetingPlan, number: number): AppealText {
  const raised = raise(scene, plan, number);
  const concernsPolice = raised.competence !== "other" && raised.answered !== "full";
  const due = registrationDue(scene, plan, raised.receivedAt ?? plan.startsAt);
  const registered = raised.answered === "full" ? undefined : registrationDay(scene, due);
  const registeredOn = known(scene, registered);
  return {
    ...raised,
    ...(registeredOn && { registeredOn }),
    ...(concernsPolice && answerOf(scene, raised, plan.date, { due, registered })),
    ...(raised.competence !== "police" && redirection(scene, plan.date)),
  };
}

function raise({ random, body }: Scene, { number: meeting, date, startsAt }: MeetingPlan, number: number): Raised {
  const kind = random.pick(["complaint", "complaint", "proposal", "remark"] as const);
  const isComplaintRoute = kind === "complaint" && random.chance(40);
  return {
    number: `${LETTERS[kind]}-${body.id.replace(/^[A-Z]+-/, "")}-${meeting}-${number}`,
    kind,
    receivedOn: formatDay(date),
    ...(random.chance(80) && { receivedAt: formatMinutes(minutesOf(startsAt) + random.int(20, 110)) }),
    answered: random.pick(["full", "full", "partial", "none"] as const),
    competence: random.pick(["police", "police", "police", "police", "other", "mixed"] as const),
    ...(isComplaintRoute && { route: "complaint" as const }), // a literal's type is lost in a spread of a condition
    ...(kind !== "complaint" && random.chance(50) && { route: "simplified" as const }), // as above
  };
}

/** The last day to register in time (APPC 64(3)). */
function registrationDue({ workdays }: Scene, { date }: MeetingPlan, receivedAt: string): Day {
  const isSameDay = workdays.isWorking(date) && minutesOf(receivedAt) < OFFICE_CLOSES;
  return isSameDay ? date : workdays.addWorkingDays(date, 1);
}

function registrationDay(scene: Scene, due: Day): Day | undefined {
  const style = choose(scene.random, scene.diligence, REGISTRATION);
  if (style === "never") return undefined;
  return style === "late" ? workdaysAfter(scene, due, 1, 5) : due;
}

/** Where the reply term starts: the day of registration, or the last day for it when that was missed. */
interface Registration {
  readonly due: Day;
  readonly registered: Day | undefined;
}

/** The reply with what belongs to it on its route: transfer of a complaint (APPC 91), extension of the rest (APPC 76). */
function answerOf(
  scene: Scene,
  { route }: Raised,
  received: Day,
  { due, registered }: Registration,
): Partial<AppealText> {
  const start = registered ?? due;
  const extended = extensionOf(scene, start, route === "complaint");
  const term = route === "complaint" ? 20 : 15;
  const end = extended.until ?? scene.workdays.addWorkingDays(due, term);
  const repliedOn = known(scene, replyDay(scene, extended.decided ?? start, end));
  const transferredOn = route === "complaint" ? known(scene, transferDay(scene, received)) : undefined;
  return {
    ...(extended.extension && { extension: extended.extension }),
    ...(transferredOn && { transferredOn }),
    ...(repliedOn && { repliedOn }),
  };
}

function replyDay(scene: Scene, start: Day, end: Day): Day | undefined {
  const { random, workdays, diligence } = scene;
  const style = choose(random, diligence, REPLY);
  if (style === "open") return undefined;
  if (style === "late") return workdaysAfter(scene, end, 1, 15);
  const first = workdays.addWorkingDays(start, 3);
  return workdays.onOrBefore(plusDays(first, random.int(0, Math.max(0, end - first))));
}

function transferDay(scene: Scene, received: Day): Day | undefined {
  const style = choose(scene.random, scene.diligence, TRANSFER);
  if (style === "never") return undefined;
  return style === "late" ? workdaysAfter(scene, received, 4, 9) : workdaysAfter(scene, received, 1, 3);
}

interface Extended {
  readonly extension?: NonNullable<AppealText["extension"]>;
  readonly decided?: Day;
  /** The last day for the reply when the extension is valid. */
  readonly until?: Day;
}

/** A longer term for the reply, sometimes one that does not count; on the complaint route it never does. */
function extensionOf(scene: Scene, start: Day, isComplaint: boolean): Extended {
  const { random, workdays, diligence } = scene;
  const style = choose(random, diligence, EXTENSION);
  if (style === "none") return {};
  const decided = style === "after-due" ? workdaysAfter(scene, start, 16, 18) : workdaysAfter(scene, start, 8, 13);
  const limit = addMonths(decided, 2);
  const until = workdays.onOrBefore(plusDays(limit, style === "too-long" ? random.int(8, 30) : -random.int(8, 35)));
  if (known(scene, decided) === undefined) return {};
  const notified =
    style === "notified-late" ? workdaysAfter(scene, decided, 4, 7) : workdaysAfter(scene, decided, 1, 3);
  const notifiedOn = known(scene, notified);
  const isValid = !isComplaint && (style === "valid" || style === "notified-late");
  return {
    extension: { decidedOn: formatDay(decided), until: formatDay(until), ...(notifiedOn && { notifiedOn }) },
    decided,
    ...(isValid && { until }),
  };
}

/** What is not the police's goes to whose it is, and the one who raised it is told (Order 608, p. 17). */
function redirection(scene: Scene, received: Day): Partial<AppealText> {
  const style = choose(scene.random, scene.diligence, REDIRECTION);
  if (style === "never") return {};
  const sent = style === "late" ? workdaysAfter(scene, received, 4, 8) : workdaysAfter(scene, received, 1, 3);
  const redirectedOn = known(scene, sent);
  const initiatorNotifiedOn = style === "without-notice" ? undefined : redirectedOn;
  return { ...(redirectedOn && { redirectedOn }), ...(initiatorNotifiedOn && { initiatorNotifiedOn }) };
}

import type { Day } from "../../calendar/day.ts";
import { plusDays } from "../../calendar/day.ts";
import { minutesOf } from "../../calendar/time.ts";
import type { Workdays } from "../../calendar/workdays.ts";
import type { Appeal } from "../../dossier/appeal.ts";
import type { Derivation } from "../finding.ts";
import type { RaisedAppeal, Subject, Watched } from "../obligation.ts";
import type { Policy } from "../policy.ts";

/** The appeals of meetings that took place or will, by number. */
export const appealsOf = (
  { appeals }: Watched,
  wanted: (appeal: Appeal) => boolean,
): readonly Subject<RaisedAppeal>[] => appeals.filter(({ value }) => wanted(value.appeal));

/** Not answered in full at the meeting, so it is checked in the order of the Code (Order 608, p. 16). */
export const isUnanswered = ({ answered }: Appeal): boolean => answered !== "full";

/** At least partly within the competence of the police. */
export const isForPolice = ({ competence }: Appeal): boolean => competence !== "other";

/** At least partly outside the competence of the police (Order 608, p. 17). */
export const isForOthers = ({ competence }: Appeal): boolean => competence !== "police";

/** The day by which an appeal must be registered (APPC 64(3)): at once in office hours, else the next working day. */
export function registrationDue({ appeal, meeting }: RaisedAppeal, policy: Policy, workdays: Workdays): Derivation {
  const received = appeal.receivedOn;
  const at = appeal.receivedAt ?? meeting.startsAt;
  const sameDay = workdays.isWorking(received) && minutesOf(at) < minutesOf(policy.officeCloses);
  const due: Day = sameDay ? received : workdays.onOrAfter(plusDays(received, 1));
  return { kind: "office-hours", received, at, closes: policy.officeCloses, due };
}

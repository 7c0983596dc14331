import {
  type Circumstances,
  defineObligation,
  type Judgement,
  type RaisedAppeal,
  workingDaysAfter,
} from "../obligation.ts";
import { appealsOf, isForPolice, isUnanswered } from "./appeals.ts";
import { validExtension } from "./reply.ts";

/** The initiator is told of a valid extension (APPC 76(3)). */
export const extensionNotice = defineObligation({
  id: "extension-notice",
  clause: "APPC 76(3)",
  subjects: (watched) =>
    appealsOf(watched, (appeal) => isUnanswered(appeal) && isForPolice(appeal) && appeal.extension !== undefined),
  judge: judgeNotice,
});

function judgeNotice(raised: RaisedAppeal, circumstances: Circumstances): Judgement | null {
  const extension = validExtension(raised, circumstances);
  if (!extension) return null;
  const { policy, workdays } = circumstances;
  const { decidedOn, notifiedOn } = extension;
  return {
    derivation: workingDaysAfter(decidedOn, "decided", policy.extensionNoticeWorkingDays, workdays),
    metOn: notifiedOn ?? null,
    missing: notifiedOn === undefined ? ["extension-notice"] : [],
  };
}

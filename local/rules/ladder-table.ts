import type { Day } from "../../core/calendar/day.ts";
import { formatMinutes } from "../../core/calendar/time.ts";
import { rungsUpTo } from "../../core/escalation/rungs.ts";
import type { Finding } from "../../core/order608/finding.ts";
import { type Ladder, placeOf } from "../../core/order608/ladder.ts";
import type { EscalationRole } from "../../core/order608/role.ts";
import { catalogueOf } from "../../core/wording/wording.ts";
import { code, table } from "./markdown.ts";
import { lastSampleSlot, workdays } from "./sample.ts";

const { time } = catalogueOf("en");

export const dated = (on: Day): string => `${time.date(on)}, ${time.weekday(on)}`;

/** How many repeats of the sample are shown with their day. */
const SHOWN_REPEATS = 3;

/** A ladder's stages in words, with the roles they go to and the moment at which they come for a finding. */
export function ladderTable(ladder: Ladder, sample: Finding): string {
  const rungs = rungsUpTo(lastSampleSlot, sample, ladder, workdays);
  const momentOf = (stage: string): string => {
    const rung = rungs.find((come) => come.stage === stage);
    return rung ? `${dated(rung.day)}, ${formatMinutes(rung.minutes)}` : "";
  };
  const rows = ladder.stages.map(({ at, to }) => [code(at), wordPlace(at), wordRoles(to), momentOf(at)]);
  const repeats = rungs.filter(({ repeat }) => repeat).slice(0, SHOWN_REPEATS);
  return table(
    ["stage", "when", "to", "in the first example"],
    ladder.every
      ? [
          ...rows,
          ["`repeat-1`, …", wordGaps(ladder.every), "as before", repeats.map(({ day }) => dated(day)).join("; ")],
        ]
      : rows,
  );
}

const wordRoles = (roles: readonly EscalationRole[]): string => roles.join(", ");

function wordPlace(at: string): string {
  const { anchor, offset, working, time: clock } = placeOf(at);
  if (anchor === "breach") return "on the first day beyond cure";
  const days = working ? time.workingDays(Math.abs(offset)) : time.days(Math.abs(offset));
  const name = anchor === "due" ? "the due day" : "the target";
  const when = offset === 0 ? `on ${name}` : `${days} ${offset < 0 ? "before" : "after"} ${name}`;
  return clock === null ? when : `${when} at ${clock}`;
}

/** `[14, 28]`: the last gap goes on for ever. */
function wordGaps(every: readonly number[]): string {
  return `then again after ${[...every, every.at(-1)].join(", ")}, … days`;
}

import type { Day } from "../../calendar/day.ts";
import { minutesOf } from "../../calendar/time.ts";
import { hasBegun } from "../../dossier/as-of.ts";
import type { Meeting } from "../../dossier/meeting.ts";
import type { Protocol } from "../../dossier/protocol.ts";
import { defineObligation, dueFromMeeting, meetingsOf, metOnLatest } from "../obligation.ts";

const REQUIRED = ["startsAt", "place", "participants", "decisions"] as const;
const SIGNERS = ["secretary", "head"] as const;

/** The protocol is complete, drawn up and signed on the day of the meeting (Order 608, p. 12–15). */
export const protocol = defineObligation({
  id: "protocol",
  clause: "12–15",
  subjects: meetingsOf,
  judge: (meeting, { now, policy, workdays }) => {
    const { metOn, missing } = drawnUp(meeting);
    return {
      derivation: dueFromMeeting(meeting.date, 0, workdays),
      metOn,
      missing,
      notBegun: !hasBegun(meeting, now),
      notBefore: { day: meeting.date, minutes: minutesOf(meeting.startsAt) + policy.protocolHours * 60 },
    };
  },
});

function drawnUp(meeting: Meeting): { metOn: Day | null; missing: readonly string[] } {
  const { protocol: drawn } = meeting;
  if (!drawn) return { metOn: null, missing: ["protocol"] };
  const signed = SIGNERS.map((role) => ({ role, on: firstSignature(drawn, role) }));
  const missing = [
    ...(drawn.date === meeting.date ? [] : ["date"]),
    ...REQUIRED.filter((part) => drawn[part] === undefined),
    ...unlistedAppeals(meeting, drawn),
    ...signed.filter(({ on }) => on === undefined).map(({ role }) => role),
  ];
  return { metOn: metOnLatest(missing, [drawn.drawnUpOn, ...signed.flatMap(({ on }) => on ?? [])]), missing };
}

function firstSignature({ signatures }: Protocol, role: (typeof SIGNERS)[number]): Day | undefined {
  let first: Day | undefined;
  for (const { role: signer, signedOn } of signatures) {
    if (signer === role && (first === undefined || signedOn < first)) first = signedOn;
  }
  return first;
}

/** Every appeal of the meeting's day stands in the protocol, answered or not (p. 13). */
function unlistedAppeals({ appeals, date }: Meeting, { appeals: listed = [] }: Protocol): string[] {
  return appeals
    .filter(({ number, receivedOn }) => receivedOn === date && !listed.includes(number))
    .map(({ number }) => `appeal:${number}`);
}

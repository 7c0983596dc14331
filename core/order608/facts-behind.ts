import type { DossierText } from "../dossier/dossier.ts";
import type { FindingKey } from "./finding.ts";

type Meeting = DossierText["meetings"][number];

/** The recorded facts that a finding rests on, by name; values are parts of the dossier as it was given. */
export type FactsBehind = Readonly<Record<string, unknown>>;

/** What of a dossier (as of the finding's moment) an obligation looked at for one subject. */
export function factsBehind({ obligation, subject }: FindingKey, dossier: DossierText): FactsBehind {
  const { meetings } = dossier;
  switch (obligation) {
    case "schedule":
      return { schedule: dossier.schedule, meetings: meetings.map(planOf) };
    case "report":
      return { meetings: meetings.map(planOf) };
    case "decision":
      return decisionFacts(subject, meetings);
    case "registration":
    case "reply":
    case "transfer":
    case "extension-notice":
    case "redirection":
      return { appeal: meetings.flatMap(({ appeals }) => appeals).find(({ number }) => number === subject) };
    default: {
      const meeting = meetings.find(({ id }) => id === subject);
      return meeting ? { meeting: planOf(meeting), ...meetingFacts(obligation, meeting) } : {};
    }
  }
}

const planOf = ({ id, date, startsAt, place, status }: Meeting) => ({ id, date, startsAt, place, status });

function meetingFacts(
  obligation: "notice" | "invitation" | "venue" | "content" | "readiness" | "protocol" | "records",
  meeting: Meeting,
): FactsBehind {
  switch (obligation) {
    case "notice":
      return { notices: meeting.notices };
    case "venue":
      return { venue: meeting.venue, expectedParticipants: meeting.expectedParticipants };
    case "protocol":
      return { protocol: meeting.protocol, appeals: meeting.appeals.map(({ number }) => number) };
    default:
      return { [obligation]: meeting[obligation] };
  }
}

function decisionFacts(subject: string, meetings: readonly Meeting[]): FactsBehind {
  for (const meeting of meetings) {
    const taken = meeting.protocol?.decisions?.find(({ id }) => `${meeting.id}/${id}` === subject);
    if (taken) return { meeting: planOf(meeting), decision: taken };
  }
  return {};
}

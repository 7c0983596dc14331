import type { DossierText } from "../dossier/dossier.ts";
import { kindOfSubject } from "../dossier/obligation-id.ts";
import type { FindingKey } from "./finding.ts";
import { obligationOf } from "./obligations/all.ts";

type Meeting = DossierText["meetings"][number];

/** The recorded facts that a finding rests on, by name; values are parts of the dossier as it was given. */
export type FactsBehind = Readonly<Record<string, unknown>>;

/** What of a dossier (as of the finding's moment) an obligation looked at for one subject. */
export function factsBehind({ obligation, subject }: FindingKey, dossier: DossierText): FactsBehind {
  const { meetings } = dossier;
  const named = new Set(obligationOf(obligation).facts.flatMap(([first]) => first ?? []));
  switch (kindOfSubject[obligation]) {
    case "dossier":
      return partsOf({ ...dossier, meetings: meetings.map(planOf) }, named);
    case "meeting": {
      const meeting = meetings.find(({ id }) => id === subject);
      return meeting ? meetingFacts(meeting, named) : {};
    }
    case "appeal":
      return { appeal: meetings.flatMap(({ appeals }) => appeals).find(({ number }) => number === subject) };
    case "decision":
      return decisionFacts(subject, meetings);
  }
}

const planOf = ({ id, date, startsAt, place, status }: Meeting) => ({ id, date, startsAt, place, status });

const partsOf = (record: object, named: ReadonlySet<string>): FactsBehind => {
  const parts: FactsBehind = { ...record };
  return Object.fromEntries([...named].map((name) => [name, parts[name]]));
};

/** The plan, and beside it the facts that are none of it; appeals by their numbers. */
function meetingFacts(meeting: Meeting, named: ReadonlySet<string>): FactsBehind {
  const plan = planOf(meeting);
  const beside = new Set([...named].filter((name) => !Object.hasOwn(plan, name)));
  return { meeting: plan, ...partsOf({ ...meeting, appeals: meeting.appeals.map(({ number }) => number) }, beside) };
}

function decisionFacts(subject: string, meetings: readonly Meeting[]): FactsBehind {
  for (const meeting of meetings) {
    const taken = meeting.protocol?.decisions?.find(({ id }) => `${meeting.id}/${id}` === subject);
    if (taken) return { meeting: planOf(meeting), decision: taken };
  }
  return {};
}

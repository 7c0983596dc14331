import { type Day, day, plusDays } from "../../core/calendar/day.ts";
import { END_OF_DAY } from "../../core/calendar/time.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import { Dossier, type DossierText } from "../../core/dossier/dossier.ts";
import { kindOfSubject, type ObligationId } from "../../core/dossier/obligation-id.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { evaluateBody } from "../../core/order608/evaluate.ts";
import type { Finding, State } from "../../core/order608/finding.ts";
import { Body } from "../../core/register/body.ts";

export const workdays = createWorkdays();

/** One obligation of one subject, as the rule itself judged it day by day. */
export interface Sample {
  readonly facts: string;
  /** As it stood on the last day. */
  readonly finding: Finding;
  /** Each state with its first day. */
  readonly states: readonly { readonly state: State; readonly from: Day }[];
}

/** From the opening of the campaign until everything that is not met has run out. */
const FIRST = day("2026-12-01");
const LAST = day("2027-07-31");

const body = Body.parse({
  id: "DP-1",
  parent: "MIA",
  kind: "department",
  name: { ru: "Департамент", kk: "Департамент" },
  zone: defaultPolicy.zone,
  activeFrom: "2000-01-01",
  contacts: [],
});

const campaign = { body: body.id, campaign: 2027, waivers: [] } as const;
const meeting = { id: "m1", startsAt: "15:00", place: { ru: "Акимат", kk: "Әкімдік" }, notices: [], appeals: [] };
const received = { receivedOn: "2027-03-12", answered: "none", competence: "police" } as const;

/** A Friday before Constitution Day: terms of working days show what they skip. */
const held: DossierText["meetings"][number] = {
  ...meeting,
  date: "2027-03-12",
  status: "held",
  protocol: {
    drawnUpOn: "2027-03-12",
    decisions: [
      { id: "d1", text: "…" },
      { id: "d2", text: "…", dueOn: "2027-06-01" },
    ],
    signatures: [],
  },
  appeals: [
    { ...received, number: "A-1", kind: "complaint", route: "complaint" },
    {
      ...received,
      number: "A-2",
      kind: "proposal",
      registeredOn: "2027-03-12",
      extension: { decidedOn: "2027-03-30", until: "2027-05-08" },
    },
    { ...received, number: "A-3", kind: "remark", competence: "mixed", receivedAt: "18:40" },
  ],
};

const silent = { facts: "a body that records nothing", dossier: { ...campaign, meetings: [] } };
const early = {
  facts: "a meeting planned for 22.01.2027",
  dossier: { ...campaign, meetings: [{ ...meeting, date: "2027-01-22", status: "planned" as const }] },
};
const march = { facts: "a meeting on 12.03.2027", dossier: { ...campaign, meetings: [held] } };

const samplesFor = (obligation: ObligationId) => {
  if (obligation === "schedule") return [silent, early];
  return kindOfSubject[obligation] === "dossier" ? [silent] : [march];
};

/** The obligation judged by its own rule, each day as of its end, for bodies that do nothing about it. */
export function samplesOf(obligation: ObligationId): Sample[] {
  return samplesFor(obligation).flatMap(({ facts, dossier }) => judgedDaily(obligation, facts, Dossier.parse(dossier)));
}

function judgedDaily(obligation: ObligationId, facts: string, dossier: Dossier): Sample[] {
  const samples = new Map<string, { finding: Finding; states: { state: State; from: Day }[] }>();
  for (let on = FIRST; on <= LAST; on = plusDays(on, 1)) {
    const circumstances = { now: { day: on, minutes: END_OF_DAY }, workdays, policy: defaultPolicy };
    for (const finding of evaluateBody(body, [dossier], circumstances).findings) {
      if (finding.obligation !== obligation || finding.campaign !== dossier.campaign) continue;
      const states = samples.get(finding.subject)?.states ?? [];
      if (states.at(-1)?.state !== finding.state) states.push({ state: finding.state, from: on });
      samples.set(finding.subject, { finding, states });
    }
  }
  return [...samples.values()].map((sample) => ({ facts, ...sample }));
}

/** Whether a state was there from the first day looked at. */
export const fromTheStart = (from: Day): boolean => from === FIRST;

/** Far enough for every listed stage and a few repeats of a sample to have come. */
export const lastSampleSlot = { day: plusDays(LAST, 60), minutes: END_OF_DAY, shift: 0 };

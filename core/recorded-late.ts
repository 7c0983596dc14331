import { type Records, recordsKey } from "./assess.ts";
import type { Day } from "./calendar/day.ts";
import type { Workdays } from "./calendar/workdays.ts";
import type { FindingKey } from "./order608/finding.ts";
import type { Policy } from "./order608/policy.ts";
import { type LateFacts, lateFacts, recordedLateOf } from "./order608/recorded-late.ts";

/** Paths of the facts that a finding turns on and that were recorded late (SPEC 3); none for facts from a file. */
export type FindRecordedLate = (finding: FindingKey) => readonly string[];

/** Looks each dossier through once, when the first of its findings is asked for. */
export function findRecordedLate(
  records: Records,
  { workdays, policy }: { readonly workdays: Workdays; readonly policy: Policy },
  todayOf: (body: string) => Day,
): FindRecordedLate {
  const late = new Map<string, LateFacts | null>();
  const lateIn = ({ body, campaign }: FindingKey): LateFacts | null => {
    const recorded = records.recorded?.get(recordsKey(body, campaign));
    const dossier = records.dossiers.get(body)?.find((one) => one.campaign === campaign);
    return dossier && recorded ? lateFacts(dossier, recorded, { workdays, policy, today: todayOf(body) }) : null;
  };
  return (finding) => {
    const key = recordsKey(finding.body, finding.campaign);
    const facts = late.has(key) ? late.get(key) : lateIn(finding);
    late.set(key, facts ?? null);
    return facts ? recordedLateOf(finding, facts) : [];
  };
}

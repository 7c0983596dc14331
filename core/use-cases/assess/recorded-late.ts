import type { Day } from "../../calendar/day.ts";
import type { Workdays } from "../../calendar/workdays.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { RecordedDays } from "../../dossier/recorded.ts";
import type { FindingKey } from "../../order608/finding.ts";
import type { Policy } from "../../order608/policy.ts";
import { type LateFacts, lateFacts, recordedLateOf } from "../../order608/recorded-late.ts";
import { rememberLast } from "../../order608/remember-last.ts";
import { type Records, recordsKey } from "./assess.ts";

/** Paths of the facts that a finding turns on and that were recorded late (SPEC 3); none for facts from a file. */
export type FindRecordedLate = (finding: FindingKey) => readonly string[];

type LateTerms = Parameters<typeof lateFacts>[2];

const rememberLate = rememberLast<Dossier, LateFacts>();

function knownLate(dossier: Dossier, recorded: RecordedDays, terms: LateTerms): LateFacts {
  const { workdays, policy, today } = terms;
  const asked = [recorded, workdays.present?.() ?? workdays, policy, today];
  return rememberLate(dossier, asked, () => lateFacts(dossier, recorded, terms));
}

/** Looks each dossier through once, when the first of its findings is asked for. */
export function findRecordedLate(
  records: Records,
  { workdays, policy }: { readonly workdays: Workdays; readonly policy: Policy },
  todayOf: (body: string) => Day,
): FindRecordedLate {
  const late = new Map<string, LateFacts | null>();
  const factsOf = ({ body, campaign }: FindingKey): LateFacts | null => {
    const recorded = records.recorded?.get(recordsKey(body, campaign));
    const dossier = records.dossiers.get(body)?.find((one) => one.campaign === campaign);
    return dossier && recorded ? knownLate(dossier, recorded, { workdays, policy, today: todayOf(body) }) : null;
  };
  return (finding) => {
    const key = recordsKey(finding.body, finding.campaign);
    const facts = late.has(key) ? late.get(key) : factsOf(finding);
    late.set(key, facts ?? null);
    return facts ? recordedLateOf(finding, facts) : [];
  };
}

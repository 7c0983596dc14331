import { type Records, recordsKey } from "./assess.ts";
import type { Day } from "./calendar/day.ts";
import type { Workdays } from "./calendar/workdays.ts";
import type { Dossier } from "./dossier/dossier.ts";
import type { RecordedDays } from "./dossier/recorded.ts";
import type { FindingKey } from "./order608/finding.ts";
import type { Policy } from "./order608/policy.ts";
import { type LateFacts, lateFacts, recordedLateOf } from "./order608/recorded-late.ts";

/** Paths of the facts that a finding turns on and that were recorded late (SPEC 3); none for facts from a file. */
export type FindRecordedLate = (finding: FindingKey) => readonly string[];

type LateTerms = Parameters<typeof lateFacts>[2];

interface Known {
  /** Everything that the answer rests on. */
  readonly asked: readonly unknown[];
  readonly facts: LateFacts;
}

/** What was late in each dossier when it was looked through last, as long as somebody has the dossier. */
const lateIn = new WeakMap<Dossier, Known>();

function knownLate(dossier: Dossier, recorded: RecordedDays, terms: LateTerms): LateFacts {
  const { workdays, policy, today } = terms;
  const asked = [recorded, workdays.present?.() ?? workdays, policy, today];
  const known = lateIn.get(dossier);
  if (known?.asked.every((part, index) => part === asked[index])) return known.facts;
  const facts = lateFacts(dossier, recorded, terms);
  lateIn.set(dossier, { asked, facts });
  return facts;
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

import { ObligationId } from "../dossier/obligation-id.ts";
import { type FailedFinding, type Finding, isOpen, type State } from "../order608/finding.ts";
import { rememberLast } from "../order608/remember-last.ts";
import type { Damage } from "../ports.ts";
import type { Body } from "../register/body.ts";
import type { Bilingual } from "../register/locale.ts";
import { type Cells, cellsOf } from "./cells.ts";
import { countFindings, countIn, type FindingCounts } from "./count.ts";

/** What a status is made from: bodies with their findings, and what could not be evaluated. */
export interface Evaluated {
  readonly bodies: readonly { readonly body: Body; readonly findings: readonly Finding[] }[];
  readonly failed: readonly FailedFinding[];
  readonly damaged: readonly Damage[];
}

/** One body's line of a status report. */
export interface StatusRow {
  readonly body: string;
  readonly parent: string | null;
  readonly name: Bilingual;
  readonly counts: FindingCounts;
  /** The worst state of each obligation's subjects; absent where nothing is owed. */
  readonly worst: Partial<Record<ObligationId, State>>;
  /** The same with how many subjects there are. */
  readonly cells: Cells;
  /** See {@link complianceRate}. */
  readonly rate: number | null;
}

/** How some bodies stand at one moment (SPEC 7). */
export interface Status {
  readonly rows: readonly StatusRow[];
  readonly counts: FindingCounts;
  readonly rate: number | null;
  /** Everything that is due, overdue or breached. */
  readonly open: readonly Finding[];
  readonly failed: readonly FailedFinding[];
  readonly damaged: readonly Damage[];
}

/** met ÷ (met + late + breached + overdue); null when nothing has come to be judged yet. */
export const complianceRate = (counts: FindingCounts): number | null => rateOf([tallyOf(counts)]);

/** What a compliance rate is made of. */
export interface Tally {
  readonly met: number;
  readonly judged: number;
}

export function tallyOf(counts: FindingCounts): Tally {
  const met = countIn(counts, "met");
  return { met, judged: met + countIn(counts, "late") + countIn(counts, "breached") + countIn(counts, "overdue") };
}

/** The compliance rate of all that was tallied. */
export function rateOf(tallies: readonly Tally[]): number | null {
  const judged = tallies.reduce((sum, tally) => sum + tally.judged, 0);
  return judged === 0 ? null : tallies.reduce((sum, tally) => sum + tally.met, 0) / judged;
}

/** Figures that add up from the findings of each body to all of them. */
export function statusOf({ bodies, failed, damaged }: Evaluated): Status {
  const findings = bodies.flatMap((evaluated) => evaluated.findings);
  const counts = countFindings(findings);
  return {
    rows: bodies.filter(({ body }) => body.kind !== "ministry").map(knownRow),
    counts,
    rate: complianceRate(counts),
    open: findings.filter(({ state }) => isOpen(state)),
    failed,
    damaged,
  };
}

const rememberRow = rememberLast<readonly Finding[], StatusRow>();

const knownRow = (evaluated: Evaluated["bodies"][number]): StatusRow =>
  rememberRow(evaluated.findings, [evaluated.body], () => rowOf(evaluated));

function rowOf({ body: { id, parent, name }, findings }: Evaluated["bodies"][number]): StatusRow {
  const counts = countFindings(findings);
  const cells = cellsOf(findings);
  return { body: id, parent, name, counts, worst: worstOf(cells), cells, rate: complianceRate(counts) };
}

function worstOf(cells: Cells): Partial<Record<ObligationId, State>> {
  const worst: Partial<Record<ObligationId, State>> = {};
  for (const id of ObligationId.options) {
    const cell = cells[id];
    if (cell) worst[id] = cell.state;
  }
  return worst;
}

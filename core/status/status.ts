import { ObligationId } from "../dossier/obligation-id.ts";
import type { FailedFinding, Finding, State } from "../order608/finding.ts";
import type { Damage } from "../ports.ts";
import type { Body } from "../register/body.ts";
import type { Bilingual } from "../register/locale.ts";
import { type Cells, cellsOf } from "./cells.ts";
import { countFindings, countIn, type FindingCounts } from "./count.ts";

export { STATES } from "./states.ts";

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

const OPEN: ReadonlySet<State> = new Set(["due", "overdue", "breached"]);

/** met ÷ (met + late + breached + overdue); null when nothing has come to be judged yet. */
export function complianceRate(counts: FindingCounts): number | null {
  const met = countIn(counts, "met");
  const judged = met + countIn(counts, "late") + countIn(counts, "breached") + countIn(counts, "overdue");
  return judged === 0 ? null : met / judged;
}

/** Figures that add up from the findings of each body to all of them. */
export function statusOf({ bodies, failed, damaged }: Evaluated): Status {
  const findings = bodies.flatMap((evaluated) => evaluated.findings);
  const counts = countFindings(findings);
  return {
    rows: bodies.filter(({ body }) => body.kind !== "ministry").map(rowOf),
    counts,
    rate: complianceRate(counts),
    open: findings.filter(({ state }) => OPEN.has(state)),
    failed,
    damaged,
  };
}

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
